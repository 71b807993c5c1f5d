using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Cadences;

/// <summary>What a rhythm says when something does not fit.</summary>
public static class CadenceRefusals
{
    internal static readonly Text Floor = new(
        $"Please pick anything between every day and every two years.",
        $"Bitte etwas zwischen täglich und alle zwei Jahre wählen.");

    internal static readonly Text Ceiling = new(
        $"Please pick a limit between once and 50 times.",
        $"Bitte als Höchstens etwas zwischen einmal und 50-mal wählen.");

    internal static readonly Text TooTight = new(
        $"Those two don’t go together: at that pace you’d be in touch more often than the limit allows.",
        $"Das passt nicht zusammen: In diesem Rhythmus wären es mehr Gespräche als höchstens erlaubt.");

    internal static readonly Text AgreedAhead = new(
        $"That day is still ahead. When was it agreed?",
        $"Dieser Tag kommt erst noch. Wann wurde es vereinbart?");

    internal static readonly Text ReviewIsOver = new(
        $"That day has passed. Please pick a later one for looking at it again.",
        $"Dieser Tag ist vorbei. Bitte einen späteren wählen, um noch einmal darauf zu schauen.");

    internal static readonly Text ReviewTooFar = new(
        $"That’s more than five years ahead. Please pick an earlier day.",
        $"Das ist mehr als fünf Jahre hin. Bitte einen früheren Tag wählen.");

    internal static readonly Text ReservedAlready = new(
        $"That’s already noted.",
        $"Das ist schon so notiert.");

    /// <summary>They were not reserved.</summary>
    public static readonly Text NotReserved = new(
        $"They weren’t noted as reserved.",
        $"Als zurückhaltend waren sie nicht notiert.");

    /// <summary>Nothing is agreed that could be right or wrong.</summary>
    public static readonly Text NothingAgreed = new(
        $"Nothing of their own is agreed with them; the tier decides.",
        $"Mit diesem Kunden ist nichts Eigenes vereinbart; es gilt die Stufe.");
}
