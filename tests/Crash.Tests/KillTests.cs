using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Crash.Tests;

public abstract class KillTests(ITestOutputHelper output)
{
    private const int Kills = 25;
    private const int KillsWhileDeciding = 8;
    private const int Teams = 40;
    private const int PerTeam = 5;
    private const int Nudges = Teams * PerTeam;

    /// <summary>Monday noon in Berlin, when a complaint of Friday at four is to be acknowledged.</summary>
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 9, 11, 0);

    /// <summary>A busy machine takes its time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private sealed record Count(IReadOnlyList<string> Posts, IReadOnlyList<Guid> Subjects, int Finds, int Found);

    protected async Task Nothing_is_lost_or_doubled(DatabaseKind kind)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"{kind}: seed {seed}");
        await using var database = await Database.Create(kind);
        var expected = await Seed(database);
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        using var messenger = new HelperProcess("messenger", port, seed.ToString(CultureInfo.InvariantCulture));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Patience };
        await UntilItListens(client);

        string[] worker = ["worker", kind == DatabaseKind.Sqlite ? "sqlite" : "postgres", database.ConnectionString, port, Due.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)];
        var clock = Stopwatch.StartNew();
        await KillAgainAndAgain(worker, client, new Random(seed));
        output.WriteLine($"{Kills} kills took {clock.Elapsed.TotalSeconds:F1} s, {(await Read(client)).Posts.Count} messages stood there");
        using (var last = new HelperProcess(worker))
        {
            await last.Begin();
            await UntilAllIsSaid(database, last);
        }

        var count = await Read(client);
        output.WriteLine($"after {clock.Elapsed.TotalSeconds:F1} s: {count.Posts.Count} posts, {count.Subjects.Count} nudges, asked {count.Finds} times whether a message stands there, {count.Found} times it did");
        var lost = expected.Except(count.Subjects).Count();
        var doubled = count.Subjects.GroupBy(subject => subject).Count(group => group.Count() > 1);
        (lost, doubled, count.Subjects.Count, count.Posts.Distinct().Count()).ShouldBe((0, 0, Nudges, Nudges), $"lost, doubled, nudges said, messages; seed {seed}");
        count.Found.ShouldBeGreaterThan(0, $"no kill hit the moment between posting and marking; seed {seed}");
    }

    /// <summary>
    /// Each worker but the last is killed: the first few while they decide, the others when a random number of messages
    /// stands there, a few random milliseconds later.
    /// </summary>
    private static async Task KillAgainAndAgain(string[] worker, HttpClient messenger, Random random)
    {
        var points = Enumerable.Range(0, Kills - KillsWhileDeciding).Select(_ => random.Next(1, Nudges)).Order().ToList();
        var next = new HelperProcess(worker);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var doomed = next;
            // The next one warms up while this one works.
            next = new HelperProcess(worker);
            await doomed.Begin();
            if (kill >= KillsWhileDeciding)
            {
                // At least one message more than there are, so that every kill hits a worker at work.
                var posted = Math.Max(points[kill - KillsWhileDeciding], (await Read(messenger)).Posts.Count + 1);
                if (posted < Nudges) await Reached(messenger, posted);
            }

            await Task.Delay(random.Next(kill < KillsWhileDeciding ? 250 : 30));
            await doomed.Kill();
        }

        next.Dispose();
    }

    private static async Task Reached(HttpClient messenger, int posted)
    {
        using var limit = new CancellationTokenSource(Patience);
        await messenger.GetAsync($"/reached/{posted}", limit.Token);
    }

    private static async Task<Count> Read(HttpClient messenger) => (await messenger.GetFromJsonAsync<Count>("/count"))!;

    private static async Task UntilItListens(HttpClient messenger)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await Read(messenger);
                return;
            }
            catch (HttpRequestException) when (waiting.Elapsed < Patience)
            {
                await Task.Delay(20);
            }
        }
    }

    private static async Task UntilAllIsSaid(Database database, HelperProcess worker)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            worker.HasEnded.ShouldBeFalse();
            await using var store = database.Stores.Open(Scope.Nothing);
            var states = await EntityFrameworkQueryableExtensions.ToListAsync(Everywhere(store));
            if (states.Count == Nudges && states.TrueForAll(state => state == NudgeState.Posted)) return;
            waiting.Elapsed.ShouldBeLessThan(Patience, string.Join(", ", states.GroupBy(state => state).Select(group => $"{group.Count()} {group.Key}")));
            await Task.Delay(100);
        }
    }

    /// <summary>The nudges of rung 0; later rungs are planned and not yet due.</summary>
    private static IQueryable<NudgeState> Everywhere(Store store) =>
        store.Nudges.IgnoreQueryFilters().Where(nudge => nudge.Rung == 0 && nudge.Ask == Ask.Acknowledge).Select(nudge => nudge.State);

    private static async Task<List<Guid>> Seed(Database database)
    {
        var subjects = new List<Guid>();
        for (var team = 0; team < Teams; team++)
        {
            var office = await Office.Open(database);
            var owner = await office.Hire("Anna");
            await using var store = office.Store();
            for (var number = 0; number < PerTeam; number++)
            {
                var account = office.NewAccount($"Client {number}", owner);
                var complaint = Complaint.Open(account, null, new ComplaintAct(owner.Id, Database.Friday, office.Team.Settings.Calendar(), office.Team.Settings, "late"));
                store.Accounts.Add(account);
                store.Complaints.Add(complaint);
                subjects.Add(complaint.Id);
            }

            await store.SaveChangesAsync();
        }

        return subjects;
    }
}

/// <summary>Two classes, so that both databases are tested at the same time.</summary>
public sealed class KillOnSqliteTests(ITestOutputHelper output) : KillTests(output)
{
    [Fact]
    public Task Killing_the_process_at_25_points_loses_and_doubles_nothing() => Nothing_is_lost_or_doubled(DatabaseKind.Sqlite);
}

public sealed class KillOnPostgresTests(ITestOutputHelper output) : KillTests(output)
{
    [Fact]
    public Task Killing_the_process_at_25_points_loses_and_doubles_nothing() => Nothing_is_lost_or_doubled(DatabaseKind.Postgres);
}
