using AccountNudge.Core.Posting;
using NodaTime.Text;

namespace AccountNudge.Bot.Local.Page;

/// <summary>Moves the clock of Simulated mode and lets everything that falls due on the way happen. Not registered: the clock cannot be moved.</summary>
public delegate Task<Arrival> LocalTravel(Instant target, CancellationToken cancellation);

/// <summary>The next instants worth travelling to.</summary>
/// <param name="NextHour">An hour of working time from now.</param>
/// <param name="NextMorning">The opening of the next working day.</param>
public readonly record struct WorkAhead(Instant NextHour, Instant NextMorning);

/// <summary>The clock as the page shows and moves it.</summary>
public sealed class LocalClock(IClock clock, IServiceProvider services)
{
    private static readonly LocalTime Opening = new(9, 0);
    private static readonly LocalTime Closing = new(17, 0);
    private static readonly LocalDateTimePattern FieldPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Whether the clock can be moved.</summary>
    public bool CanTravel => services.GetService<LocalTravel>() is not null;

    public Task<Arrival> Travel(Instant target, CancellationToken cancellation) =>
        services.GetRequiredService<LocalTravel>()(target, cancellation);

    /// <summary>Where a travel button or a typed date and time leads from here; null when it is not later than now.</summary>
    public Instant? Target(string to, DateTimeZone zone)
    {
        var now = Now;
        var target = to switch
        {
            "hour" => OfficeHours(now, zone).NextHour,
            "morning" => OfficeHours(now, zone).NextMorning,
            "week" => now.InZone(zone).LocalDateTime.PlusWeeks(1).InZoneLeniently(zone).ToInstant(),
            _ => FieldPattern.Parse(to) is { Success: true } typed ? typed.Value.InZoneLeniently(zone).ToInstant() : now,
        };
        return target > now ? target : null;
    }

    /// <summary>A local date and time as the field takes it.</summary>
    public static string Field(LocalDateTime at) => FieldPattern.Format(at);

    /// <summary>Monday to Friday, 09:00 to 17:00.</summary>
    public static WorkAhead OfficeHours(Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        var nextMorning = OpeningFrom(local.Date.PlusDays(1));
        return new(At(Hour(local, nextMorning), zone), At(nextMorning, zone));
    }

    private static LocalDateTime Hour(LocalDateTime local, LocalDateTime nextMorning)
    {
        if (!IsWorkday(local.Date) || local.TimeOfDay >= Closing) return nextMorning;
        if (local.TimeOfDay < Opening) return local.Date + Opening;
        var later = local.PlusHours(1);
        return later.Date == local.Date && later.TimeOfDay <= Closing ? later : nextMorning + (later - (local.Date + Closing));
    }

    private static LocalDateTime OpeningFrom(LocalDate date)
    {
        while (!IsWorkday(date)) date = date.PlusDays(1);
        return date + Opening;
    }

    private static bool IsWorkday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    private static Instant At(LocalDateTime local, DateTimeZone zone) => local.InZoneLeniently(zone).ToInstant();
}
