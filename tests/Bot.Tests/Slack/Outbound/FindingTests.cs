using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Outbound;
using AccountNudge.Core.Posting;
using AccountNudge.Testing.Slack;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.Outbound;

public sealed class FindingTests
{
    private static readonly Card Card = new("Anna, Acme waits");

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    [Fact]
    public async Task A_message_whose_answer_never_came_is_found_once_it_had_time_to_land()
    {
        await using var fixture = await SlackFixture.Set();
        var began = Now;
        fixture.Slack.Break(new SlackFault.AcceptedReset());
        await fixture.Platform.Post(SlackFixture.Channel(), Card, "nudge:1", default);

        (await fixture.Platform.Find(SlackFixture.Channel(), "nudge:1", began, default)).ShouldBeOfType<AskLater>().After!.Value.TotalSeconds.ShouldBeInRange(5, 10);
        fixture.Time.Pass(TimeSpan.FromSeconds(10));

        (await fixture.Platform.Find(SlackFixture.Channel(), "nudge:1", began, default)).ShouldBe(new Found($"C1:{fixture.Slack.Messages.Single().Ts}"));
    }

    [Fact]
    public async Task A_message_that_never_arrived_is_missing()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Reset());
        await fixture.Platform.Post(SlackFixture.Channel(), Card, "nudge:1", default);
        fixture.Time.Pass(TimeSpan.FromSeconds(10));

        (await fixture.Platform.Find(SlackFixture.Channel(), "nudge:1", Now, default)).ShouldBe(new Missing());
    }

    [Fact]
    public async Task Direct_messages_are_found_by_the_person()
    {
        await using var fixture = await SlackFixture.Set();
        await fixture.Platform.Post(SlackFixture.Direct(), Card, "nudge:1", default);

        (await fixture.Platform.Find(SlackFixture.Direct(), "nudge:1", Now, default)).ShouldBeOfType<Found>().MessageId.ShouldStartWith(fixture.Slack.DirectChannel("U1").Id);
        (await fixture.Platform.Find(SlackFixture.Direct(), "nudge:2", Now, default)).ShouldBe(new Missing());
        fixture.Calls("conversations.open").ShouldBe(1);
    }

    [Fact]
    public async Task All_pages_are_looked_through()
    {
        await using var fixture = await SlackFixture.Set();
        await fixture.Platform.Post(SlackFixture.Channel(), Card, "nudge:1", default);
        for (var number = 0; number < 7; number++) fixture.Slack.Say("U1", "C1", $"chatter {number}");
        fixture.Slack.MostPerPage = 2;

        (await fixture.Platform.Find(SlackFixture.Channel(), "nudge:1", Now, default)).ShouldBeOfType<Found>();
        fixture.Calls("conversations.history").ShouldBe(4);
    }

    [Fact]
    public async Task One_reading_serves_all_that_had_landed_before_it()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.RateLimited(20), "conversations.history");
        var keys = Enumerable.Range(0, 20).Select(number => $"nudge:{number}").ToList();
        foreach (var key in keys) (await fixture.Platform.Find(SlackFixture.Channel(), key, Now, default)).ShouldBeOfType<AskLater>();
        fixture.Time.Pass(TimeSpan.FromSeconds(21));
        var before = fixture.Calls("conversations.history");

        foreach (var key in keys) (await fixture.Platform.Find(SlackFixture.Channel(), key, Now, default)).ShouldBe(new Missing());
        (fixture.Calls("conversations.history") - before).ShouldBe(1);

        // Sent again since: what was read before cannot tell.
        await fixture.Platform.Post(SlackFixture.Channel(), Card, keys[0], default);
        (await fixture.Platform.Find(SlackFixture.Channel(), keys[0], Now, default)).ShouldBeOfType<Found>();
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("not_in_channel")]
    [InlineData("channel_not_found")]
    public async Task Where_we_may_not_look_nobody_knows(string word)
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Error(word), "conversations.history");
        (await fixture.Platform.Find(SlackFixture.Channel(), "nudge:1", Now, default)).ShouldBe(new Unknown());
    }

    [Fact]
    public async Task A_Slack_in_trouble_is_asked_later()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Status(500), "conversations.history");
        (await fixture.Platform.Find(SlackFixture.Channel(), "nudge:1", Now, default)).ShouldBeOfType<AskLater>();
    }

    [Fact]
    public void A_reading_goes_on_where_it_had_to_stop()
    {
        var us = new Installation("T1", null, "UBOT", "BBOT", "xoxb");
        var reading = new HistoryReading(Instant.FromUtc(2027, 3, 1, 9, 0), Instant.FromUtc(2027, 3, 1, 8, 0));
        reading.NextPage("C1").ContainsKey("cursor").ShouldBeFalse();

        reading.Take(Page(["nudge:3"], "more"), us);
        (reading.IsComplete, reading.Find(MessageMarker.Of("nudge:1")), reading.Find(MessageMarker.Of("nudge:3")), reading.IsWanted).ShouldBe((false, null, "1.3", true));
        reading.NextPage("C1")["cursor"]!.GetValue<string>().ShouldBe("more");

        reading.Take(Page(["nudge:1"], ""), us);
        (reading.IsComplete, reading.Find(MessageMarker.Of("nudge:1")), reading.IsWanted).ShouldBe((true, "1.1", false));
        reading.Covers(Instant.FromUtc(2027, 3, 1, 9, 0), Instant.FromUtc(2027, 3, 1, 8, 0)).ShouldBeTrue();
        reading.Covers(Instant.FromUtc(2027, 3, 1, 9, 0, 1), Instant.FromUtc(2027, 3, 1, 8, 0)).ShouldBeFalse("what landed later is not in it");
        reading.Covers(Instant.FromUtc(2027, 3, 1, 9, 0), Instant.FromUtc(2027, 3, 1, 7, 0)).ShouldBeFalse("what was sent earlier is not in it");
    }

    [Fact]
    public void Nobody_elses_message_is_taken_for_ours()
    {
        var us = new Installation("T1", null, "UBOT", "BBOT", "xoxb");
        MessageMarker.Read(Message("nudge:1"), us).ShouldBe(MessageMarker.Of("nudge:1"));
        MessageMarker.Read(Message("nudge:1", bot: "BOTHER", user: "UOTHER"), us).ShouldBeNull();
        MessageMarker.Read(Message("nudge:1", type: "other_event"), us).ShouldBeNull();
        MessageMarker.Read(Json(new JsonObject { ["bot_id"] = "BBOT", ["ts"] = "1.1" }), us).ShouldBeNull();
    }

    private static JsonElement Page(string[] keys, string cursor) => Json(new JsonObject
    {
        ["messages"] = new JsonArray([.. keys.Select(key => JsonNode.Parse(Message(key).GetRawText()))]),
        ["response_metadata"] = new JsonObject { ["next_cursor"] = cursor },
    });

    private static JsonElement Message(string key, string bot = "BBOT", string user = "UBOT", string? type = null)
    {
        var metadata = MessageMarker.Metadata(key);
        if (type is not null) metadata["event_type"] = type;
        return Json(new JsonObject { ["bot_id"] = bot, ["user"] = user, ["ts"] = $"1.{key[^1]}", ["metadata"] = metadata });
    }

    private static JsonElement Json(JsonObject json) => JsonSerializer.SerializeToElement(json);
}
