using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>Shows how a team is set up.</summary>
internal sealed class ShowSettings() : TeamCommand(
    new("settings", CommandGroup.SetUp, new("settings", "einstellungen"), TeamTexts.DoesSettings, TeamTexts.ExampleSettings))
{
    public override bool FoundsTeam => false;

    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        var (voice, terms) = (turn.OwnVoice, TeamTerms.Of(turn, team));
        var managers = await TeamChoice.Managers(turn, team, cancellation);
        List<Fact> facts = [new(TeamTexts.Managers.Plain(voice), managers.Count == 0 ? TeamTexts.Nobody.In(voice) : string.Join(", ", managers.Select(manager => manager.Name))), new(TeamTexts.Home.Plain(voice), Home(turn, team).In(voice))];
        facts.AddRange(Settings.All.Where(setting => setting != Settings.Name).Select(setting => new Fact(setting.Slot.Label.Plain(voice), Value(setting, terms, voice))));
        CardPart last = await turn.MayManage(team, cancellation)
            ? new Actions([new Button("team.settings.open", TeamTexts.ChangeAll.Plain(voice), ButtonValue.For(team.Id).ToString())])
            : new Note(ManagerTexts.OnlyManagers(managers).In(voice));
        return Reply.Asker(new Card(TeamTexts.SettingsOf(team.Name).In(voice), new Facts(facts), last));
    }

    private static Text Home(TurnContext turn, AccountTeam team) =>
        team.HomeIsDirect ? TeamTexts.Direct : TeamChoice.IsAt(turn, team) ? TeamTexts.ThisChannel : TeamTexts.Elsewhere;

    private static RichText Value(Setting setting, TeamTerms terms, Voice voice)
    {
        if (setting == Settings.Region && !terms.Settings.RegionAsked) return TeamTexts.NotAsked.In(voice);
        var shown = SettingChange.Shown(setting, terms, voice);
        return setting == Settings.Zone && terms.Settings.ZoneIsGuess ? TeamTexts.Guessed(shown).In(voice) : shown;
    }
}

/// <summary>Everything about a team in one form.</summary>
internal sealed class ChangeSettings() : TeamCommand(
    new("team.settings", CommandGroup.SetUp, new("team settings|change settings", "team einstellungen|einstellungen ändern"), TeamTexts.DoesForm, TeamTexts.ExampleForm, TeamTexts.ChangeAll))
{
    public override bool FoundsTeam => false;

    public override bool OnlyForm => true;

    public override bool RunsBare => true;

    public override IReadOnlyList<Slot> Slots { get; } = [.. Settings.All.Select(setting => setting.Slot)];

    public static async Task<Reply> Open(TurnContext turn, AccountTeam team, CancellationToken cancellation)
    {
        await TeamChoice.MustManage(turn, team, cancellation);
        var (voice, terms) = (turn.OwnVoice, TeamTerms.Of(turn, team));
        var prefill = Settings.All.ToDictionary(setting => setting.Slot.Name, setting => setting.Show(terms, voice.Language));
        return Reply.Open(FormBuilder.Build(turn.Registry.Find("team.settings")!, prefill, [], voice, TeamChoice.Context(team)));
    }

    protected override async Task<Reply> Run(TurnContext turn, AccountTeam team, Arguments arguments, CancellationToken cancellation)
    {
        if (turn.Turn.Input is not Submitted) return await Open(turn, team, cancellation);
        await TeamChoice.MustManage(turn, team, cancellation);
        var before = TeamTerms.Of(turn, team);
        var given = Settings.All.Select(setting => (Setting: setting, Given: arguments.Raw.GetValueOrDefault(setting.Slot.Name) ?? ""));
        var terms = Setting.Apply(before, [.. given.Where(pair => !IsStillGuess(pair.Setting, pair.Given, before))], turn);
        var changed = Settings.All.Where(setting => setting.Show(before, default) != setting.Show(terms, default)).ToList();
        if (before == terms) return Replies.Hint(turn, TeamTexts.Unchanged);
        turn.Record(this, arguments, team);
        terms.Set(turn, team);
        return TeamChoice.Tell(turn, team, voice => new Card(
            TeamTexts.Saved.In(voice),
            new Facts([.. changed.Select(setting => new Fact(setting.Slot.Label.Plain(voice), SettingChange.Shown(setting, terms, voice)))]),
            new Note(turn.Speaker.Name)));
    }

    /// <summary>A guess at the zone that was left as it stood is no answer.</summary>
    private static bool IsStillGuess(Setting setting, string given, TeamTerms before) =>
        setting == Settings.Zone && before.Settings.ZoneIsGuess && given.Trim() == before.Settings.Zone;
}

/// <summary>Opens the form with all settings.</summary>
internal sealed class OpenSettings : ButtonAction
{
    public override string Id => "team.settings.open";

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        turn.Teams.FirstOrDefault(team => team.Id == value.Subject) is { } team ? await ChangeSettings.Open(turn, team, cancellation) : Replies.NotThere(turn);
}
