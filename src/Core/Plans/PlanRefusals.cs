using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Plans;

/// <summary>What a plan says when something does not fit.</summary>
public static class PlanRefusals
{
    /// <summary>The day or its time is over.</summary>
    public static readonly Text IsOver = new(
        $"That is in the past. If you have talked already, note it with “log”.",
        $"Das ist schon vorbei. War das Gespräch bereits? Dann hält „notiz“ es fest.");

    internal static readonly Text TooFar = new(
        $"That is more than two years ahead. Please pick a day that is nearer.",
        $"Das ist über zwei Jahre hin. Bitte einen näheren Tag wählen.");

    internal static readonly Text Dropped = new(
        $"This was called off already.",
        $"Das ist bereits abgesagt.");
}
