using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Slack.Outbound;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.Outbound;

public sealed class SlackPostingTests
{
    private const string Key = "nudge:0123456789abcdef0123456789abcdef";

    private static readonly Card Card = new("Anna, Acme waits", new Paragraph("Since Friday."));

    private static readonly Card Charted = new("The week", new Chart(ChartKind.Bar, "Talks", ["Mon", "Tue"], [new ChartSeries("Calls", [1, 2])]));

    [Fact]
    public async Task A_post_carries_text_blocks_and_the_hash_of_its_key()
    {
        await using var fixture = await SlackFixture.Set();

        var delivered = (await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default)).ShouldBeOfType<Delivered>();

        var message = fixture.Slack.Messages.ShouldHaveSingleItem();
        delivered.MessageId.ShouldBe($"C1:{message.Ts}");
        message.Text.ShouldContain("Acme waits");
        message.Blocks.Count.ShouldBeGreaterThan(0);
        message.Key.ShouldBe(MessageMarker.Of(Key));
        message.Key!.Length.ShouldBe(32);
        var call = fixture.Slack.Calls.Single(call => call.Method == "chat.postMessage");
        call.Arguments.ToJsonString().ShouldNotContain("0123456789abcdef");
        call.Arguments["unfurl_links"]!.GetValue<bool>().ShouldBeFalse();
        call.Token.ShouldBe(SlackFixture.Token);
    }

    [Fact]
    public async Task A_direct_message_goes_to_the_person_and_is_known_by_its_own_channel()
    {
        await using var fixture = await SlackFixture.Set();

        var delivered = (await fixture.Platform.Post(SlackFixture.Direct(), Card, Key, default)).ShouldBeOfType<Delivered>();

        delivered.MessageId.ShouldStartWith(fixture.Slack.DirectChannel("U1").Id + ":");
        (await fixture.Platform.Update(SlackFixture.Direct(), delivered.MessageId, new Card("Settled"), default)).ShouldBe(delivered);
        fixture.Slack.Messages.ShouldHaveSingleItem().Text.ShouldContain("Settled");
    }

    [Fact]
    public async Task Nothing_is_said_to_outsiders_or_guests_or_where_nobody_is()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.AddChannel(SlackFixture.Workspace, "CEXT", "shared", ["U1"], isExtShared: true);
        fixture.Slack.AddChannel(SlackFixture.Workspace, "CGUEST", "guests", ["U1", "UGUEST"]);
        fixture.Slack.AddChannel(SlackFixture.Workspace, "COUT", "not-in", ["U1"], botIn: false);
        fixture.Slack.AddUser(SlackFixture.Workspace, "UGONE", "Gone", deleted: true);

        foreach (var target in new[] { SlackFixture.Channel("CEXT"), SlackFixture.Channel("CGUEST"), SlackFixture.Channel("COUT"), SlackFixture.Channel("CNONE"), SlackFixture.Direct("UGUEST"), SlackFixture.Direct("UGONE"), SlackFixture.Direct("UNOBODY") })
            (await fixture.Platform.Post(target, Card, Key, default)).ShouldBeOfType<Refused>(target.Address);

        fixture.Slack.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_known_to_be_among_colleagues_waits()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Status(500), "conversations.members");

        (await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default)).ShouldBeOfType<NotNow>();
        fixture.Slack.Messages.ShouldBeEmpty();
        (await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default)).ShouldBeOfType<Delivered>();
    }

    [Theory]
    [InlineData("channel_not_found")]
    [InlineData("not_in_channel", RefusalReason.NotInChannel)]
    [InlineData("is_archived", RefusalReason.Archived)]
    [InlineData("restricted_action")]
    [InlineData("restricted_action_read_only_channel")]
    [InlineData("user_not_found")]
    [InlineData("user_disabled")]
    [InlineData("messages_tab_disabled")]
    [InlineData("cannot_dm_bot")]
    [InlineData("missing_scope")]
    public async Task What_Slack_refuses_is_refused_in_its_own_words(string word, RefusalReason reason = RefusalReason.Other)
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Error(word));

        (await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default)).ShouldBe(new Refused(word, reason));
    }

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("invalid_blocks_format")]
    [InlineData("msg_blocks_too_long")]
    [InlineData("msg_too_long")]
    [InlineData("block_mismatch")]
    [InlineData("invalid_arguments")]
    public async Task A_message_that_Slack_refuses_however_it_is_drawn_says_nothing_about_its_channel(string word)
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Error(word), times: 3);

        (await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default)).ShouldBe(new Refused(word) { IsOfMessage = true });
        fixture.Calls("chat.postMessage").ShouldBe(3);
    }

    public static TheoryData<string, SlackFault, Type> Faults => new()
    {
        { "429", new SlackFault.RateLimited(30), typeof(NotNow) },
        { "500", new SlackFault.Status(500), typeof(Uncertain) },
        { "503", new SlackFault.Status(503), typeof(Uncertain) },
        { "reset", new SlackFault.Reset(), typeof(Uncertain) },
        { "hang", new SlackFault.Hang(), typeof(Uncertain) },
        { "html", new SlackFault.WebPage(), typeof(Uncertain) },
        { "truncated", new SlackFault.Truncated(), typeof(Uncertain) },
        { "accepted and cut", new SlackFault.AcceptedReset(), typeof(Uncertain) },
        { "accepted and hanging", new SlackFault.AcceptedHang(), typeof(Uncertain) },
        { "accepted, they say not", new SlackFault.AcceptedError("internal_error"), typeof(Uncertain) },
        { "fatal_error", new SlackFault.Error("fatal_error"), typeof(Uncertain) },
        { "service_unavailable", new SlackFault.Error("service_unavailable"), typeof(Uncertain) },
        { "ratelimited", new SlackFault.Error("ratelimited"), typeof(NotNow) },
    };

    [Theory, MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task Every_fault_has_its_delivery(string name, SlackFault fault, Type delivery)
    {
        await using var fixture = await SlackFixture.Set(limit: fault is SlackFault.Hang or SlackFault.AcceptedHang ? TimeSpan.FromSeconds(5) : null);
        // A connection that is used again could be mistaken for one that was closed before anything was sent.
        await fixture.Platform.Post(SlackFixture.Channel(), Card, "nudge:warm-up", default);
        fixture.Time.Pass(TimeSpan.FromSeconds(2));
        fixture.Slack.Break(fault);

        var outcome = await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default);

        outcome.ShouldBeOfType(delivery, name);
        (outcome as Uncertain)?.After.ShouldBe(Duration.FromSeconds(10));
        (outcome as NotNow)?.After!.Value.ShouldBeGreaterThanOrEqualTo(Duration.FromSeconds(29));
        fixture.Slack.Messages.Count(message => message.Key == MessageMarker.Of(Key)).ShouldBe(name.StartsWith("accepted", StringComparison.Ordinal) || name == "truncated" ? 1 : 0, "and nothing was sent twice");
        fixture.Calls("chat.postMessage").ShouldBe(2);
    }

    [Fact]
    public async Task An_unreachable_Slack_is_tried_later()
    {
        await using var fixture = await SlackFixture.Set(apiUrl: new Uri($"http://127.0.0.1:{FreePort.Next()}/api/"));

        (await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default)).ShouldBeOfType<NotNow>().After!.Value.TotalSeconds.ShouldBeInRange(0.5, 60);
    }

    [Fact]
    public async Task After_a_429_nobody_calls_too_early_and_no_other_channel_waits()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.AddChannel(SlackFixture.Workspace, "C2", "others", ["U1"]);
        fixture.Slack.Break(new SlackFault.RateLimited(2), channel: "C1");

        var deliveries = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => fixture.Platform.Post(SlackFixture.Channel(), Card, $"nudge:{number}", default)));
        (await fixture.Platform.Post(SlackFixture.Channel("C2"), Card, "nudge:other", default)).ShouldBeOfType<Delivered>();

        deliveries.Count(delivery => delivery is NotNow).ShouldBeGreaterThan(0);
        fixture.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Slack_does_not_draw_is_drawn_more_simply_at_last_as_text()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.RefusedBlocks.Add("data_visualization");
        (await fixture.Platform.Post(SlackFixture.Channel(), Charted, "week:1", default)).ShouldBeOfType<Delivered>();
        fixture.Slack.Messages[0].Blocks.ToJsonString().ShouldNotContain("data_visualization");

        fixture.Slack.RefusedBlocks.UnionWith(["section", "rich_text", "header", "context", "divider", "table", "markdown"]);
        var delivered = (await fixture.Platform.Post(SlackFixture.Channel(), Charted, "week:2", default)).ShouldBeOfType<Delivered>();
        fixture.Slack.Messages[1].Blocks.ShouldBeEmpty();
        fixture.Slack.Messages[1].Text.ShouldContain("The week");

        (await fixture.Platform.Update(SlackFixture.Channel(), delivered.MessageId, Charted, default)).ShouldBe(delivered);
    }

    [Theory]
    [InlineData("C1:1.000001")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(":")]
    public async Task A_message_that_is_not_there_cannot_be_changed(string messageId)
    {
        await using var fixture = await SlackFixture.Set();
        (await fixture.Platform.Update(SlackFixture.Channel(), messageId, Card, default)).ShouldBe(new Refused("message_not_found"));
    }

    [Fact]
    public async Task Where_we_are_not_installed_nothing_is_said()
    {
        await using var fixture = await SlackFixture.Set(isInstalled: false);
        (await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default)).ShouldBeOfType<NotNow>();
        fixture.Slack.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("token_revoked", true)]
    [InlineData("account_inactive", true)]
    [InlineData("invalid_auth", false)]
    [InlineData("not_authed", false)]
    [InlineData("team_access_not_granted", false)]
    public async Task A_token_that_opens_nothing_ends_the_installation_when_it_was_revoked(string word, bool isEnd)
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.Error(word), "*", times: 10);

        var delivery = await fixture.Platform.Post(SlackFixture.Channel(), Card, Key, default);

        // What is not installed (any more) is no fault of the channel: it waits until the workspace ends or the app is back.
        (delivery is NotNow or Refused { Detail: "invalid_auth" }).ShouldBeTrue(delivery.ToString());
        fixture.Ended.Distinct().ShouldBe(isEnd ? [SlackFixture.Workspace] : []);
    }
}
