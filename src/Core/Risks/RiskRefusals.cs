using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Risks;

/// <summary>What a risk says when something does not fit.</summary>
public static class RiskRefusals
{
    /// <summary>Nothing is to be done about it any more.</summary>
    public static readonly Text ResolvedAlready = new(
        $"This is resolved already.",
        $"Das hat sich schon erledigt.");

    /// <summary>The day of the next step has passed.</summary>
    public static readonly Text DayIsOver = new(
        $"That day is already over. When can the next step be taken?",
        $"Dieser Tag ist schon vorbei. Wann geht der nächste Schritt?");

    /// <summary>Nobody plans that far ahead.</summary>
    public static readonly Text TooFar = new(
        $"That’s more than two years ahead. Please pick an earlier day.",
        $"Das ist mehr als zwei Jahre hin. Bitte einen früheren Tag wählen.");

    internal static Text IsOver(string account) => new(
        $"{account} isn’t with us any more, so there’s nothing left to lose.",
        $"{account} ist nicht mehr bei uns, da ist kein Risiko mehr.");
}
