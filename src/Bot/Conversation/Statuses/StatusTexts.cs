using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>The words of agreed status updates.</summary>
internal static class StatusTexts
{
    private static readonly LocalDate AnyMonday = new(2024, 1, 1);

    public static readonly Text Does = new($"notes that a status update was sent", $"merkt, dass ein Statusbericht verschickt ist");
    public static readonly Text Title = new($"Status update", $"Statusbericht");
    public static readonly Text Example = new($"status Acme: two of three pages are done", $"status Weber: zwei von drei Seiten sind fertig");
    public static readonly Text DoesAgree = new($"agrees on regular status updates", $"vereinbart regelmäßige Statusberichte");
    public static readonly Text TitleAgree = new($"Regular status updates", $"Statusberichte planen");
    public static readonly Text ExampleAgree = new($"status rhythm Acme every week on Friday", $"status rhythmus Weber jeden Freitag");
    public static readonly Text EveryLabel = new($"How often, and on which day?", $"Wie oft und an welchem Tag?");
    public static readonly Text EveryHint = new($"Such as: every week on Friday, monthly on Monday; or: none", $"Zum Beispiel: jeden Freitag, monatlich am Montag; oder: keine");
    public static readonly Text WordsLabel = new($"What did you tell them?", $"Was steht drin?");
    public static readonly Text Noun = new($"status update", $"Statusbericht");
    public static readonly Text Sent = new($"Sent", $"Verschickt");
    public static readonly Text Template = new($"Template …", $"Vorlage …");
    public static readonly Text WasThatIt = new($"Was that the status update?", $"War das der Statusbericht?");
    public static readonly Text ItWas = new($"Yes, it was", $"Ja, das war er");
    public static readonly Text Short = new($"Progress · Delays · Risks · Costs · Next", $"Fortschritt · Verzögerungen · Risiken · Kosten · Nächstes");
    public static readonly Text ToldEnded = new($"no more regular status updates", $"keine regelmäßigen Statusberichte mehr");

    /// <summary>What belongs into an update, in its order.</summary>
    public static readonly IReadOnlyList<Text> Headings =
    [
        new($"Progress", $"Fortschritt"), new($"Delays", $"Verzögerungen"), new($"Risks", $"Risiken"), new($"Costs", $"Kosten"), new($"Next", $"Nächstes"),
    ];

    /// <summary>The headings, each on a line of its own, to be filled in.</summary>
    public static string Skeleton(Voice voice) => string.Join('\n', Headings.Select(heading => $"{heading.Plain(voice)}: "));

    public static Text CannotRead(string typed) => new(
        $"I couldn’t read “{Shortening.Of(typed, 40)}” as a rhythm. Try: every week on Friday, every 2 weeks on Monday, monthly.",
        $"„{Shortening.Of(typed, 40)}“ verstehe ich nicht als Rhythmus. So klappt es: jeden Freitag, alle 2 Wochen am Montag, monatlich.");

    public static Text NothingAgreed(string account) => new($"No regular status updates are agreed with {account}.", $"Mit {account} sind keine regelmäßigen Statusberichte vereinbart.");

    public static Text Ended(string account) => new($"{account}: no more regular status updates", $"{account}: keine regelmäßigen Statusberichte mehr");

    public static Text CountsAsIt(string account) => new($"{account}: counted as the status update", $"{account}: zählt als Statusbericht");

    public static Text Agreed(RichText who, StatusRhythm rhythm) => new($"{who}: status update {Every(rhythm)}", $"{who}: Statusbericht {Every(rhythm)}");

    public static Text ToldAgreed(StatusRhythm rhythm) => new($"status update {Every(rhythm)}", $"Statusbericht {Every(rhythm)}");

    public static Text FirstOn(Text day) => new($"The first one is due on {day}. I’ll remind you that morning.", $"Der erste ist am {day} dran. Am Morgen erinnere ich daran.");

    public static Text Next(StatusRhythm rhythm, Text day) => new($"{Every(rhythm)}, next on {day}", $"{Every(rhythm)}, als Nächstes am {day}");

    public static Text By(string member) => new($"Noted by {member}", $"Notiert von {member}");

    /// <summary>How often: <c>every Friday</c>, <c>on the first Monday of every month</c>.</summary>
    public static Text Every(StatusRhythm rhythm)
    {
        var day = AnyMonday.PlusDays((int)rhythm.Day - 1);
        return (rhythm.IsMonthly, rhythm.Every) switch
        {
            (false, 1) => new($"every {day:dddd}", $"jeden {day:dddd}"),
            (false, _) => new($"every {rhythm.Every} weeks on {day:dddd}", $"alle {rhythm.Every} Wochen am {day:dddd}"),
            (true, 1) => new($"on the first {day:dddd} of every month", $"am ersten {day:dddd} im Monat"),
            _ => new($"every {rhythm.Every} months on the first {day:dddd}", $"alle {rhythm.Every} Monate am ersten {day:dddd}"),
        };
    }

    public static Text IsDue(Strong who, LocalDate expected, RenderContext context) => expected < context.Today
        ? new($"{who} has been expecting the status update since {Wording.Date(expected, context)}.", $"{who} wartet seit dem {Wording.Date(expected, context)} auf den Statusbericht.")
        : new($"{who} is expecting the status update {Wording.On(expected, context)}.", $"{who} erwartet {Wording.On(expected, context)} den Statusbericht.");

    public static Text Settled(string settlement) => settlement == StatusPractice.Sent
        ? new($"sent the update", $"Statusbericht verschickt")
        : new($"agreed on something new", $"neu vereinbart");
}
