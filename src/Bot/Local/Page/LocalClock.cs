using AccountNudge.Bot.Local.Chat;
using AccountNudge.Core.Posting;
using NodaTime.Text;

namespace AccountNudge.Bot.Local.Page;

/// <summary>Moves the clock of Simulated mode and lets everything that falls due on the way happen. Not registered: the clock cannot be moved.</summary>
public delegate Task<Arrival> LocalTravel(Instant target, Action<Instant> reached, CancellationToken stop, CancellationToken cancellation);

/// <summary>A journey that is under way.</summary>
public sealed record Journey(Instant From, Instant To)
{
    /// <summary>How much of it is done at an instant, in hundredths.</summary>
    public int Percent(Instant at) => (int)(100 * (at - From).TotalSeconds / (To - From).TotalSeconds);
}

/// <summary>The next instants worth travelling to.</summary>
/// <param name="NextHour">An hour of working time from now.</param>
/// <param name="NextMorning">The opening of the next working day.</param>
public readonly record struct WorkAhead(Instant NextHour, Instant NextMorning);

/// <summary>The clock as the page shows and moves it.</summary>
public sealed class LocalClock(IClock clock, LocalEvents events, IServiceProvider services)
{
    private readonly Lock gate = new();
    private CancellationTokenSource? stop;
    private static readonly LocalTime Opening = new(9, 0);
    private static readonly LocalTime Closing = new(17, 0);
    private static readonly LocalDateTimePattern FieldPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm");

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Whether the clock can be moved.</summary>
    public bool CanTravel => services.GetService<LocalTravel>() is not null;

    /// <summary>The journey that is under way; null when the clock stands still.</summary>
    public Journey? UnderWay { get; private set; }

    /// <summary>Travels; null when somebody is travelling already.</summary>
    public async Task<Arrival?> Travel(Instant target, CancellationToken cancellation)
    {
        using var stopping = new CancellationTokenSource();
        lock (gate)
        {
            if (UnderWay is not null) return null;
            (UnderWay, stop) = (new Journey(Now, target), stopping);
        }

        events.Changed();
        try
        {
            return await services.GetRequiredService<LocalTravel>()(target, _ => events.Changed(), stopping.Token, cancellation);
        }
        finally
        {
            lock (gate) (UnderWay, stop) = (null, null);
            events.Changed();
        }
    }

    /// <summary>Ends the journey that is under way, if any, at the instant it has reached.</summary>
    public void Stop()
    {
        lock (gate) stop?.Cancel();
    }

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
