using System.Globalization;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace AccountNudge.CrashHelper;

/// <summary>Plans and delivers at one instant, as a heartbeat would, until it is killed. Begins when it reads a line.</summary>
internal static class Worker
{
    public static async Task Run(string kind, string connection, string port, string now)
    {
        var clock = new FakeClock(Instant.FromUnixTimeSeconds(long.Parse(now, CultureInfo.InvariantCulture)));
        var stores = kind == "sqlite" ? Stores.OnSqlite(connection, clock) : Stores.OnPostgres(connection, clock);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var sweep = new Sweep(stores, NullLogger<Sweep>.Instance);
        var dispatcher = new Dispatcher(stores, new HttpMessenger(client), clock, NullLogger<Dispatcher>.Instance) { Lease = Duration.FromSeconds(2) };
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

    private sealed class HttpMessenger(HttpClient client) : IMessenger
    {
        public async Task<Delivery> Post(Announcement announcement, CancellationToken cancellation)
        {
            using var answer = await client.PostAsJsonAsync($"/post/{announcement.Post.Key}", announcement.Lines.Select(line => line.Nudge.Subject), cancellation);
            answer.EnsureSuccessStatusCode();
            return new Delivered(announcement.Post.Key);
        }

        public async Task<Lookup> Find(Announcement announcement, CancellationToken cancellation) =>
            await client.GetFromJsonAsync<bool>($"/find/{announcement.Post.Key}", cancellation) ? new Found(announcement.Post.Key) : new Missing();

        public Task<Delivery> Update(Announcement announcement, CancellationToken cancellation) =>
            Task.FromResult<Delivery>(new Delivered(announcement.Post.Key));
    }
}
