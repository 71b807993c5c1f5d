using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Conversation;

/// <summary>Days and instants as people say them: today and tomorrow by name, then the weekday, the year only where it differs.</summary>
internal static class Moments
{
    /// <summary>Such as <c>today, 15:00</c> and <c>Montag, 15. März, 11:00 Uhr</c>.</summary>
    public static Text At(Instant instant, DateTimeZone zone, Instant now)
    {
        var local = instant.InZone(zone).LocalDateTime;
        var day = On(local.Date, now.InZone(zone).Date);
        return new($"{day}, {local.TimeOfDay:HH:mm}", $"{day}, {local.TimeOfDay:HH:mm} Uhr");
    }

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
