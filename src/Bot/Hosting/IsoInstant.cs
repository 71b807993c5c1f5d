using NodaTime.Text;

namespace AccountNudge.Bot.Hosting;

/// <summary>ISO instants as people write them in settings and requests: with <c>Z</c> or an offset, whole seconds.</summary>
internal static class IsoInstant
{
    // Beyond this the databases' calendars end, and looking a few years ahead must still be possible.
    private static readonly Instant End = Instant.FromUtc(9000, 1, 1, 0, 0);

    public static Instant? Parse(string text)
    {
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        return parsed.Success ? Sensible(parsed.Value.ToInstant()) : null;
    }

    /// <summary>The instant in whole seconds, or null when it is further away than anyone can mean.</summary>
    public static Instant? Sensible(Instant instant) =>
        instant >= Instant.FromUnixTimeSeconds(0) && instant < End ? Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()) : null;

    public static string Write(Instant instant) => InstantPattern.General.Format(instant);
}
