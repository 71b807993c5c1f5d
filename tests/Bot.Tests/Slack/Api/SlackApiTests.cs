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
        await using var stage = await Stage.Set();
        var uri = new Uri(address, UriKind.RelativeOrAbsolute);

        stage.Api.IsSlacks(uri).ShouldBe(isSlacks);
        if (!isSlacks) (await stage.Api.Respond(uri, [], default)).ShouldBeOfType<CallResult.Refused>().Error.ShouldBe("foreign_url");
    }

    [Fact]
    public async Task A_response_URL_takes_an_answer_without_a_token()
    {
        await using var stage = await Stage.Set();
        var url = new Uri(stage.Slack.Slash("U1", "C1", "help").Payload["response_url"]!.GetValue<string>());

        (await stage.Api.Respond(url, new JsonObject { ["text"] = "Here you are" }, default)).ShouldBeOfType<SlackDone>();

        stage.Slack.Calls.Single(call => call.Method == "response_url").Token.ShouldBeNull();
        for (var more = 0; more < 4; more++) await stage.Api.Respond(url, new JsonObject { ["text"] = "again" }, default);
        (await stage.Api.Respond(url, new JsonObject { ["text"] = "too often" }, default)).ShouldBeOfType<CallResult.Refused>();
    }

    [Fact]
    public async Task Methods_that_take_forms_get_forms()
    {
        await using var stage = await Stage.Set();

        (await stage.Api.Call(Stage.Workspace, "users.info", new JsonObject { ["user"] = "U1", ["include_locale"] = true }, default)).ShouldBeOfType<SlackDone>()
            .Body.GetProperty("user").GetProperty("locale").GetString().ShouldBe("de-DE");
        (await stage.Api.Call(Stage.Workspace, "conversations.info", new JsonObject { ["channel"] = "C1" }, default)).ShouldBeOfType<SlackDone>();
        (await stage.Api.Call(Stage.Workspace, "conversations.info", new JsonObject { ["channel"] = "C9" }, default)).ShouldBeOfType<CallResult.Refused>().Error.ShouldBe("channel_not_found");
        stage.Slack.Calls.ShouldAllBe(call => call.Token == Stage.Token && !call.Arguments.ContainsKey("token"));
    }

    [Fact]
    public async Task Any_token_or_none_can_be_used()
    {
        await using var stage = await Stage.Set(isInstalled: false);

        (await stage.Api.CallWith(stage.Slack.AppToken, "apps.connections.open", [], default)).ShouldBeOfType<SlackDone>();
        (await stage.Api.CallWith(null, "auth.test", [], default)).ShouldBeOfType<CallResult.Refused>();
        (await stage.Api.Call(Stage.Workspace, "auth.test", [], default)).ShouldBeOfType<NotInstalled>();
    }

    [Fact]
    public async Task Whoever_asks_may_stop_asking()
    {
        await using var stage = await Stage.Set();
        stage.Slack.Break(new Fault.Hang(), "auth.test");
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Should.ThrowAsync<OperationCanceledException>(() => stage.Api.Call(Stage.Workspace, "auth.test", [], stop.Token));
    }
}
