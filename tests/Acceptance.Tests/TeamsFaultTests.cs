using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Acceptance.Tests;

/// <summary>
/// Severe nudges into many channels of a Teams in which everything goes wrong that can, and the bot killed meanwhile: thirty-two into
/// eight channels on PostgreSQL, or with FAULTS=all in the environment five hundred into fifty on both databases, which takes minutes.
/// Alone, for browsers beside it would lack the processor.
/// </summary>
[Collection("Everything goes wrong")]
public abstract partial class TeamsFaultTests(DatabaseKind kind)
{
    /// <summary>The last teams take the bot out in the middle.</summary>
    private const int Left = 5;

    private static readonly int Channels = Extent.Of(8, full: 50);
    private static readonly int Each = Extent.Of(4, full: 10);
    private static readonly int All = Channels * Each;

    /// <summary>In this channel the bot may not speak.</summary>
    private static readonly int Forbidden = Channels - Left - 1;

    private const string Friday = "2027-03-05T14:00:00Z";

    /// <summary>Monday, five minutes after the last of them should have been answered.</summary>
    private const string Monday = "2027-03-08T10:05:00Z";

    /// <summary>What goes wrong, and how often among five hundred.</summary>
    private static readonly (int Times, ConnectorFault Fault)[] Faults =
    [
        (20, ConnectorFault.TooMany(retryAfter: 1)), (10, ConnectorFault.TooMany()), (10, new ConnectorFault.Refusal(StatusCodes.Status412PreconditionFailed, "PreconditionFailed")),
        (8, new ConnectorFault.Refusal(StatusCodes.Status502BadGateway)), (8, new ConnectorFault.AcceptedStatus()), (8, new ConnectorFault.Reset()), (8, new ConnectorFault.AcceptedReset()),
        (10, new ConnectorFault.AcceptedEmpty()), (1, new ConnectorFault.Hang()), (1, new ConnectorFault.AcceptedHang()),
    ];

    [Fact]
    public async Task Nudges_reach_whom_they_should_whatever_goes_wrong_and_none_comes_twice_without_a_doubt()
    {
        Assert.SkipUnless(Extent.IsFull || kind == DatabaseKind.Postgres, "Set FAULTS=all in the environment to try this on SQLite as well.");
        await using var database = await Database.Create(kind);
        await using var teams = await FakeTeams.Start();
        var office = new Office(teams);
        var port = FreePort.Next();
        teams.BotUrl = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/api/messages"));
        var bot = await BotProcess.Start(port, Configuration(database));
        try
        {
            await office.Invite();
            await Until(bot, () => teams.Posts.Count == Channels + 1, "a welcome in every team");
            await office.Complain();
            await Until(bot, () => teams.Posts.Count >= (2 * All) + Channels + 1, "an answer to everything that was said");
            var said = teams.Posts.Count;
            teams.LimitsRates = true;
            Disturb(teams, office);
            var travelling = Travel(bot);
            await Until(bot, () => teams.Posts.Count - said > All * 0.3, "the first nudges");
            await office.TakeOut();
            await Until(bot, () => teams.Posts.Count - said > All * 0.5, "half of the nudges");
            await bot.Kill();
            await ((Task)travelling).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            var open = await UnderWay(database);
            await bot.DisposeAsync();
            bot = await BotProcess.Start(port, Configuration(database));
            while (!await Travel(bot)) await Task.Yield();

            var nudges = Nudges(teams.Posts.Skip(said));
            var repeated = nudges.Where(nudge => nudge.Count() > 1).ToList();
            Office.Clients.Except(nudges.Select(nudge => nudge.Key)).ShouldBeEmpty();
            repeated.Sum(nudge => nudge.Count() - 1).ShouldBeLessThanOrEqualTo(teams.DoubtfulPosts + open);
            foreach (var nudge in repeated) nudge.Skip(1).ShouldAllBe(again => MaySay(again) || again.Place != nudge.First().Place, $"{nudge.Key} in {string.Join(", ", nudge.Select(post => $"{post.Place.Name}{post.Place.Kind} {post.Id} {MaySay(post)}"))}");
            nudges.Where(nudge => nudge.Key.StartsWith($"Client {Forbidden}-", StringComparison.Ordinal)).ShouldAllBe(nudge => nudge.All(post => post.Place.With == office.People[Forbidden].Id));
            var notices = teams.Posts.Skip(said).Where(post => post.Place.With == office.People[Forbidden].Id && post.Wording.Contains("darf dort nicht mehr schreiben", StringComparison.Ordinal)).ToList();
            notices.ShouldNotBeEmpty();
            // Told once; only what may have been lost is told again, and says so.
            notices.Skip(1).ShouldAllBe(again => MaySay(again));
            teams.Targeted.ShouldBeEmpty();
            teams.Violations.ShouldBeEmpty();
            TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
                $"{nudges.Count} of {All} said; {repeated.Count} twice, {teams.DoubtfulPosts} left in doubt by the Connector and {open} by the crash; {teams.DoubtfulLosses} lost in doubt and said again"));
        }
        finally
        {
            await bot.DisposeAsync();
        }
    }

    /// <summary>Everything is to happen, in any order, and nothing at the first call of all.</summary>
    private static void Disturb(FakeTeams teams, Office office)
    {
        teams.Seed(4);
        teams.Break(ConnectorFault.Disabled, place: office.Channels[Forbidden], times: int.MaxValue);
        foreach (var (times, fault) in Faults) teams.Break(fault, times: ((times * All) + 499) / 500, probability: 0.06);
        teams.Break(ConnectorFault.TooMany(retryAfter: 1), "pagedmembers", times: 5, probability: 0.3);
        teams.Break(new ConnectorFault.Refusal(StatusCodes.Status502BadGateway), "channels", times: 5, probability: 0.3);
    }

    private static (string, string)[] Configuration(Database database) =>
    [
        ("Teams:AllowUnauthenticated", "true"), ("Clock:Mode", "Simulated"), ("Clock:Start", Friday),
        .. database.Kind == DatabaseKind.Postgres
            ? new[] { ("ConnectionStrings:Postgres", database.ConnectionString), ("Secrets:MasterKey", Convert.ToBase64String(new byte[32])) }
            : [("Storage:Path", database.ConnectionString.Split('=')[1])],
    ];

    /// <summary>Lets the time pass; whether all is said that falls due until then.</summary>
    private static async Task<bool> Travel(BotProcess bot)
    {
        using var answer = await bot.Client.PostAsJsonAsync("/clock", new { to = Monday });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pending").GetArrayLength() == 0;
    }

    private static async Task Until(BotProcess bot, Func<bool> holds, string what)
    {
        for (var waited = 0; !holds(); waited++)
        {
            (waited < 1_200).ShouldBeTrue($"Waited in vain for {what}.\n{bot.Output}");
            await Task.Delay(100);
        }
    }

    /// <summary>Posts of which the killed bot had not heard whether they stand there.</summary>
    private static async Task<int> UnderWay(Database database)
    {
        await using var store = database.Stores.Open(AccountNudge.Core.Storage.Scope.Nothing);
        return await store.Database.SqlQueryRaw<int>("""SELECT CAST(count(*) AS integer) AS "Value" FROM posts WHERE "State" = 0 AND "FirstTriedAt" IS NOT NULL""").SingleAsync();
    }

    /// <summary>It says that it may be there twice.</summary>
    private static bool MaySay(FakeChatMessage post) => post.Wording.Contains("steht hier vielleicht doppelt", StringComparison.Ordinal);

    private static List<IGrouping<string, FakeChatMessage>> Nudges(IEnumerable<FakeChatMessage> posts) =>
        [.. posts.Where(post => Named().IsMatch(post.Wording)).GroupBy(post => Named().Match(post.Wording).Value, StringComparer.Ordinal)];

    [GeneratedRegex(@"Client \d+-\d+")]
    private static partial Regex Named();

    /// <summary>
    /// Fifty people, each with a team of their own, for a channel's people are the members of its account team; and one for all of
    /// them, so that the bot can write to whom it is with nowhere else.
    /// </summary>
    private sealed class Office
    {
        private readonly FakeTeams teams;
        private readonly IReadOnlyList<(FakePerson Person, FakeTeam Team)> own;

        public Office(FakeTeams teams)
        {
            this.teams = teams;
            var tenant = FakeTeams.NewTenant();
            People = [.. Enumerable.Range(0, TeamsFaultTests.Channels).Select(number => teams.AddPerson(tenant, $"Person {number}", "de-DE"))];
            Keeper = teams.AddPerson(tenant, "Keeper", "de-DE");
            ForAll = teams.AddTeam(tenant, "Everybody", [Keeper, .. People]);
            own = [.. People.Select((person, number) => (person, teams.AddTeam(tenant, $"Team {number}", person)))];
            Channels = [.. own.Select(each => teams.General(each.Team))];
        }

        public IReadOnlyList<FakePerson> People { get; }

        /// <summary>Looks after the app of the team for all, and has no clients.</summary>
        public FakePerson Keeper { get; }

        public FakeTeam ForAll { get; }

        public IReadOnlyList<FakePlace> Channels { get; }

        public static IEnumerable<string> Clients => from number in Enumerable.Range(0, TeamsFaultTests.Channels) from client in Enumerable.Range(0, Each) select $"Client {number}-{client}";

        public async Task Invite()
        {
            foreach (var (person, team) in own.Append((Keeper, ForAll))) await teams.Deliver(teams.Installs(person, team));
        }

        /// <summary>The last teams take the bot out.</summary>
        public async Task TakeOut()
        {
            foreach (var (person, team) in own.TakeLast(Left))
                foreach (var delivery in teams.Uninstalls(person, team)) await teams.Deliver(delivery);
        }

        /// <summary>Everybody adds their clients, and each client complains.</summary>
        public Task Complain() => Task.WhenAll(People.Select(Complain));

        private async Task Complain(FakePerson person, int number)
        {
            foreach (var word in (string[])["account add {0}", "complaint {0}: late again"])
                foreach (var client in Enumerable.Range(0, Each))
                    (await teams.Deliver(teams.Says(person, Channels[number], string.Format(CultureInfo.InvariantCulture, word, $"Client {number}-{client}")))).Status.ShouldBe(202);
        }
    }
}

[Trait("Category", "Failure")]
public sealed class TeamsFaultsOnSqliteTests() : TeamsFaultTests(DatabaseKind.Sqlite);

[Trait("Category", "Failure")]
public sealed class TeamsFaultsOnPostgresTests() : TeamsFaultTests(DatabaseKind.Postgres);

[CollectionDefinition("Everything goes wrong", DisableParallelization = true)]
public sealed class EverythingGoesWrong;
