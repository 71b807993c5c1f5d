namespace AccountNudge.Bot.Conversation.Model;

/// <summary>Days and instants as people say them: today and tomorrow by name, then the weekday, the year only where it differs.</summary>
internal static class Moments
{
    /// <summary>Such as <c>15:00 today</c> and <c>Montag, 15. März, 11 Uhr</c>; reads on after "by" and "bis".</summary>
    public static Text At(Instant instant, DateTimeZone zone, Instant now)
    {
        var (local, today) = (instant.InZone(zone).LocalDateTime, now.InZone(zone).Date);
        var (day, clock) = (On(local.Date, today), Clock(local.TimeOfDay));
        return Math.Abs(Period.DaysBetween(today, local.Date)) <= 1
            ? new($"{clock} {day}", $"{day} {clock}")
            : new($"{clock} on {day}", $"{day}, {clock}");
    }

    /// <summary>A time of day: <c>15:00</c>, and in German <c>15 Uhr</c> or <c>15:30 Uhr</c>.</summary>
    public static Text Clock(LocalTime time) => time.Minute == 0
        ? new($"{time:HH:mm}", $"{time:%H} Uhr")
        : new($"{time:HH:mm}", $"{time:H:mm} Uhr");

    /// <summary>Such as <c>yesterday</c> and <c>Freitag, 12. März</c>.</summary>
    public static Text On(LocalDate day, LocalDate today) => Period.DaysBetween(today, day) switch
    {
        -1 => new($"yesterday", $"gestern"),
        0 => new($"today", $"heute"),
        1 => new($"tomorrow", $"morgen"),
        _ when day.Year == today.Year => new($"{day:dddd d MMMM}", $"{day:dddd, d. MMMM}"),
        _ => new($"{day:d MMMM uuuu}", $"{day:d. MMMM uuuu}"),
    };
}
