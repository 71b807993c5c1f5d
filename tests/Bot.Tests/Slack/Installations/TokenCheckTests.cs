using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Bot.Tests.Slack.Installations;

public class TokenCheckTests
{
    private const string Token = "xoxb-of-the-settings";

    [Fact]
    public async Task The_settings_token_is_recognised_once_Slack_answers_and_is_not_stored()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        slack.Break(new SlackFault.Status(503), "auth.test", times: 1000);
        await using var node = await SlackNode.Start(shared, slack, Token, oauth: false);

        (await Health(node)).ShouldBe(HealthStatus.Degraded);
        slack.Mend();
        await Known(node);

        var found = (await node.Find("T1"))!;
        (found.Token, found.BotUserId, found.BotId).ShouldBe((Token, "U0BOTT1", "B0BOTT1"));
        (await node.Row("T1"))!.Token.ShouldBeNull();
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBe(["T1"]);
        (await node.Find("T2")).ShouldBeNull();
        await Wait.Until(() => Health(node).Result == HealthStatus.Healthy);
        node.Logged.ShouldNotContain("xoxb");
    }

    [Fact]
    public async Task After_a_restart_it_is_known_even_while_Slack_is_away()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        await using (var before = await SlackNode.Start(shared, slack, Token)) await Known(before);
        slack.Break(new SlackFault.Reset(), "auth.test", times: 100);

        await using var node = await SlackNode.Start(shared, slack, Token);
        await using var other = await SlackNode.Start(shared, slack, "xoxb-another");

        (await node.Find("T1")).ShouldNotBeNull();
        (await other.Find("T1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_refused_token_is_one_clear_line_and_unhealthy()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        await using (var before = await SlackNode.Start(shared, slack, Token)) await Known(before);
        slack.Revoke("T1");
        shared.Time.Shift += TimeSpan.FromSeconds(2);

        await using var node = await SlackNode.Start(shared, slack, Token);
        await Wait.Until(() => Health(node).Result == HealthStatus.Unhealthy);

        node.Logged.ShouldContain("Error: Slack refuses Slack:BotToken (token_revoked)");
        (await node.Find("T1")).ShouldBeNull();
        (await node.Row("T1"))!.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_workspace_of_the_settings_and_others_by_OAuth_go_together()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        slack.AddWorkspace("T2");
        await using var node = await SlackNode.Start(shared, slack, Token);
        await Known(node);

        await node.Install(slack, "T2");

        (await node.Find("T1"))!.Token.ShouldBe(Token);
        (await node.Find("T2"))!.Token.ShouldNotBe(Token);
        (await node.Installations.Workspaces(CancellationToken.None)).ShouldBe(["T1", "T2"]);
    }

    [Fact]
    public async Task A_settings_token_that_dies_leaves_alone_what_was_installed_by_OAuth()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        await using (var before = await SlackNode.Start(shared, slack, Token))
        {
            await Known(before);
            await before.Install(slack, "T1");
        }

        await using (var again = await SlackNode.Start(shared, slack, Token)) await Wait.Until(() => again.Find("T1").Result?.Token == Token);
        slack.Revoke("T1");
        shared.Time.Shift += TimeSpan.FromSeconds(2);
        await using var node = await SlackNode.Start(shared, slack, Token);
        await Wait.Until(() => Health(node).Result == HealthStatus.Unhealthy);

        (await node.Row("T1"))!.EndedAt.ShouldBeNull();
        (await node.Find("T1"))!.Token.ShouldNotBe(Token);
    }

    [Fact]
    public async Task Until_Slack_answers_any_workspace_may_be_the_settings_tokens()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        slack.Break(new SlackFault.Status(503), "auth.test", times: 1000);
        await using var node = await SlackNode.Start(shared, slack, Token);
        await using var refused = await SlackNode.Start(shared, slack, "xoxb-unknown");
        await using var without = await SlackNode.Start(shared, slack);

        (await May(node), await May(refused), await May(without)).ShouldBe((true, true, false));
        slack.Mend();
        await Known(node);
        await Wait.Until(() => Health(refused).Result == HealthStatus.Unhealthy);

        (await May(node), await May(refused)).ShouldBe((false, false));

        static Task<bool> May(SlackNode node) => node.Installations.MayBeInstalled("T9", CancellationToken.None);
    }

    [Fact]
    public async Task A_rotating_token_in_the_settings_is_refused_once_it_has_expired_for_good()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        await using (var before = await SlackNode.Start(shared, slack, Token)) await Known(before);
        shared.Time.Shift += TimeSpan.FromSeconds(2);
        slack.Break(new SlackFault.Error("token_expired"), "auth.test", times: 1000);

        await using var node = await SlackNode.Start(shared, slack, Token);
        await Wait.Until(() => Health(node).Result == HealthStatus.Unhealthy);

        (await node.Get<HealthCheckService>().CheckHealthAsync()).Entries["slack-token"].Description.ShouldBe(
            "Slack:BotToken has expired: the app rotates its tokens, and one from the settings is not renewed. Install the app by OAuth (Slack:ClientId), or switch token rotation off.");
        (await node.Find("T1")).ShouldBeNull();
        (await node.Installations.MayBeInstalled("T1", CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_said_to_be_expired_once_is_asked_about_again()
    {
        await using var shared = await SharedDatabase.On(DatabaseKind.Sqlite);
        await using var slack = await FakeSlack.Start();
        slack.AddWorkspace("T1", Token);
        slack.Break(new SlackFault.Error("token_expired"), "auth.test");

        await using var node = await SlackNode.Start(shared, slack, Token);
        await Known(node);

        node.Logged.ShouldNotContain("token_expired): nothing");
    }

    private static Task Known(SlackNode node) => Wait.Until(() => node.Find("T1").Result is not null);

    private static async Task<HealthStatus> Health(SlackNode node) => (await node.Get<HealthCheckService>().CheckHealthAsync()).Entries["slack-token"].Status;
}
