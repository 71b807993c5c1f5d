using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Cadences;

namespace AccountNudge.Bot.Conversation.Cadences;

/// <summary>The words of what is agreed with a client about how often and how to talk.</summary>
internal static class CadenceTexts
{
    private static readonly string[] EnglishNumbers = ["", "", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    private static readonly string[] GermanNumbers = ["", "", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun", "Zehn"];

    public static readonly Text Does = new($"notes how often and how a client likes to talk", $"merkt sich, wie oft und auf welchem Weg ein Kunde sprechen möchte");
    public static readonly Text Title = new($"Set the rhythm", $"Rhythmus vereinbaren");
    public static readonly Text Example = new($"cadence Acme every 2 weeks at most weekly by call", $"rhythmus Weber alle 2 Wochen höchstens wöchentlich per Telefon");
    public static readonly Text DoesConfirm = new($"says that an agreed rhythm is still right", $"sagt, dass ein vereinbarter Rhythmus noch passt");
    public static readonly Text TitleConfirm = new($"Confirm the rhythm", $"Rhythmus bestätigen");
    public static readonly Text ExampleConfirm = new($"cadence confirm Acme", $"rhythmus passt Weber");
    public static readonly Text DoesReserve = new($"notes that a client likes it quiet", $"merkt, dass ein Kunde es gern ruhig hat");
    public static readonly Text TitleReserve = new($"Note: likes it quiet", $"Zurückhaltender Kunde");
    public static readonly Text ExampleReserve = new($"reserved Acme", $"zurückhaltend Weber");
    public static readonly Text DoesUnreserve = new($"takes back that a client likes it quiet", $"nimmt zurück, dass ein Kunde es gern ruhig hat");
    public static readonly Text TitleUnreserve = new($"No longer reserved", $"Nicht zurückhaltend");
    public static readonly Text ExampleUnreserve = new($"not reserved Acme", $"nicht zurückhaltend Weber");
    public static readonly Text EveryLabel = new($"How often at least?", $"Wie oft mindestens?");
    public static readonly Text EveryHint = new($"Such as: every 2 weeks, monthly; or: as usual", $"Zum Beispiel: alle 2 Wochen, monatlich; oder: wie üblich");
    public static readonly Text AtMostLabel = new($"How often at most?", $"Wie oft höchstens?");
    public static readonly Text AtMostHint = new($"Such as: weekly, twice a week", $"Zum Beispiel: wöchentlich, zweimal pro Woche");
    public static readonly Text ByLabel = new($"How do they like to talk?", $"Wie am liebsten?");
    public static readonly Text AnyChannel = new($"any way", $"egal wie");
    public static readonly Text AgreedOnLabel = new($"Agreed on", $"Vereinbart am");
    public static readonly Text ReviewOnLabel = new($"Ask whether it’s still right on", $"Nachfragen, ob es noch passt, am");
    public static readonly Text ReviewOnHint = new($"Left empty: a year later", $"Ohne Angabe: ein Jahr später");
    public static readonly Text OccasionsLabel = new($"Birthdays and anniversaries?", $"Geburtstage und Jahrestage?");
    public static readonly Text WithoutOccasions = new($"better not", $"lieber nicht");
    public static readonly Text WithOccasions = new($"they like that", $"ja, das mögen sie");
    public static readonly Text Quiet = new($"Reserved", $"Zurückhaltend");
    public static readonly Text LikesItQuiet = new($"likes it quiet", $"hat es gern ruhig");
    public static readonly Text LikesItQuietWithoutOccasions = new($"likes it quiet, no birthdays or anniversaries", $"hat es gern ruhig, ohne Geburtstage und Jahrestage");
    public static readonly Text StillRight = new($"Still right", $"Passt noch");
    public static readonly Text Change = new($"Change …", $"Ändern …");
    public static readonly Text Noun = new($"agreed rhythm", $"vereinbarter Rhythmus");
    public static readonly Text ToldAsTier = new($"rhythm by tier again", $"Rhythmus wieder nach Stufe");
    public static readonly Text ToldConfirmed = new($"rhythm still right", $"Rhythmus passt noch");
    public static readonly Text ToldUnreserved = new($"no longer reserved", $"nicht mehr zurückhaltend");

    public static readonly Text NothingSaid = new(
        $"Tell me how often or how, such as: every 2 weeks, at most weekly, by call.",
        $"‹Sag|Sagen Sie› mir, wie oft oder auf welchem Weg, zum Beispiel: alle 2 Wochen, höchstens wöchentlich, per Telefon.");

    public static Text CannotRead(string typed) => new(
        $"I couldn’t read “{Short(typed)}” as a rhythm. Try: every 2 weeks, monthly.",
        $"„{Short(typed)}“ verstehe ich nicht als Rhythmus. So klappt es: alle 2 Wochen, monatlich.");

    public static Text CannotReadMost(string typed) => new(
        $"I couldn’t read “{Short(typed)}” as a limit. Try: weekly, twice a week.",
        $"„{Short(typed)}“ verstehe ich nicht als Obergrenze. So klappt es: wöchentlich, zweimal pro Woche.");

    public static Text ToldRhythm(Text rhythm) => new($"rhythm: {rhythm}", $"Rhythmus: {rhythm}");

    public static Text AsTier(string account, Tier tier) => new($"{account}: as tier {tier} again", $"{account}: wieder wie Stufe {tier}");

    public static Text TierFloor(int days) => new($"A talk {RhythmTexts.Every(days)} at least", $"Mindestens {RhythmTexts.Every(days)} ein Gespräch");

    public static Text Headline(RichText who, Text rhythm) => new($"{who}: {rhythm}", $"{who}: {rhythm}");

    public static Text InsteadOf(Tier tier, int days) => new($"By tier {tier} it would be {RhythmTexts.Every(days)}.", $"Nach Stufe {tier} wäre es {RhythmTexts.Every(days)}.");

    public static Text Agreed(LocalDate on, LocalDate review) => new(
        $"Agreed on {on:d MMMM uuuu}. On {review:d MMMM uuuu} I’ll ask whether it’s still right.",
        $"Vereinbart am {on:d. MMMM uuuu}. Am {review:d. MMMM uuuu} frage ich nach, ob es noch passt.");

    public static Text Limit(Text atMost) => new(
        $"Limit: {atMost}. Only whoever goes beyond it hears about that.",
        $"Obergrenze: {atMost}. Wird es mehr, sage ich es nur der Person, die gerade notiert oder plant.");

    public static Text By(string member) => new($"Noted by {member}", $"Notiert von {member}");

    /// <summary>Whether it is still right.</summary>
    public static Text IsItRight(Strong who, Text rhythm) => new($"{who}: {rhythm}. Is that still right?", $"{who}: {rhythm}. Passt das noch?");

    public static Text AgreedOn(Text date) => new($"agreed on {date}", $"vereinbart am {date}");

    public static Text Settled(string settlement) => settlement == CadencePractice.Confirmed
        ? new($"it’s still right", $"es passt noch")
        : new($"agreed on something new", $"neu vereinbart");

    /// <summary>How often the client hears from us, for whoever adds to it alone.</summary>
    /// <param name="account">The client.</param>
    /// <param name="much">How often.</param>
    /// <param name="isPlanned">The last one is still to come.</param>
    public static Text TooMany(string account, TooManyContacts much, bool isPlanned)
    {
        var times = NudgeTexts.Times(much.Contacts);
        var (english, german) = much.People < EnglishNumbers.Length ? (EnglishNumbers[much.People], GermanNumbers[much.People]) : ($"{much.People}", $"{much.People}");
        return isPlanned
            ? new(
                $"With this one, {Lower(english)} of us are in touch with {account} within {much.Days} days, {times} in all. Perhaps a little later?",
                $"Damit melden sich {Lower(german)} von uns innerhalb von {much.Days} Tagen bei {account}, zusammen {times}. Vielleicht etwas später?")
            : new(
                $"{english} of us have been in touch with {account} within {much.Days} days, {times} in all. A few quiet days might suit them.",
                $"{german} von uns haben sich innerhalb von {much.Days} Tagen bei {account} gemeldet, zusammen {times}. Ein paar ruhige Tage täten vielleicht gut.");
    }

    private static string Lower(string word) => char.ToLowerInvariant(word[0]) + word[1..];

    private static string Short(string typed) => Shortening.Of(typed, 40);
}
