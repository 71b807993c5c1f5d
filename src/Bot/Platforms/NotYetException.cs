namespace AccountNudge.Bot.Platforms;

/// <summary>The platform does not tell yet what must be known to answer; later it will.</summary>
/// <param name="after">Elapsed real time to wait at least.</param>
internal sealed class NotYetException(Duration after) : Exception("The platform does not tell yet.")
{
    private static readonly Duration Seldom = Duration.FromMinutes(1);

    /// <summary>What to wait where the platform does not say how long.</summary>
    public static readonly Duration Soon = Duration.FromSeconds(2);

    /// <summary>Real time to wait: at least what the platform demands, and the longer the more there was waited already.</summary>
    /// <param name="age">Real time since it was done.</param>
    public Duration WaitAt(Duration age) => Duration.Max(after, Duration.Min(Duration.Max(age / 2, Soon), Seldom));
}
