using System.Diagnostics;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Tests.Slack.Outbound;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Teams.Api;

public sealed class ConnectorApiTests : IAsyncLifetime
{
    private const string Channel = "19:abc@thread.tacv2;messageid=17";

    private readonly MovedTime time = new();
    private readonly Lines log = new();
    private FakeConnector connector = null!;
    private FakeAuthority authority = null!;
    private AccessTokens tokens = null!;
    private ConnectorApi api = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.Start();
        authority = await FakeAuthority.Start();
        tokens = new AccessTokens(Settings(), authority.Way(), time, NullLogger<AccessTokens>.Instance);
        api = new ConnectorApi(Settings(), tokens, time, log);
    }

    public async ValueTask DisposeAsync()
    {
        api.Dispose();
        tokens.Dispose();
        await connector.DisposeAsync();
        await authority.DisposeAsync();
    }

    [Fact]
    public async Task An_activity_is_sent_into_its_thread_with_our_token()
    {
        var done = (await api.Send(connector.ServiceUrl, Channel, Message("Grüße"), null, null, default)).ShouldBeOfType<ConnectorDone>();

        done.Id.ShouldBe("1");
        var call = connector.Calls.ShouldHaveSingleItem();
        call.Line.ShouldBe("POST /emea/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D17/activities");
        call.Body!.ToJsonString().ShouldBe(Message("Grüße").ToJsonString());
        call.Authorization.ShouldBe("Bearer token-1");
    }

    [Fact]
    public async Task What_one_person_sees_names_them_and_leaves_the_callers_activity_alone()
    {
        var activity = Message("Psst");
        activity["recipient"] = new JsonObject { ["id"] = "29:somebody" };

        await api.Send(connector.ServiceUrl, "19:abc@thread.v2", activity, "29:1", null, default);
        await api.Update(connector.ServiceUrl, "19:abc@thread.v2", "17", activity, isToOne: true, default);

        connector.Calls[0].Line.ShouldBe("POST /emea/v3/conversations/19%3Aabc%40thread.v2/activities?isTargetedActivity=true");
        connector.Calls[0].Body!["recipient"]!.ToJsonString().ShouldBe("""{"id":"29:1"}""");
        connector.Calls[1].Line.ShouldBe("PUT /emea/v3/conversations/19%3Aabc%40thread.v2/activities/17?isTargetedActivity=true");
        connector.Calls[1].Body!.ContainsKey("recipient").ShouldBeFalse();
        activity["recipient"]!["id"]!.GetValue<string>().ShouldBe("29:somebody");
    }

    [Fact]
    public async Task All_else_is_asked_as_the_reference_has_it()
    {
        await api.Update(connector.ServiceUrl, "a:1/x", "1?", Message("New"), isToOne: false, default);
        await api.OpenPersonal(connector.ServiceUrl, "tenant", "28:bot", "29:1", default);
        await api.Members(connector.ServiceUrl, "19:abc@thread.v2", null, default);
        await api.Members(connector.ServiceUrl, "19:abc@thread.v2", "a+b&c=", default);
        await api.Member(connector.ServiceUrl, "19:abc@thread.v2", "29:1", default);
        await api.Channels(connector.ServiceUrl, "19:team@thread.tacv2", default);

        connector.Calls.Select(call => call.Line).ShouldBe(
        [
            "PUT /emea/v3/conversations/a%3A1%2Fx/activities/1%3F",
            "POST /emea/v3/conversations",
            "GET /emea/v3/conversations/19%3Aabc%40thread.v2/pagedmembers?pageSize=500",
            "GET /emea/v3/conversations/19%3Aabc%40thread.v2/pagedmembers?pageSize=500&continuationToken=a%2Bb%26c%3D",
            "GET /emea/v3/conversations/19%3Aabc%40thread.v2/members/29%3A1",
            "GET /emea/v3/teams/19%3Ateam%40thread.tacv2/conversations",
        ]);
        JsonNode.DeepEquals(connector.Calls[1].Body, JsonNode.Parse(
            """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:1"}],"tenantId":"tenant","channelData":{"tenant":{"id":"tenant"}}}""")).ShouldBeTrue(connector.Calls[1].Body!.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_lead_elsewhere_is_none(string id)
    {
        (await api.Send(connector.ServiceUrl, id, Message("x"), null, null, default)).ShouldBeOfType<CallResult.Refused>().Status.ShouldBe(400);
        (await api.Member(connector.ServiceUrl, "19:abc", id, default)).ShouldBeOfType<CallResult.Refused>().Status.ShouldBe(400);
        connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_foreign_address()
    {
        api.IsAllowed("https://smba.trafficmanager.net/emea/").ShouldBeFalse("our tokens are from this machine");

        (await api.Send(new Uri("https://evil.example/"), Channel, Message("x"), null, null, default)).ShouldBe(new CallResult.Refused("ForeignServiceUrl", 403));
        (await api.Send(new Uri("/relative", UriKind.Relative), Channel, Message("x"), null, null, default)).ShouldBe(new CallResult.Refused("ForeignServiceUrl", 403));

        authority.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void With_a_real_authority_only_Teams_own_hosts_will_do()
    {
        using var real = new ConnectorApi(Settings() with { AuthorityUrl = new Uri("https://login.microsoftonline.com/") }, tokens, time, log);

        real.IsAllowed("https://smba.trafficmanager.net/emea/").ShouldBeTrue();
        real.IsAllowed(connector.ServiceUrl.AbsoluteUri).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_authentication_no_token_is_sent_and_only_to_this_machine()
    {
        var settings = Settings() with { AllowUnauthenticated = true, AuthorityUrl = new Uri("https://login.microsoftonline.com/") };
        using var none = new AccessTokens(settings, authority.Way(), time, NullLogger<AccessTokens>.Instance);
        using var open = new ConnectorApi(settings, none, time, log);

        (await open.Send(connector.ServiceUrl, Channel, Message("x"), null, null, default)).ShouldBeOfType<ConnectorDone>();

        connector.Calls.ShouldHaveSingleItem().Authorization.ShouldBeEmpty();
        open.IsAllowed("https://smba.trafficmanager.net/emea/").ShouldBeFalse();
        AnswerWith(401);
        (await open.Send(connector.ServiceUrl, Channel, Message("x"), null, null, default)).ShouldBe(new CallResult.Refused("http_401", 401));
    }

    [Fact]
    public async Task Without_a_token_it_is_tried_later()
    {
        authority.Failure = 500;

        (await api.Send(connector.ServiceUrl, Channel, Message("x"), null, null, default)).ShouldBeOfType<CallResult.Later>();

        connector.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_is_refused_is_exchanged_and_the_call_made_once_more()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = context.Request.Headers.Authorization == "Bearer token-1" ? 401 : 202;
            return Task.CompletedTask;
        };

        (await api.Send(connector.ServiceUrl, Channel, Message("x"), null, null, default)).ShouldBeOfType<ConnectorDone>().Id.ShouldBeEmpty();

        connector.Calls.Select(call => call.Authorization).ShouldBe(["Bearer token-1", "Bearer token-2"]);
    }

    [Fact]
    public async Task When_no_token_pleases_it_is_tried_later_without_asking_the_authority_each_time()
    {
        AnswerWith(401);

        for (var attempt = 0; attempt < 4; attempt++) (await api.Send(connector.ServiceUrl, $"c{attempt}", Message("x"), null, null, default)).ShouldBeOfType<CallResult.Later>();

        authority.Requests.Count.ShouldBe(2);
        connector.Calls.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT", 1)]
    [InlineData("120", 120)]
    public async Task A_limited_conversation_is_left_alone_as_long_as_told(string retryAfter, double seconds)
    {
        AnswerWith(429, ("Retry-After", retryAfter));
        (await api.Send(connector.ServiceUrl, "c1", Message("x"), null, null, default)).ShouldBeOfType<CallResult.Later>().After.TotalSeconds.ShouldBe(seconds);
        AnswerWith(200);
        if (seconds > 5) (await api.Update(connector.ServiceUrl, "c1;messageid=2", "1", Message("x"), isToOne: false, default)).ShouldBeOfType<CallResult.Later>();
        (await api.Send(connector.ServiceUrl, "c2", Message("x"), null, null, default)).ShouldBeOfType<ConnectorDone>();

        time.Pass(TimeSpan.FromSeconds(seconds));
        (await api.Send(connector.ServiceUrl, "c1", Message("x"), null, null, default)).ShouldBeOfType<ConnectorDone>();
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        AnswerWith(412, ("Retry-After", time.GetUtcNow().AddSeconds(90).ToString("R")));

        (await api.Send(connector.ServiceUrl, "c1", Message("x"), null, null, default)).ShouldBeOfType<CallResult.Later>().After.TotalSeconds.ShouldBeInRange(85, 91);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        AnswerWith(307, ("Location", new Uri(connector.ServiceUrl, "/elsewhere").AbsoluteUri));

        (await api.Send(connector.ServiceUrl, Channel, Message("x"), null, null, default)).ShouldBeOfType<CallResult.Uncertain>();

        connector.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cut_connection_leaves_it_open_and_nothing_is_repeated()
    {
        connector.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        (await api.Send(connector.ServiceUrl, Channel, Message("x"), null, null, default)).ShouldBeOfType<CallResult.Uncertain>();
        (await api.Members(connector.ServiceUrl, Channel, null, default)).ShouldBeOfType<CallResult.Uncertain>();

        connector.Calls.Count(call => call.Line.StartsWith("POST", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_it_open()
    {
        connector.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        using var hasty = new ConnectorApi(Settings(), tokens, time, log) { Limit = TimeSpan.FromSeconds(0.5) };
        var clock = Stopwatch.StartNew();

        (await hasty.Send(connector.ServiceUrl, Channel, Message("x"), null, null, default)).ShouldBeOfType<CallResult.Uncertain>();

        clock.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_answer_without_end_is_not_waited_for()
    {
        connector.Answer = async context =>
        {
            var piece = new byte[1024 * 1024];
            for (var count = 0; count < 6; count++) await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        };

        (await api.Members(connector.ServiceUrl, Channel, null, default)).ShouldBeOfType<CallResult.Uncertain>();
    }

    [Fact]
    public async Task A_service_nobody_answers_for_is_tried_later()
    {
        var nowhere = new Uri($"http://127.0.0.1:{FreePort.Next()}/");

        (await api.Send(nowhere, Channel, Message("x"), null, null, default)).ShouldBeOfType<CallResult.Later>().After.TotalSeconds.ShouldBeInRange(1, 2);
    }

    [Fact]
    public async Task A_service_whose_certificate_nobody_vouches_for_is_told_nothing()
    {
        (await api.Send(authority.Url, Channel, Message("x"), null, null, default)).ShouldBeOfType<CallResult.Later>();

        authority.Requests.ShouldAllBe(request => request.Path.EndsWith("/token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asks_may_stop_asking_and_what_was_being_sent_meanwhile_is_left_open()
    {
        using var stop = new CancellationTokenSource();
        connector.Answer = context =>
        {
            stop.Cancel();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };

        (await api.Send(connector.ServiceUrl, Channel, Message("x"), null, null, stop.Token)).ShouldBeOfType<CallResult.Uncertain>();
        await Should.ThrowAsync<OperationCanceledException>(() => api.Members(connector.ServiceUrl, Channel, null, stop.Token));
    }

    [Fact]
    public async Task Logs_tell_of_no_message_no_answer_no_person_and_no_token()
    {
        foreach (var status in new[] { 200, 400, 401, 403, 429, 500 })
        {
            connector.Answer = context =>
            {
                context.Response.StatusCode = status;
                return context.Response.WriteAsync("""{"error":{"code":"Word","message":"canary-answer"}}""");
            };
            await api.Send(connector.ServiceUrl, $"c{status}", Message("canary-message"), "29:canary-person", null, default);
            await api.OpenPersonal(connector.ServiceUrl, "tenant", "28:bot", $"29:canary-person-{status}", default);
        }

        log.All.ShouldNotBeEmpty();
        log.All.ShouldAllBe(line => !line.Contains("canary") && !line.Contains("token-") && !line.Contains("the secret"));
    }

    private static JsonObject Message(string text) => new() { ["type"] = "message", ["text"] = text };

    private void AnswerWith(int status, params (string Name, string Value)[] headers) => connector.Answer = context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        return Task.CompletedTask;
    };

    private TeamsSettings Settings() => new()
    {
        AppId = "12345678-1234-1234-1234-123456789abc",
        TenantId = "aaaaaaaa-1234-1234-1234-123456789abc",
        ClientSecret = "the secret",
        OpenIdMetadataUrl = new Uri("https://127.0.0.1/"),
        AuthorityUrl = authority.Url,
    };

    private sealed class Lines : ILogger<ConnectorApi>
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> all = new();

        public IReadOnlyList<string> All => [.. all];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => all.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
