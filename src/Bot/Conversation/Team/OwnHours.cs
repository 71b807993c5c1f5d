using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Team;

/// <summary>The speaker's own working hours and zone: direct messages wait for them. Deadlines run in the team's.</summary>
internal sealed class HoursCommand() : Command(
    new("hours", CommandGroup.LookAfter, new("hours|my hours", "zeiten|meine zeiten"), OwnHoursTexts.Does, OwnHoursTexts.Example, OwnHoursTexts.Title))
{
    /// <summary>In place of a value: as the team has it.</summary>
    private static readonly IReadOnlySet<string> AsTeam = TextFolding.Set("team teams reset default zuruecksetzen standard");

    private static readonly Slot Hours = new("hours", SlotKind.Phrase, OwnHoursTexts.Hours) { Hint = OwnHoursTexts.HoursHint, Word = new("HOURS", "ZEITEN") };
    private static readonly Slot Zone = new("zone", SlotKind.Phrase, TeamTexts.Zone) { Keyword = new("zone|time zone", "zone|zeitzone"), Hint = OwnHoursTexts.ZoneHint };

    public override IReadOnlyList<Slot> Slots { get; } = [Hours, Zone];

    public override bool RunsBare => false;

    public override IReadOnlyDictionary<string, string> Present(TurnContext turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var (me, present) = (turn.Speaker, new Dictionary<string, string>(StringComparer.Ordinal));
        if (me.Hours is { } hours) present[Hours.Name] = Settings.InLanguage(hours, turn.OwnVoice.Language);
        if (me is { HasChosenZone: true, Zone: { } zone }) present[Zone.Name] = zone.Id;
        return present;
    }

    /// <summary>What a typed line does not name stays; what is left empty in the form is as the team has it.</summary>
    public override Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (me, voice, isForm) = (turn.Speaker, turn.OwnVoice, turn.Turn.Input is Submitted);
        var before = Shown(turn);
        if (Given(arguments, Hours, isForm) is { } hours) me.Hours = hours.Length == 0 ? null : Readable(turn, hours);
        if (Given(arguments, Zone, isForm) is { } zone)
        {
            me.HasChosenZone = zone.Length > 0;
            me.Zone = zone.Length == 0 ? turn.Turn.Speaker.Zone : ZoneOf(zone);
        }

        var now = Shown(turn);
        return Task.FromResult(Reply.Asker(new Card(OwnHoursTexts.Now(now).In(voice), [
            .. before == now ? [] : new CardPart[] { new Note(ConversationTexts.Formerly(Text.Verbatim(before)).In(voice)) },
            new Note((me.Hours is null && !me.HasChosenZone ? OwnHoursTexts.LikeTeam : OwnHoursTexts.Wait(turn.Turn.Call)).In(voice)),
        ])));
    }

    private static string? Given(Arguments arguments, Slot slot, bool isForm)
    {
        if (!arguments.Has(slot.Name)) return isForm ? "" : null;
        var text = arguments.Text(slot.Name).Trim();
        return TextFolding.Words(text) is [var word] && AsTeam.Contains(word) ? "" : text;
    }

    /// <summary>Hours that leave some day to work, also with the team's holidays.</summary>
    private static string Readable(TurnContext turn, string given)
    {
        if (!WeeklyHours.TryParse(given, out var hours)) throw RefusalException.At(Hours.Name, TeamTexts.UnknownHours);
        var text = hours.ToString();
        return turn.Teams.All(team => WorkingTime.Remains(team.Settings with { Hours = text }, turn.Now)) ? text : throw RefusalException.At(Hours.Name, TeamTexts.NoWorkingTime);
    }

    private static DateTimeZone ZoneOf(string given) =>
        Zones.Find(given) is { } id ? DateTimeZoneProviders.Tzdb[id] : throw RefusalException.At(Zone.Name, TeamTexts.UnknownZone(Shortening.Of(given, 40)));

    private static string Shown(TurnContext turn)
    {
        var hours = Settings.InLanguage(turn.Speaker.Hours ?? turn.Team.Settings.Hours, turn.OwnVoice.Language);
        return $"{hours}, {(turn.Speaker.Zone?.Id ?? turn.Team.Settings.Zone)}";
    }
}

/// <summary>The words about one's own hours.</summary>
internal static class OwnHoursTexts
{
    public static readonly Text Does = new($"sets your own working hours and time zone", $"stellt eigene Arbeitszeiten und Zeitzone ein");
    public static readonly Text Example = new($"hours Mon-Thu 8-14", $"zeiten Mo-Do 8-14");
    public static readonly Text Title = new($"My working hours", $"Meine Arbeitszeiten");
    public static readonly Text Hours = new($"My working hours", $"Meine Arbeitszeiten");
    public static readonly Text HoursHint = new($"Such as Mon-Thu 8-14; empty or “team” for the team’s", $"Zum Beispiel Mo-Do 8-14; leer oder „team“ wie im Team");
    public static readonly Text ZoneHint = new($"A city such as Lisbon; empty or “team” for none of your own", $"Eine Stadt wie Lissabon; leer oder „team“ für keine eigene");

    public static Text Wait(string call) => new(
        $"I’ll only message you directly in these hours. Deadlines still follow the team’s. “{call}hours team” goes back to those.",
        $"Direktnachrichten schicke ich nur in dieser Zeit. Fristen laufen weiter nach den Zeiten des Teams. Mit „{call}zeiten team“ gelten wieder die des Teams.");

    public static readonly Text LikeTeam = new($"The same as the team’s.", $"So wie im Team.");

    public static Text Now(string hours) => new($"Your working hours: {hours}", $"‹Deine|Ihre› Arbeitszeiten: {hours}");
}
