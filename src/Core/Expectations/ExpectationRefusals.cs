using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Expectations;

/// <summary>What expectations and projects say when something does not fit.</summary>
public static class ExpectationRefusals
{
    /// <summary>It was not agreed yet.</summary>
    public static readonly Text StillAhead = new(
        $"That day is still ahead. When was it agreed?",
        $"Dieser Tag kommt erst noch. Wann wurde es vereinbart?");

    /// <summary>The day of the review has passed.</summary>
    public static readonly Text DayIsOver = new(
        $"That day is already over. When shall we look at it again?",
        $"Dieser Tag ist schon vorbei. Wann wollen wir wieder darauf schauen?");

    /// <summary>Nobody plans that far ahead.</summary>
    public static readonly Text TooFar = new(
        $"That’s more than five years ahead. Please pick an earlier day.",
        $"Das ist mehr als fünf Jahre hin. Bitte einen früheren Tag wählen.");

    /// <summary>It holds no more.</summary>
    public static readonly Text OverAlready = new(
        $"This is closed already.",
        $"Das ist schon abgeschlossen.");

    /// <summary>No project starts so far from today.</summary>
    public static readonly Text NotThen = new(
        $"The start should be within three years of today.",
        $"Der Start sollte höchstens drei Jahre von heute entfernt sein.");

    /// <summary>The project is done.</summary>
    public static readonly Text DoneAlready = new(
        $"That project is done already.",
        $"Das Projekt ist schon abgeschlossen.");
}
