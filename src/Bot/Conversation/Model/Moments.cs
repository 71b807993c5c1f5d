namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Days and instants as people say them: today and tomorrow by name, then the weekday, the year only where it differs.</summary>
internal static class Moments
{
    /// <summary>Such as <c>15:00 today</c> and <c>Montag, 15. März, 11 Uhr</c>; reads on after "by" and "bis".</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">The reader's zone.</param>
    /// <param name="now">As of when.</param>
    /// <param name="isDated">Today and tomorrow are dates like any other day.</param>
    public static Text At(Instant instant, DateTimeZone zone, Instant now, bool isDated = false)
    {
        var (local, today) = (instant.InZone(zone).LocalDateTime, now.InZone(zone).Date);
        var (day, clock) = (On(local.Date, today, isDated), Clock(local.TimeOfDay));
        return IsNear(local.Date, today, isDated)
            ? new($"{clock} {day}", $"{day} {clock}")
            : new($"{clock} on {day}", $"{day}, {clock}");
    }

    /// <summary>A time of day: <c>15:00</c>, and in German <c>15 Uhr</c> or <c>15:30 Uhr</c>.</summary>
    public static Text Clock(LocalTime time) => time.Minute == 0
        ? new($"{time:HH:mm}", $"{time:%H} Uhr")
        : new($"{time:HH:mm}", $"{time:H:mm} Uhr");

    /// <summary>Such as <c>yesterday</c> and <c>Freitag, 12. März</c>.</summary>
    /// <param name="day">The day.</param>
    /// <param name="today">As of when.</param>
    /// <param name="isDated">Today and tomorrow are dates like any other day.</param>
    public static Text On(LocalDate day, LocalDate today, bool isDated = false) => Period.DaysBetween(today, day) switch
    {
        _ when !IsNear(day, today, isDated) => Dated(day, today),
        -1 => new($"yesterday", $"gestern"),
        0 => new($"today", $"heute"),
        _ => new($"tomorrow", $"morgen"),
    };

    /// <summary>Whether a day has a name of its own: yesterday, today, tomorrow.</summary>
    public static bool IsNear(LocalDate day, LocalDate today, bool isDated = false) => !isDated && Math.Abs(Period.DaysBetween(today, day)) <= 1;

    private static Text Dated(LocalDate day, LocalDate today) => day.Year == today.Year
        ? new($"{day:dddd d MMMM}", $"{day:dddd, d. MMMM}")
        : new($"{day:d MMMM uuuu}", $"{day:d. MMMM uuuu}");
}
