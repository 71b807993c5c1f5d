using AccountNudge.Testing;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.Installations;

public class RenewalTests
{
    private static readonly TimeSpan AlmostExpired = TimeSpan.FromHours(11.2);
    private static readonly TimeSpan Expired = TimeSpan.FromHours(12.1);

    public static TheoryData<DatabaseKind, bool> Cases
    {
        get
        {
            var cases = new TheoryData<DatabaseKind, bool>();
            foreach (var kind in Database.Kinds)
            {
                cases.Add(kind, false);
                cases.Add(kind, true);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task Two_nodes_and_many_callers_renew_a_token_once(DatabaseKind kind, bool expired)
    {
        await using var shared = await SharedDatabase.On(kind);
        await using var slack = await Slack();
        await using var one = await SlackNode.Start(shared, slack);
        await using var two = await SlackNode.Start(shared, slack);
        await one.Install(slack, "T1");
        var old = (await two.Find("T1"))!.Token;

        shared.Time.Shift = expired ? Expired : AlmostExpired;
        var found = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => (i % 2 == 0 ? one : two).Find("T1")));

        Renewals(slack).ShouldBe(1);
        shared.Time.Shift += TimeSpan.FromSeconds(31);
        var renewed = (await one.Find("T1"))!.Token;
        (await two.Find("T1"))!.Token.ShouldBe(renewed);
        renewed.ShouldNotBe(old);
        Renewals(slack).ShouldBe(1);
        string[] given = [.. found.Select(installation => installation!.Token).Distinct()];
        given.ShouldBeSubsetOf(expired ? [renewed] : [old, renewed]);
        slack.Takes(renewed).ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_that_has_time_is_left_alone_and_one_without_an_end_for_ever()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        shared.Time.Shift = TimeSpan.FromHours(10.9);
        await node.Find("T1");
        slack.TokenLife = null;
        await node.Install(slack, "T1");
        shared.Time.Shift = TimeSpan.FromDays(3000);
        (await node.Find("T1")).ShouldNotBeNull();

        Renewals(slack).ShouldBe(0);
    }

    [Fact]
    public async Task When_Slack_is_away_the_old_token_is_used_and_the_next_minute_tries_again()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        var old = (await node.Find("T1"))!.Token;
        shared.Time.Shift = AlmostExpired;
        slack.Break(new SlackFault.Reset(), "oauth.v2.access");

        (await node.Find("T1"))!.Token.ShouldBe(old);
        shared.Time.Shift += TimeSpan.FromSeconds(3);
        (await node.Find("T1"))!.Token.ShouldBe(old);
        Renewals(slack).ShouldBe(1);
        shared.Time.Shift += TimeSpan.FromMinutes(1);

        (await node.Find("T1"))!.Token.ShouldNotBe(old);
    }

    [Fact]
    public async Task A_refresh_token_that_is_spent_lets_the_old_token_run_out_and_then_ends_the_installation()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await Slack();
        await using var node = await SlackNode.Start(shared, slack);
        await node.Install(slack, "T1");
        var old = (await node.Find("T1"))!.Token;
        shared.Time.Shift = AlmostExpired;
        slack.Break(new SlackFault.AcceptedReset(), "oauth.v2.access");

        (await node.Find("T1"))!.Token.ShouldBe(old);
        shared.Time.Shift += TimeSpan.FromMinutes(2);
        (await node.Find("T1"))!.Token.ShouldBe(old);
        node.Logged.ShouldContain("Slack does not renew the token of T1 (invalid_refresh_token): once it has expired, the app must be installed there again");
        shared.Time.Shift = Expired;

        (await node.Find("T1")).ShouldBeNull();
        (await node.Row("T1"))!.EndedAt.ShouldNotBeNull();
    }

    private static async Task<FakeSlack> Slack()
    {
        var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1");
        slack.TokenLife = TimeSpan.FromHours(12);
        return slack;
    }

    private static int Renewals(FakeSlack slack) => slack.Calls.Count(call => call.Method == "oauth.v2.access" && call.Arguments["grant_type"] is not null);
}
