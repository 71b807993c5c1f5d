using NodaTime;

namespace AccountNudge.Core.Nudges;

/// <summary>The clock of Simulated mode: it stands still until it is moved, and never goes back.</summary>
public sealed class SimulatedClock(Instant start) : IClock
{
    private long seconds = start.ToUnixTimeSeconds();

    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromUnixTimeSeconds(Interlocked.Read(ref seconds));

    internal void MoveTo(Instant instant) => Interlocked.Exchange(ref seconds, Math.Max(Interlocked.Read(ref seconds), instant.ToUnixTimeSeconds()));
}

/// <summary>Where the clock stands after travelling.</summary>
/// <param name="Now">The new instant.</param>
/// <param name="Pending">Keys of posts that were due and could not be delivered within 30 real seconds.</param>
public sealed record Arrival(Instant Now, IReadOnlyList<string> Pending);
