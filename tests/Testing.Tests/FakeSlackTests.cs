using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Testing.Slack;

namespace AccountNudge.Testing.Tests;

public class FakeSlackTests
{
    private const string Token = "xoxb-1";

    [Fact]
    public async Task A_post_stands_in_the_history_and_shows_its_metadata_only_when_asked()
    {
        await using var slack = await Office();

        var posted = await Call(slack, "chat.postMessage", Post("hello &amp; welcome", "k1"));

        var message = slack.Messages.ShouldHaveSingleItem();
        (message.Text, message.Key, message.Ts).ShouldBe(("hello &amp; welcome", "k1", posted["ts"]!.GetValue<string>()));
        (await History(slack, metadata: false))["messages"]![0]!["metadata"].ShouldBeNull();
        (await History(slack, metadata: true))["messages"]![0]!["metadata"]!["event_payload"]!["key"]!.GetValue<string>().ShouldBe("k1");
    }

    [Fact]
    public async Task Pages_lead_to_the_next_one_until_the_end()
    {
        await using var slack = await Office();
        slack.MostPerPage = 2;
        for (var i = 0; i < 5; i++) slack.Say("U1", "C1", $"{i}");

        var texts = new List<string>();
        var cursor = "";
        do
        {
            var page = await Call(slack, "conversations.history", form: new() { ["channel"] = "C1", ["cursor"] = cursor });
            texts.AddRange(page["messages"]!.AsArray().Select(message => message!["text"]!.GetValue<string>()));
            cursor = page["response_metadata"]!["next_cursor"]!.GetValue<string>();
        }
        while (cursor.Length > 0);

        texts.ShouldBe(["4", "3", "2", "1", "0"]);
    }

    [Theory]
    [InlineData("C0", "channel_not_found")]
    [InlineData("COUT", "not_in_channel")]
    [InlineData("GOUT", "channel_not_found")]
    [InlineData("COLD", "is_archived")]
    [InlineData("UGONE", "channel_not_found")]
    public async Task Where_nothing_can_be_posted_says_why(string channel, string error)
    {
        await using var slack = await Office();
        slack.AddChannel("T1", "COUT", "out", botIn: false);
        slack.AddChannel("T1", "GOUT", "secret", isPrivate: true, botIn: false);
        slack.AddChannel("T1", "COLD", "old", isArchived: true);
        slack.AddUser("T1", "UGONE", "gone", deleted: true);

        var answer = await Call(slack, "chat.postMessage", new() { ["channel"] = channel, ["text"] = "x" });

        answer["error"]!.GetValue<string>().ShouldBe(error);
        slack.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Methods_that_take_forms_do_not_see_json()
    {
        await using var slack = await Office();

        (await Call(slack, "users.info", new() { ["user"] = "U1" }))["error"]!.GetValue<string>().ShouldBe("invalid_arguments");
        var user = (await Call(slack, "users.info", form: new() { ["user"] = "U1", ["include_locale"] = "true" }))["user"]!;
        (user["locale"]!.GetValue<string>(), user["tz"]!.GetValue<string>()).ShouldBe(("de-DE", "Asia/Kolkata"));
    }

    [Fact]
    public async Task A_trigger_opens_one_modal_and_only_for_a_while()
    {
        await using var slack = await Office();
        var view = new JsonObject { ["type"] = "modal", ["blocks"] = new JsonArray() };
        JsonObject Opening(FakeDelivery cause) => new() { ["trigger_id"] = cause.Payload["trigger_id"]!.DeepClone(), ["view"] = view.DeepClone() };
        var slash = slack.Slash("U1", "C1", "log");

        (await Call(slack, "views.open", Opening(slash)))["ok"]!.GetValue<bool>().ShouldBeTrue();
        (await Call(slack, "views.open", Opening(slash)))["error"]!.GetValue<string>().ShouldBe("exchanged_trigger_id");
        slack.TriggerLife = TimeSpan.Zero;
        (await Call(slack, "views.open", Opening(slack.Slash("U1", "C1", "log"))))["error"]!.GetValue<string>().ShouldBe("expired_trigger_id");
        slack.Views.ShouldHaveSingleItem().User.ShouldBe("U1");
    }

    [Fact]
    public async Task Response_urls_answer_the_asker_and_replace_what_was_clicked()
    {
        await using var slack = await Office();
        using var http = new HttpClient();
        var url = slack.Slash("U1", "C1", "help").Payload["response_url"]!.GetValue<string>();

        await http.PostAsJsonAsync(url, new { text = "only you", blocks = new[] { new { type = "actions", elements = new[] { new { type = "button", action_id = "a", value = "v" } } } } });
        var answer = slack.Ephemerals.ShouldHaveSingleItem();
        var click = slack.Click(answer, "a");
        click.Payload["message"].ShouldBeNull();
        click.Payload["actions"]![0]!["value"]!.GetValue<string>().ShouldBe("v");
        await http.PostAsJsonAsync(click.Payload["response_url"]!.GetValue<string>(), new { text = "done", replace_original = true });

        slack.Ephemerals.ShouldHaveSingleItem().Text.ShouldBe("done");
        for (var i = 0; i < 4; i++) (await http.PostAsJsonAsync(url, new { text = "more" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.PostAsJsonAsync(url, new { text = "too much" })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        slack.Violations.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whether_something_was_done_before_it_broke_is_what_faults_differ_in()
    {
        await using var slack = await Office();
        SlackFault[] faults = [new SlackFault.Reset(), new SlackFault.AcceptedReset(), new SlackFault.Truncated(), new SlackFault.Status(500), new SlackFault.WebPage(), new SlackFault.AcceptedError("fatal_error"), new SlackFault.Error("internal_error")];

        var done = new List<Type>();
        foreach (var fault in faults)
        {
            var before = slack.Messages.Count;
            slack.Break(fault);
            await Try(() => Call(slack, "chat.postMessage", Post("x", "k")));
            if (slack.Messages.Count > before) done.Add(fault.GetType());
        }

        done.ShouldBe([typeof(SlackFault.AcceptedReset), typeof(SlackFault.Truncated), typeof(SlackFault.AcceptedError)]);
        (await Call(slack, "chat.postMessage", Post("x", "k")))["ok"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_does_not_wait_is_noted()
    {
        await using var slack = await Office();
        slack.LimitsRates = true;

        async Task<bool> IsTaken() => (await Call(slack, "chat.postMessage", Post("x", "k")))["ok"]!.GetValue<bool>();
        (await IsTaken()).ShouldBeTrue();
        // On a busy machine a call may last as long as Slack wants us to wait.
        while (await IsTaken())
        {
        }

        (await IsTaken()).ShouldBeFalse();
        slack.Violations.ShouldHaveSingleItem().ShouldContain("before Retry-After was over");
    }

    [Fact]
    public async Task Codes_and_refresh_tokens_are_good_for_one_use()
    {
        await using var slack = await Office();
        slack.TokenLife = TimeSpan.FromHours(12);
        Dictionary<string, string> Access(string name, string value) => new() { ["client_id"] = slack.ClientId, ["client_secret"] = slack.ClientSecret, [name] = value };
        var code = slack.Agree("T1");

        var first = await Call(slack, "oauth.v2.access", form: Access("code", code));
        (await Call(slack, "oauth.v2.access", form: Access("code", code)))["error"]!.GetValue<string>().ShouldBe("code_already_used");
        var refresh = Access("refresh_token", first["refresh_token"]!.GetValue<string>());
        refresh["grant_type"] = "refresh_token";
        var second = await Call(slack, "oauth.v2.access", form: refresh);
        (await Call(slack, "oauth.v2.access", form: refresh))["error"]!.GetValue<string>().ShouldBe("invalid_refresh_token");

        slack.Takes(first["access_token"]!.GetValue<string>()).ShouldBeTrue();
        slack.Takes(second["access_token"]!.GetValue<string>()).ShouldBeTrue();
        slack.Uninstalled("T1");
        slack.Takes(second["access_token"]!.GetValue<string>()).ShouldBeFalse();
        (await Call(slack, "auth.test", []))["error"]!.GetValue<string>().ShouldBe("token_revoked");
    }

    [Fact]
    public async Task A_socket_hears_and_acknowledges_and_its_ticket_opens_no_second_one()
    {
        await using var slack = await Office();
        var url = new Uri((await Call(slack, "apps.connections.open", [], token: slack.AppToken))["url"]!.GetValue<string>());
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(url, CancellationToken.None);
        (await Receive(socket))["type"]!.GetValue<string>().ShouldBe("hello");

        var sending = slack.Send(slack.Mention("U1", "C1", "help"));
        var envelope = await Receive(socket);
        envelope["payload"]!["event"]!["text"]!.GetValue<string>().ShouldBe("<@U0BOTT1> help");
        var acknowledgement = new JsonObject { ["envelope_id"] = envelope["envelope_id"]!.DeepClone(), ["payload"] = new JsonObject { ["text"] = "ok" } };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(acknowledgement), WebSocketMessageType.Text, true, CancellationToken.None);

        (await sending).Payload!.Value.GetProperty("text").GetString().ShouldBe("ok");
        using var second = new ClientWebSocket();
        await Should.ThrowAsync<WebSocketException>(() => second.ConnectAsync(url, CancellationToken.None));
        slack.Drop();
        await Wait.Until(() => slack.OpenSockets == 0);
        (await slack.Send(slack.HomeOpened("U1"))).Acknowledged.ShouldBeFalse();
    }

    private static async Task<FakeSlack> Office()
    {
        var slack = await FakeSlack.Start();
        (slack.Patience, slack.TriggerLife) = (TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
        slack.AddWorkspace("T1", Token);
        slack.AddUser("T1", "U1", "Bea", locale: "de-DE", tz: "Asia/Kolkata");
        slack.AddChannel("T1", "C1", "acme", ["U1"]);
        return slack;
    }

    private static JsonObject Post(string text, string key) => new()
    {
        ["channel"] = "C1", ["text"] = text,
        ["metadata"] = new JsonObject { ["event_type"] = "nudge", ["event_payload"] = new JsonObject { ["key"] = key } },
    };

    private static Task<JsonObject> History(FakeSlack slack, bool metadata) =>
        Call(slack, "conversations.history", form: new() { ["channel"] = "C1", ["include_all_metadata"] = metadata ? "true" : "false" });

    private static async Task<JsonObject> Call(FakeSlack slack, string method, JsonObject? json = null, Dictionary<string, string>? form = null, string token = Token)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpContent content = form is null ? JsonContent.Create(json) : new FormUrlEncodedContent(form);
        using var response = await http.PostAsync(new Uri(slack.ApiUrl, method), content);
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static async Task Try(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            // That is what a fault looks like from here.
        }
    }

    private static async Task<JsonObject> Receive(ClientWebSocket socket)
    {
        var buffer = new byte[16_384];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return JsonNode.Parse(buffer.AsSpan(0, received.Count))!.AsObject();
    }
}
