using System.Net;
using System.Net.Http.Json;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Testing.Tests;

/// <summary>What goes wrong in Teams, on purpose and by too much.</summary>
public class FakeTeamsFaultTests
{
    private readonly string tenant = FakeTeams.NewTenant();

    [Fact]
    public async Task Whether_something_was_done_before_it_broke_is_what_faults_differ_in_and_doubt_is_counted()
    {
        await using var teams = await FakeTeams.Start();
        var chat = Chat(teams);
        (ConnectorFault Fault, bool IsDone, bool LeavesDoubt)[] faults =
        [
            (ConnectorFault.TooMany(), false, false), (ConnectorFault.Precondition, false, false), (ConnectorFault.NotInRoster, false, false), (ConnectorFault.Unauthorized, false, false),
            (new ConnectorFault.Refusal(502), false, true), (new ConnectorFault.AcceptedStatus(), true, true), (new ConnectorFault.Reset(), false, true),
            (new ConnectorFault.AcceptedReset(), true, true), (new ConnectorFault.AcceptedEmpty(), true, false),
        ];

        foreach (var (fault, isDone, leavesDoubt) in faults)
        {
            var before = teams.Posts.Count;
            teams.Break(fault);
            await Try(() => Post(teams, chat));
            (teams.Posts.Count > before).ShouldBe(isDone, fault.ToString());
            teams.Calls[^1].IsDoubtful.ShouldBe(leavesDoubt, fault.ToString());
        }

        (teams.DoubtfulPosts, teams.DoubtfulLosses).ShouldBe((2, 2));
        (await Post(teams, chat)).ShouldBe(HttpStatusCode.Created);
        teams.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cut_connection_that_was_used_before_counts_one_call_and_one_doubt()
    {
        await using var teams = await FakeTeams.Start();
        var chat = Chat(teams);
        using var http = new HttpClient();
        var url = $"{teams.ServiceUrl(tenant)}v3/conversations/{Uri.EscapeDataString(chat.Id)}/activities";
        using var first = await http.PostAsJsonAsync(url, FakeTeamsTests.Message("x"));
        teams.Break(new ConnectorFault.AcceptedReset());

        await Should.ThrowAsync<HttpRequestException>(() => http.PostAsJsonAsync(url, FakeTeamsTests.Message("y")));

        (teams.Calls.Count, teams.Posts.Count, teams.DoubtfulPosts).ShouldBe((2, 2, 1));
    }

    [Fact]
    public async Task A_call_that_hangs_ends_when_all_is_mended()
    {
        await using var teams = await FakeTeams.Start();
        var chat = Chat(teams);
        teams.Break(new ConnectorFault.AcceptedHang());

        var hanging = Try(() => Post(teams, chat));
        await teams.Seen(message => message.Place == chat);
        hanging.IsCompleted.ShouldBeFalse();
        teams.Mend();

        await hanging;
        teams.DoubtfulPosts.ShouldBe(1);
    }

    [Fact]
    public async Task Faults_meet_only_the_place_they_are_for_and_as_often_as_they_are_told()
    {
        await using var teams = await FakeTeams.Start();
        var (here, there) = (Chat(teams), Chat(teams));
        teams.Break(ConnectorFault.Missing, place: here, times: 2);

        (await Post(teams, there)).ShouldBe(HttpStatusCode.Created);
        (await Post(teams, here)).ShouldBe(HttpStatusCode.NotFound);
        (await Post(teams, here)).ShouldBe(HttpStatusCode.NotFound);
        (await Post(teams, here)).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_same_seed_breaks_the_same_calls()
    {
        await using var teams = await FakeTeams.Start();
        var chat = Chat(teams);

        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            teams.Seed(7);
            teams.Break(ConnectorFault.Precondition, times: int.MaxValue, probability: 0.5);
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < 20; i++) statuses.Add(await Post(teams, chat));
            runs.Add(string.Join(' ', statuses));
            teams.Mend();
        }

        runs[0].ShouldBe(runs[1]);
        runs[0].ShouldContain("Created");
        runs[0].ShouldContain("PreconditionFailed");
    }

    [Fact]
    public async Task Too_many_messages_at_once_have_to_wait_and_whoever_does_not_is_noted()
    {
        await using var teams = await FakeTeams.Start();
        var (busy, calm) = (Chat(teams), Chat(teams));
        teams.LimitsRates = true;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FakeTeamsTests.Call(teams, tenant, HttpMethod.Post, [busy.Id, "activities"], FakeTeamsTests.Message("x"))));

        var refused = answers.Where(answer => answer.Status == HttpStatusCode.TooManyRequests).ToList();
        refused.Count.ShouldBe(teams.Throttled);
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(answer => answer.RetryAfter >= TimeSpan.FromSeconds(1));
        await Post(teams, busy);
        teams.Violations.ShouldContain(violation => violation.Contains("before Retry-After was over"));
        (await Post(teams, calm)).ShouldBe(HttpStatusCode.Created);
    }

    private FakePlace Chat(FakeTeams teams)
    {
        var bea = teams.AddPerson(tenant, "Bea");
        var chat = teams.PersonalChat(bea);
        teams.Installs(bea, chat);
        return chat;
    }

    private async Task<HttpStatusCode> Post(FakeTeams teams, FakePlace place) =>
        (await FakeTeamsTests.Call(teams, tenant, HttpMethod.Post, [place.Id, "activities"], FakeTeamsTests.Message("x"))).Status;

    private static async Task Try(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (HttpRequestException)
        {
            // That is what a cut connection looks like from here.
        }
    }
}
