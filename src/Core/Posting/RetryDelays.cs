namespace AccountNudge.Core.Posting;

/// <summary>Elapsed real time until a post is tried again.</summary>
internal static class RetryDelays
{
    /// <summary>Where a platform does not say how long.</summary>
    public static readonly Duration Default = Duration.FromSeconds(8);

    /// <summary>Whole seconds, as leases are, and never fewer than the platform wants.</summary>
    /// <param name="delivery">What became of the attempt.</param>
    /// <param name="inDoubt">How long to wait where nobody knows and the platform does not say.</param>
    public static Duration After(Delivery delivery, Duration inDoubt)
    {
        var wanted = delivery switch
        {
            NotNow notNow => notNow.After ?? Spread(Default),
            Uncertain { After: { } after } => after,
            _ => Spread(inDoubt),
        };
        return Duration.FromSeconds(Math.Ceiling(wanted.TotalSeconds));
    }

    /// <summary>Where the platform can tell, it is asked soon.</summary>
    public static Duration BackOff(int attempts) => Duration.FromSeconds(Math.Min(300, Math.Pow(2, attempts)));

    /// <summary>At least half of it: not everybody is to come back at the same moment.</summary>
    private static Duration Spread(Duration most)
    {
#pragma warning disable CA5394 // Spreading retries needs no secrecy.
        return most * (0.5 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
    }
}
