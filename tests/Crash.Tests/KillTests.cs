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

/// <summary>Kills processes at work, and counts what a messenger has seen in the end.</summary>
public abstract class KillTests(ITestOutputHelper output)
{
    protected static readonly int Nudges = Extent.Of(20, full: 40) * PerTeam;

    /// <summary>A busy machine takes its time.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private const int PerTeam = 5;

    /// <summary>Monday noon in Berlin, when a complaint of Friday at four is to be acknowledged.</summary>
    private static readonly Instant Due = Instant.FromUtc(2026, 3, 9, 11, 0);

    protected sealed record Count(IReadOnlyList<string> Posts, IReadOnlyList<Guid> Subjects, int Finds, int Found);

    protected ITestOutputHelper Output => output;

    protected static string Now => Due.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

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

        var clock = Stopwatch.StartNew();
        await KillAndFinish(database, port, client, new Random(seed));

        var count = await Read(client);
        output.WriteLine($"after {clock.Elapsed.TotalSeconds:F1} s: {count.Posts.Count} posts, {count.Subjects.Count} nudges, asked {count.Finds} times whether a message stands there, {count.Found} times it did");
        var lost = expected.Except(count.Subjects).Count();
        var doubled = count.Subjects.GroupBy(subject => subject).Count(group => group.Count() > 1);
        (lost, doubled, count.Subjects.Count, count.Posts.Distinct().Count()).ShouldBe((0, 0, Nudges, Nudges), $"lost, doubled, nudges said, messages; seed {seed}");
        Check(count, seed);
    }

    /// <summary>Starts processes and kills them at work, until everything is said.</summary>
    protected abstract Task KillAndFinish(Database database, string port, HttpClient messenger, Random random);

    /// <summary>What else is to be so in the end.</summary>
    protected virtual void Check(Count count, int seed)
    {
    }

    protected static async Task Reached(HttpClient messenger, int posted)
    {
        using var limit = new CancellationTokenSource(Patience);
        await messenger.GetAsync($"/reached/{posted}", limit.Token);
    }

    protected static async Task<Count> Read(HttpClient messenger) => (await messenger.GetFromJsonAsync<Count>("/count"))!;

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

    private protected static async Task UntilAllIsSaid(Database database, params IReadOnlyCollection<HelperProcess> workers)
    {
        var waiting = Stopwatch.StartNew();
        while (true)
        {
            workers.ShouldAllBe(worker => !worker.HasEnded);
            await using var store = database.Stores.Open(Scope.Nothing);
            var states = await EntityFrameworkQueryableExtensions.ToListAsync(Everywhere(store));
            if (states.Count == Nudges && states.TrueForAll(state => state == NudgeState.Posted)) return;
            waiting.Elapsed.ShouldBeLessThan(Patience, string.Join(", ", states.GroupBy(state => state).Select(group => $"{group.Count()} {group.Key}")));
            await Task.Delay(100);
        }
    }

    /// <summary>The nudges of rung 0; later rungs are planned and not yet due.</summary>
    private static IQueryable<NudgeState> Everywhere(Store store) =>
        store.Nudges.IgnoreQueryFilters().Where(nudge => nudge.Rung == 0 && nudge.Ask == ComplaintPractice.Acknowledge).Select(nudge => nudge.State);

    private static async Task<List<Guid>> Seed(Database database)
    {
        var subjects = new List<Guid>();
        for (var team = 0; team < Nudges / PerTeam; team++)
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
