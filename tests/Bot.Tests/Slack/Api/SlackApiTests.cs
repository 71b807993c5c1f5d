using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Tests.Slack.Outbound;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Bot.Tests.Slack.Api;

public sealed class SlackApiTests
{
    [Theory]
    [InlineData("https://hooks.slack.com/commands/T1/2/3", true)]
    [InlineData("https://slack.com/x", true)]
    [InlineData("http://hooks.slack.com/commands/T1/2/3", false)]
    [InlineData("https://hooks.slack.com:8443/x", false)]
    [InlineData("https://slack.com.evil.example/x", false)]
    [InlineData("https://evilslack.com/x", false)]
    [InlineData("https://hooks.slack.com@evil.example/x", false)]
    [InlineData("https://user@hooks.slack.com/x", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/relative", false)]
    public async Task Only_Slacks_own_response_URLs_are_written_to(string address, bool isSlacks)
    {
        await using var fixture = await SlackFixture.Set();
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);

        fixture.Api.IsSlacks(uri).ShouldBe(isSlacks);
        if (!isSlacks) (await fixture.Api.Respond(uri, [], default)).ShouldBeOfType<CallResult.Refused>().Error.ShouldBe("foreign_url");
    }

    [Fact]
    public async Task A_response_URL_takes_an_answer_without_a_token()
    {
        await using var fixture = await SlackFixture.Set();
        var url = new Uri(fixture.Slack.Slash("U1", "C1", "help").Payload["response_url"]!.GetValue<string>());

        (await fixture.Api.Respond(url, new JsonObject { ["text"] = "Here you are" }, default)).ShouldBeOfType<SlackDone>();

        fixture.Slack.Calls.Single(call => call.Method == "response_url").Token.ShouldBeNull();
        for (var more = 0; more < 4; more++) await fixture.Api.Respond(url, new JsonObject { ["text"] = "again" }, default);
        (await fixture.Api.Respond(url, new JsonObject { ["text"] = "too often" }, default)).ShouldBeOfType<CallResult.Refused>();
    }

    [Fact]
    public async Task Methods_that_take_forms_get_forms()
    {
        await using var fixture = await SlackFixture.Set();

        (await fixture.Api.Call(SlackFixture.Workspace, "users.info", new JsonObject { ["user"] = "U1", ["include_locale"] = true }, default)).ShouldBeOfType<SlackDone>()
            .Body.GetProperty("user").GetProperty("locale").GetString().ShouldBe("de-DE");
        (await fixture.Api.Call(SlackFixture.Workspace, "conversations.info", new JsonObject { ["channel"] = "C1" }, default)).ShouldBeOfType<SlackDone>();
        (await fixture.Api.Call(SlackFixture.Workspace, "conversations.info", new JsonObject { ["channel"] = "C9" }, default)).ShouldBeOfType<CallResult.Refused>().Error.ShouldBe("channel_not_found");
        fixture.Slack.Calls.ShouldAllBe(call => call.Token == SlackFixture.Token && !call.Arguments.ContainsKey("token"));
    }

    [Fact]
    public async Task Any_token_or_none_can_be_used()
    {
        await using var fixture = await SlackFixture.Set(isInstalled: false);

        (await fixture.Api.CallWith(fixture.Slack.AppToken, "apps.connections.open", [], default)).ShouldBeOfType<SlackDone>();
        (await fixture.Api.CallWith(null, "auth.test", [], default)).ShouldBeOfType<CallResult.Refused>();
        (await fixture.Api.Call(SlackFixture.Workspace, "auth.test", [], default)).ShouldBeOfType<NotInstalled>();
    }

    [Fact]
    public async Task Whoever_asks_may_stop_asking()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Hang(), "auth.test");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Api.Call(SlackFixture.Workspace, "auth.test", [], stop.Token));
    }
}
