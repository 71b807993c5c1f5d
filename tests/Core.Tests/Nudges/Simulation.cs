using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>A team, its messenger and a simulated clock that is moved through time.</summary>
internal sealed class Simulation : IAsyncDisposable
{
    private readonly SimulatedClock clock = new(Testing.Database.Friday);
    private readonly TimeTravel travel;

    private Simulation(Database database, TimeSpan? patience)
    {
        Database = database;
        Dispatcher = NewDispatcher();
        travel = new TimeTravel(database.On(clock), NewSweep(), Dispatcher, clock) { Patience = patience ?? TimeSpan.FromMinutes(1) };
    }

    public Database Database { get; }

    public FakeMessenger Messenger { get; } = new();

    public Dispatcher Dispatcher { get; }

    public Office Office { get; private set; } = null!;

    public static async Task<Simulation> Begin(DatabaseKind kind, TimeSpan? patience = null)
    {
        var database = await Database.Create(kind);
        return new Simulation(database, patience) { Office = await Office.Open(database) };
    }

    public Sweep NewSweep() => new(Database.On(clock), NullLogger<Sweep>.Instance);

    public Dispatcher NewDispatcher(Duration? lease = null) =>
        new(Database.On(clock), Messenger, clock, NullLogger<Dispatcher>.Instance) { Lease = lease ?? Duration.FromSeconds(60) };

    /// <summary>Travels to a local time in Berlin; commands that follow happen then.</summary>
    public async Task<Arrival> To(int year, int month, int day, int hour, int minute = 0)
    {
        var arrival = await travel.To(Berlin(year, month, day, hour, minute), CancellationToken.None);
        Database.Now = arrival.Now;
        return arrival;
    }

    /// <summary>Travels to a local time in Berlin unless it is stopped on the way.</summary>
    public async Task<Arrival> To(LocalDateTime berlin, Action<Instant> reached, CancellationToken stop)
    {
        var arrival = await travel.To(Berlin(berlin.Year, berlin.Month, berlin.Day, berlin.Hour, berlin.Minute), reached, stop, CancellationToken.None);
        Database.Now = arrival.Now;
        return arrival;
    }

    /// <summary>Lets time pass without anybody sweeping or dispatching.</summary>
    public void SleepUntil(int year, int month, int day, int hour, int minute = 0)
    {
        Database.Now = Berlin(year, month, day, hour, minute);
        clock.MoveTo(Database.Now);
    }

    /// <summary>Sweeps and dispatches at one instant until nothing is left to do.</summary>
    public async Task RunJobs(int times = 1)
    {
        for (var beat = 0; beat < times; beat++)
        {
            await NewSweep().Run(clock.GetCurrentInstant(), CancellationToken.None);
            await Dispatcher.Run(clock.GetCurrentInstant(), CancellationToken.None);
        }
    }

    /// <summary>Time passes for posts: leases and waits end. How many there were.</summary>
    public async Task<int> EndLeases()
    {
        await using var store = Office.Store();
        return await store.Posts.IgnoreQueryFilters().Where(post => post.State == PostState.Posting).ExecuteUpdateAsync(set => set.SetProperty(post => post.LeaseUntil, Claims.Free));
    }

    public async Task<List<Nudge>> Nudges()
    {
        await using var store = Office.Store();
        return await store.Nudges.OrderBy(nudge => nudge.DueAt).ToListAsync();
    }

    public async Task<List<Post>> Posts()
    {
        await using var store = Office.Store();
        return await store.Posts.ToListAsync();
    }

    public static Instant Berlin(int year, int month, int day, int hour, int minute = 0) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb["Europe/Berlin"]).ToInstant();

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
