namespace AccountNudge.Bot.Conversation.Team;

/// <summary>A command that sets one thing.</summary>
internal abstract class SettingCommand(Setting setting, Text title, Phrase phrase, Text example)
    : TeamCommand(new($"team.{setting.Slot.Name}", CommandGroup.SetUp, phrase, TeamTexts.Sets(setting.Slot.Label), example, title))
{
    public override IReadOnlyList<Slot> Slots { get; } = [setting.Slot];

    protected override Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation) =>
        SettingChange.Make(turn, team, this, arguments, (setting, arguments.Raw[setting.Slot.Name]), cancellation);
}

internal sealed class SetZone() : SettingCommand(Settings.Zone, TeamTexts.TitleZone, new("team zone|team time zone", "team zone|team zeitzone"), new($"team zone Berlin", $"team zone Berlin"));

internal sealed class SetRegion() : SettingCommand(Settings.Region, TeamTexts.TitleRegion, new("team region|team holidays", "team region|team feiertage"), new($"team region Bavaria", $"team region Bayern"));

internal sealed class SetLanguage() : SettingCommand(Settings.Language, TeamTexts.TitleLanguage, new("team language", "team sprache"), new($"team language German", $"team sprache Deutsch"));

internal sealed class SetHours() : SettingCommand(Settings.Hours, TeamTexts.TitleHours, new("team hours", "team zeiten|team arbeitszeiten"), new($"team hours Mon-Thu 9-17, Fri 9-14", $"team zeiten Mo-Do 9-17, Fr 9-14"));

internal sealed class SetAddress() : SettingCommand(Settings.Address, TeamTexts.TitleAddress, new("team address", "team anrede"), new($"team address Sie", $"team anrede Sie"));

internal sealed class SetSpelling() : SettingCommand(Settings.Spelling, TeamTexts.TitleSpelling, new("team spelling", "team schreibweise"), new($"team spelling Swiss", $"team schreibweise Schweiz"));

internal sealed class SetMorning() : SettingCommand(Settings.Morning, TeamTexts.TitleMorning, new("team morning", "team morgen"), new($"team morning 8:30", $"team morgen 8:30"));

internal sealed class SetHookDays() : SettingCommand(Settings.HookDays, TeamTexts.TitleHookDays, new("team hook days|hook days", "team merkdauer|merkdauer"), new($"team hook days 60", $"team merkdauer 60"));

internal sealed class SetKeepGone() : SettingCommand(Settings.KeepGone, TeamTexts.TitleKeepGone, new("team keep gone|retention gone", "team löschfrist gegangene|löschfrist gegangene"), new($"team keep gone 90", $"team löschfrist gegangene 90"));

internal sealed class SetKeepTalks() : SettingCommand(Settings.KeepTalks, TeamTexts.TitleKeepTalks, new("team keep talks|retention talks", "team löschfrist gespräche|löschfrist gespräche"), new($"team keep talks 36", $"team löschfrist gespräche 36"));

internal sealed class SetKeepFormer() : SettingCommand(
    Settings.KeepFormer, TeamTexts.TitleKeepFormer, new("team keep former clients|retention former clients", "team löschfrist frühere kunden|löschfrist frühere kunden"), new($"team keep former clients 24", $"team löschfrist frühere kunden 24"));

internal sealed class SetHintDays() : SettingCommand(Settings.HintDays, TeamTexts.TitleHintDays, new("team hint days|hint days", "team hinweisabstand|hinweisabstand"), new($"team hint days 45", $"team hinweisabstand 45"));

internal sealed class SetHintsPerMorning() : SettingCommand(
    Settings.HintsPerMorning, TeamTexts.TitleHintsPerMorning, new("team hints|team hints per morning|hints per morning", "team hinweise|team hinweise am morgen|hinweise am morgen"), new($"team hints 1", $"team hinweise 1"));

internal sealed class SetVisitMonths() : SettingCommand(Settings.VisitMonths, TeamTexts.TitleVisitMonths, new("team visit months|visit months", "team besuchsmonate|besuchsmonate"), new($"team visit months 4", $"team besuchsmonate 4"));

internal sealed class Rename() : SettingCommand(Settings.Name, TeamTexts.TitleName, new("team rename|team name", "team name|team umbenennen"), new($"team rename Key accounts", $"team name Großkunden"));

/// <summary>A command that sets one thing of one tier.</summary>
internal abstract class TierSettingCommand(CommandWords words, Slot value, Func<string, Setting> settingOf) : TeamCommand(words)
{
    public override IReadOnlyList<Slot> Slots { get; } =
        [new("tier", SlotKind.Choice, TeamTexts.Tier) { Required = true, Choices = [Choice("A"), Choice("B"), Choice("C")] }, value];

    protected override Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        var setting = settingOf(arguments.Choice("tier")!);
        var asked = setting with { Slot = setting.Slot with { Name = value.Name } };
        return SettingChange.Make(turn, team, this, arguments, (asked, arguments.Text(value.Name)), cancellation);
    }

    private static SlotChoice Choice(string tier) => new(tier, new(tier, tier), Text.Verbatim(tier));
}

/// <summary>After how many days a tier counts as quiet.</summary>
internal sealed class SetFloor() : TierSettingCommand(
    new("team.floor", CommandGroup.SetUp, new("team floor", "team mindestens"), TeamTexts.DoesFloor, TeamTexts.ExampleFloor, TeamTexts.TitleFloor),
    new("days", SlotKind.Phrase, TeamTexts.FloorDays) { Required = true },
    Settings.FloorOf);

/// <summary>How many contacts a week are enough for a tier.</summary>
internal sealed class SetCeiling() : TierSettingCommand(
    new("team.ceiling", CommandGroup.SetUp, new("team ceiling", "team höchstens"), TeamTexts.DoesCeiling, TeamTexts.ExampleCeiling, TeamTexts.TitleCeiling),
    new("contacts", SlotKind.Phrase, TeamTexts.Contacts) { Required = true },
    Settings.CeilingOf);

/// <summary>Setting one thing, and saying so.</summary>
internal static class SettingChange
{
    public static async Task<Reply> Make(TurnContext turn, AccountTeam team, Command command, Arguments arguments, (Setting Setting, string Given) given, CancellationToken cancellation)
    {
        await TeamChoice.MustManage(turn, team, cancellation);
        var before = TeamTerms.Of(turn, team);
        var terms = Setting.Apply(before, [given], turn);
        if (before == terms) return Reply.Asker(new Card(TeamTexts.Now(given.Setting.Slot.Label, Shown(given.Setting, terms, turn.OwnVoice)).In(turn.OwnVoice), new Note(TeamTexts.SetAlready.In(turn.OwnVoice))));
        turn.Record(command, arguments, team);
        terms.Set(turn, team);
        return TeamChoice.Tell(turn, team, voice => new Card(
            TeamTexts.Now(given.Setting.Slot.Label, Shown(given.Setting, terms, voice)).In(voice),
            [
                new Note(Before(given.Setting, before, terms, turn.Speaker.Name, voice).In(voice)),
                .. AnsweredWithIt(given.Setting, before, terms, voice),
                .. Welcome.Next(turn, team, before.Settings),
            ]));
    }

    /// <summary>Who changed it from what. What was a guess or never answered was no setting, so there is no value before it.</summary>
    private static Text Before(Setting setting, TeamTerms before, TeamTerms terms, string by, Voice voice)
    {
        var was = Shown(setting, before, voice);
        if (setting == Settings.Zone && before.Settings.ZoneIsGuess && was == Shown(setting, terms, voice)) return TeamTexts.ConfirmedBy(by);
        return TeamTexts.Before(by, setting == Settings.Region && !before.Settings.RegionAsked ? "" : was);
    }

    /// <summary>A holiday region may have answered the question about the zone.</summary>
    private static IEnumerable<CardPart> AnsweredWithIt(Setting setting, TeamTerms before, TeamTerms terms, Voice voice)
    {
        if (setting != Settings.Zone && before.Settings.ZoneIsGuess && !terms.Settings.ZoneIsGuess)
            yield return new Note(TeamTexts.Now(Settings.Zone.Slot.Label, Shown(Settings.Zone, terms, voice)).In(voice));
    }

    /// <summary>As it is read, not as it is typed.</summary>
    public static string Shown(Setting setting, TeamTerms terms, Voice voice)
    {
        var shown = setting.Show(terms, voice.Language);
        if (setting.Slot is { Kind: SlotKind.Choice } choices) return choices.Choices.Single(choice => choice.Value == shown).Label.Plain(voice);
        return shown.Length == 0 ? TeamTexts.NoClosures.Plain(voice) : shown;
    }
}
