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
        $"Bitte als Obergrenze etwas zwischen einmal und 50-mal wählen.");

    internal static readonly Text TooTight = new(
        $"Those two don’t go together: at that pace you’d be in touch more often than the limit allows.",
        $"Das passt nicht zusammen: In diesem Rhythmus wären es mehr Gespräche, als die Obergrenze zulässt.");

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
    public static Text NotReserved(string account) => new(
        $"{account} wasn’t noted as reserved.",
        $"{account} war nicht als zurückhaltend notiert.");

    /// <summary>Nothing is agreed that could be right or wrong.</summary>
    public static Text NothingAgreed(string account) => new(
        $"Nothing of its own is agreed with {account}; the tier decides.",
        $"Mit {account} ist nichts Eigenes vereinbart; es gilt die Stufe.");
}
