using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Plans;

/// <summary>What a plan says when something does not fit.</summary>
public static class PlanRefusals
{
    /// <summary>The day or its time is over.</summary>
    public static readonly Text IsOver = new(
        $"That’s in the past. If you’ve already talked, note it with “log”.",
        $"Das ist schon vorbei. Ein Gespräch, das schon war, hält „notiz“ fest.");

    internal static readonly Text TooFar = new(
        $"That’s more than two years ahead. Please pick an earlier day.",
        $"Das ist mehr als zwei Jahre hin. Bitte einen früheren Tag wählen.");

    internal static readonly Text Dropped = new(
        $"This has already been called off.",
        $"Das ist bereits abgesagt.");
}
