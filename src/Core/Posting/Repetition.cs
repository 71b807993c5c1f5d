namespace AccountNudge.Core.Posting;

/// <summary>
/// Whether a post is sent once more when its connection was cut and the platform cannot tell whether it stands there. Each doubt
/// brings at most one repetition; how long to wait grows, so that a platform in trouble is outlived without many of them.
/// </summary>
public static class Repetition
{
    private static readonly Duration[] Waits = [Duration.FromSeconds(2), Duration.FromMinutes(1), Duration.FromMinutes(10)];

    /// <summary>
    /// What we owe, and anything else that somebody waits for, is rather said twice than never; it says so itself
    /// (<see cref="Announcement.MayBeRepeated"/>). What passes by itself is not: to read of the same birthday twice is worse than to find it
    /// in Today, where it stands in either case. Beside what we owe it is repeated with it.
    /// </summary>
    public static bool IsDue(Announcement announcement)
    {
        ArgumentNullException.ThrowIfNull(announcement);
        return announcement.Post.Attempts <= Waits.Length && (announcement.Lines.Count == 0 || announcement.Lines.Any(line => line.Day is null));
    }

    /// <summary>Elapsed real time to wait in doubt.</summary>
    /// <param name="attempts">How often it was sent; at least once.</param>
    internal static Duration Wait(int attempts) => Waits[Math.Clamp(attempts, 1, Waits.Length) - 1];
}
