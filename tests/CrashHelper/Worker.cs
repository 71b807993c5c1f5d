using System.Globalization;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace AccountNudge.CrashHelper;

/// <summary>Plans and delivers at one instant, as the jobs would, until it is killed. Begins when it reads a line.</summary>
internal static class Worker
{
    /// <summary>Short, so that another soon takes over what a killed one had begun.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(2);

    public static async Task Run(string kind, string connection, string port, string now)
    {
        var clock = ClockAt(now);
        var stores = kind == "sqlite" ? Stores.OnSqlite(connection, clock) : Stores.OnPostgres(connection, clock);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var sweep = new Sweep(stores, NullLogger<Sweep>.Instance);
        var dispatcher = new Dispatcher(stores, new HttpMessenger(client), clock, NullLogger<Dispatcher>.Instance) { Lease = Lease };
        await using (var store = stores.Open(Scope.Nothing)) _ = store.Model;

        await Console.Out.WriteLineAsync("ready");
        if (await Console.In.ReadLineAsync() is null) return;
        while (true)
        {
            var done = await sweep.Run(clock.GetCurrentInstant(), CancellationToken.None)
                + await dispatcher.Run(clock.GetCurrentInstant(), CancellationToken.None);
            if (done == 0) await Task.Delay(20);
        }
    }

    /// <summary>A clock that stands at an instant, given in seconds since 1970.</summary>
    public static FakeClock ClockAt(string seconds) => new(Instant.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)));
}
