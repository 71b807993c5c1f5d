namespace AccountNudge.Bot.Platforms;

/// <summary>How long to wait after failures that did not say how long.</summary>
internal static class BackOff
{
    private const double Longest = 60;

    /// <summary>Real time, from a second to a minute, spread: when a platform is back, not everybody comes at once.</summary>
    /// <param name="failures">How many in a row, this one included.</param>
    public static Duration After(int failures)
    {
        var most = Math.Min(Longest, Math.Pow(2, Math.Min(failures, 10)));
#pragma warning disable CA5394 // Spreading retries needs no secrecy.
        return Duration.FromSeconds(most * (0.5 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
    }
}
