using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Teams.People;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.Outbound;

public sealed class TeamsPostingTests
{
    private const string Key = "nudge:1";
    private const string Post = TeamsFixture.Channel + "/activities";
    private const string Moved = "19:moved@thread.tacv2";

    private static readonly Card Card = new("Anna, Acme waits", new Paragraph("Since Friday."));

    [Fact]
    public async Task A_post_is_a_card_whose_headline_notifies()
    {
        await using var fixture = await TeamsFixture.SetInChannel();

        var delivered = (await fixture.Platform.Post(Channel(), Card, Key, default)).ShouldBeOfType<Delivered>();

        var (conversation, replaced, activity) = fixture.Connector.Sent.ShouldHaveSingleItem();
        (conversation, replaced, activity["summary"]!.GetValue<string>()).ShouldBe((TeamsFixture.Channel, null, "Anna, Acme waits"));
        activity.ToJsonString().ShouldContain("Since Friday.");
        delivered.MessageId.ShouldBe($"{TeamsFixture.Channel}|1700000000001");
    }

    [Fact]
    public async Task A_direct_message_goes_to_the_personal_chat()
    {
        await using var fixture = await TeamsFixture.SetInChannel();

        var delivered = (await fixture.Platform.Post(Direct(TeamsFixture.Ben), Card, Key, default)).ShouldBeOfType<Delivered>();

        fixture.Connector.Sent.ShouldHaveSingleItem().Conversation.ShouldBe($"a:{TeamsFixture.Ben}");
        (await fixture.Platform.Update(Direct(TeamsFixture.Ben), delivered.MessageId, new Card("Settled"), default)).ShouldBe(delivered);
    }

    [Fact]
    public async Task What_follows_a_message_up_stands_in_its_thread()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var first = await Said(fixture, Channel());

        var second = await Said(fixture, Channel(follows: first));
        var third = await Said(fixture, Channel(follows: second));
        await Said(fixture, Channel(follows: $"{Moved}|17"));
        await Said(fixture, Channel(follows: $"{TeamsFixture.Channel}|"));
        await Said(fixture, Channel(follows: "nonsense"));

        var thread = $"{TeamsFixture.Channel};messageid=1700000000001";
        (second, third).ShouldBe(($"{thread}|1700000000002", $"{thread}|1700000000003"));
        fixture.Connector.Sent.Select(sent => sent.Conversation).ShouldBe([TeamsFixture.Channel, thread, thread, TeamsFixture.Channel, TeamsFixture.Channel, TeamsFixture.Channel]);
    }

    [Fact]
    public async Task When_the_thread_is_gone_it_is_said_in_the_channel()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Gone[$"{TeamsFixture.Channel};messageid=17"] = true;

        (await Said(fixture, Channel(follows: $"{TeamsFixture.Channel}|17"))).ShouldStartWith($"{TeamsFixture.Channel}|");
    }

    [Fact]
    public async Task Chats_have_no_threads()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Message(TeamsFixture.Group, 1, team: null));

        await Said(fixture, new ChatTarget(TeamsFixture.Tenant, TeamsFixture.Group, IsDirect: false) { FollowsMessageId = $"{TeamsFixture.Group}|17" });

        fixture.Connector.Sent.ShouldHaveSingleItem().Conversation.ShouldBe(TeamsFixture.Group);
    }

    [Fact]
    public async Task Nothing_is_said_to_outsiders_or_guests_or_where_we_are_not()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        foreach (var place in new[] { "19:shared", "19:guests", "19:left" }) await fixture.Hear(fixture.Message(place));
        fixture.Connector.Channels[TeamsFixture.Team] = [TeamsFixture.Listed("19:shared", "Shared", "shared"), TeamsFixture.Listed("19:guests", "Guests")];
        fixture.Connector.Rosters["19:shared"] = [TeamsFixture.Member(TeamsFixture.Anna)];
        fixture.Connector.Rosters["19:guests"] = [TeamsFixture.Member(TeamsFixture.Anna), TeamsFixture.Member("29:gil", "guest")];
        fixture.Connector.Rosters["a:29:gil"] = [TeamsFixture.Member("29:gil", "guest")];
        fixture.Connector.Rosters["a:29:nobody"] = [];
        await fixture.Hear(fixture.Update("channelMemberRemoved", 1, removed: [TeamsFixture.Bot], channel: new() { ["id"] = "19:left" }));

        (await fixture.Platform.Post(Channel("19:shared"), Card, Key, default)).ShouldBe(Refused.Outsiders);
        (await fixture.Platform.Post(Channel("19:guests"), Card, Key, default)).ShouldBe(Refused.Outsiders);
        (await fixture.Platform.Post(Channel("19:left"), Card, Key, default)).ShouldBe(Refused.Removed);
        (await fixture.Platform.Post(Channel("19:never"), Card, Key, default)).ShouldBe(Refused.Removed);
        (await fixture.Platform.Post(Direct("29:gil"), Card, Key, default)).ShouldBe(new Refused("The person is a guest, a bot or has left."));
        (await fixture.Platform.Post(Direct("29:nobody"), Card, Key, default)).ShouldBe(new Refused("The person is a guest, a bot or has left."));
        fixture.Connector.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_an_uninstall_nothing_is_said_or_changed()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, 1, team: null));
        var (said, told) = (await Said(fixture, Channel()), await Said(fixture, Direct(TeamsFixture.Anna)));
        await fixture.Hear(fixture.Install("remove", 2));
        await fixture.Hear(fixture.Install("remove", 2, TeamsFixture.Chat, null));
        var calls = fixture.Connector.Calls.Count;

        foreach (var target in new[] { Channel(), Direct(TeamsFixture.Anna), Direct(TeamsFixture.Ben) }) (await fixture.Platform.Post(target, Card, Key, default)).ShouldBeOfType<Refused>();
        (await fixture.Platform.Update(Channel(), said, Card, default)).ShouldBeOfType<Refused>();
        (await fixture.Platform.Update(Direct(TeamsFixture.Anna), told, Card, default)).ShouldBeOfType<Refused>();
        fixture.Connector.Calls.Count.ShouldBe(calls);
    }

    public static TheoryData<int, string?, Delivery> Posts => new()
    {
        { 403, "BotNotInConversationRoster", Refused.Removed },
        { 403, "ConversationBlockedByUser", Refused.NotAllowed },
        { 403, "BotDisabledByAdmin", Refused.NotAllowed },
        { 403, null, Refused.NotAllowed },
        { 404, "ConversationNotFound", new Refused("The conversation is gone.") },
        { 409, "Conflict", new Refused("Teams refused it with 409.") },
        { 429, null, new NotNow(Duration.FromSeconds(20)) },
        { 408, null, new Uncertain() },
        { 500, null, new Uncertain() },
        { 502, null, new Uncertain() },
        { 504, null, new Uncertain() },
        { -1, null, new Uncertain() },
    };

    [Theory, MemberData(nameof(Posts), DisableDiscoveryEnumeration = true)]
    public async Task Every_answer_has_its_delivery_and_nothing_is_sent_twice(int status, string? code, Delivery delivery)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        if (status < 0) fixture.Connector.Cut(Post);
        else fixture.Connector.Refuse(Post, status, code);

        (await fixture.Platform.Post(Channel(), Card, Key, default)).ShouldBe(delivery);
        fixture.Connector.Count("POST").ShouldBe(1);
    }

    public static TheoryData<int, string?, string> OfMessage => new()
    {
        { 400, "BadSyntax", "Teams does not take the message: 400 BadSyntax." },
        { 400, "Invalid mention entity", "Teams does not take the message: 400 Invalidmentionentity." },
        { 400, "ServiceError", "Teams does not take the message: 400 ServiceError." },
        { 400, null, "Teams does not take the message: 400 http_400." },
        { 413, "MessageSizeTooBig", "Teams does not take the message: 413 MessageSizeTooBig." },
        { 413, null, "Teams does not take the message: 413 http_413." },
    };

    [Theory, MemberData(nameof(OfMessage), DisableDiscoveryEnumeration = true)]
    public async Task A_card_that_Teams_does_not_take_is_said_in_words_and_if_not_even_so_the_place_is_not_blamed(int status, string? code, string reason)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var card = new Card(new RichText([new Mention(TeamsFixture.Anna, "Anna"), new Words(", Acme waits")]), new Paragraph("Since Friday."));
        fixture.Connector.Refuse(Post, status, code);

        (await fixture.Platform.Post(Channel(), card, Key, default)).ShouldBeOfType<Delivered>();
        var said = fixture.Connector.Sent.ShouldHaveSingleItem().Activity.AsObject();
        said.Select(property => property.Key).ShouldBe(["type", "textFormat", "text"]);
        ((string)said["textFormat"]!, (string)said["text"]!).ShouldBe(("plain", "Anna, Acme waits\n\nSince Friday."));

        for (var times = 0; times < 2; times++) fixture.Connector.Refuse(Post, status, code);
        (await fixture.Platform.Post(Channel(), card, Key, default)).ShouldBe(new Refused(reason) { IsOfMessage = true });
        fixture.Connector.Count("POST").ShouldBe(4);
        (await fixture.Row())!.EndedAt.ShouldBeNull();
    }

    public static TheoryData<int, string?, Delivery> AfterWords => new()
    {
        { 403, "BotDisabledByAdmin", Refused.NotAllowed },
        { 404, "ConversationNotFound", new Refused("The conversation is gone.") },
        { 429, null, new NotNow(Duration.FromSeconds(20)) },
        { 500, null, new Uncertain() },
        { -1, null, new Uncertain() },
    };

    [Theory, MemberData(nameof(AfterWords), DisableDiscoveryEnumeration = true)]
    public async Task What_becomes_of_the_words_is_what_becomes_of_the_card(int status, string? code, Delivery delivery)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse(Post, 400, "BadSyntax");
        if (status < 0) fixture.Connector.Cut(Post);
        else fixture.Connector.Refuse(Post, status, code);

        (await fixture.Platform.Post(Channel(), Card, Key, default)).ShouldBe(delivery);
        fixture.Connector.Count("POST").ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_roster_that_cannot_be_asked_for_no_message_is_to_blame()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse(TeamsFixture.Channel + "/pagedmembers", 400, "BadSyntax");
        (await fixture.Platform.Post(Channel(), Card, Key, default)).ShouldBe(new Refused("Teams refused it with 400."));
    }

    [Theory]
    [InlineData(400, "BadSyntax", 2)]
    [InlineData(413, "MessageSizeTooBig", 2)]
    [InlineData(403, null, 1)]
    [InlineData(403, "MessageWritesBlocked", 1)]
    [InlineData(403, "BotNotInConversationRoster", 1)]
    [InlineData(404, "ActivityNotFoundInConversation", 1)]
    [InlineData(404, "ConversationNotFound", 1)]
    public async Task Whatever_a_thread_refuses_is_tried_once_in_its_channel(int status, string? code, int tries)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        const string thread = $"{TeamsFixture.Channel};messageid=17";
        for (var times = 0; times < tries; times++) fixture.Connector.Refuse(thread + "/activities", status, code);

        (await Said(fixture, Channel(follows: $"{TeamsFixture.Channel}|17"))).ShouldStartWith($"{TeamsFixture.Channel}|");

        fixture.Connector.Sent.ShouldHaveSingleItem().Activity["attachments"].ShouldNotBeNull("the channel has the card");
        (await fixture.Row())!.EndedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", RefusalReason.NotAllowed)]
    [InlineData(403, "BotNotInConversationRoster", RefusalReason.Removed)]
    public async Task What_the_channel_refuses_after_its_thread_is_refused(int status, string code, RefusalReason reason)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse($"{TeamsFixture.Channel};messageid=17/activities", status, code);
        fixture.Connector.Refuse(Post, status, code);

        (await fixture.Platform.Post(Channel(follows: $"{TeamsFixture.Channel}|17"), Card, Key, default)).ShouldBeOfType<Refused>().Reason.ShouldBe(reason);
        fixture.Connector.Count("POST").ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_Teams_does_not_take_is_made_in_words()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var said = await Said(fixture, Channel());
        fixture.Connector.Refuse("/activities/1700000000001", 400, "BadSyntax");

        (await fixture.Platform.Update(Channel(), said, new Card("Settled"), default)).ShouldBe(new Delivered(said));

        var (_, replaced, activity) = fixture.Connector.Sent.Last();
        (replaced, (string)activity["text"]!).ShouldBe(("1700000000001", "Settled"));
    }

    public static TheoryData<int, string?, Delivery> Updates => new()
    {
        { 403, "BotNotInConversationRoster", Refused.Removed },
        { 404, "ActivityNotFoundInConversation", new Refused("The message is gone.") },
        { 404, null, new Refused("The message is gone.") },
        { 429, null, new NotNow(Duration.FromSeconds(20)) },
        { 500, null, new NotNow() },
        { -1, null, new NotNow() },
    };

    [Theory, MemberData(nameof(Updates), DisableDiscoveryEnumeration = true)]
    public async Task A_change_may_be_repeated_unless_it_is_refused_for_good(int status, string? code, Delivery delivery)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var said = await Said(fixture, Channel());
        if (status < 0) fixture.Connector.Cut("/activities/1700000000001");
        else fixture.Connector.Refuse("/activities/1700000000001", status, code);

        (await fixture.Platform.Update(Channel(), said, Card, default)).ShouldBe(delivery);
    }

    [Fact]
    public async Task A_post_whose_answer_is_empty_stands_but_cannot_be_changed()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Answer(Post, "");

        var said = await Said(fixture, Channel());

        said.ShouldBe($"{TeamsFixture.Channel}|");
        (await fixture.Platform.Update(Channel(), said, Card, default)).ShouldBe(new Refused("The message is gone."));
        await Said(fixture, Channel(follows: said));
        fixture.Connector.Sent.ShouldHaveSingleItem().Conversation.ShouldBe(TeamsFixture.Channel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("|17")]
    [InlineData("nonsense")]
    [InlineData("a|b|c")]
    public async Task What_is_no_message_of_ours_cannot_be_changed(string messageId)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        (await fixture.Platform.Update(Channel(), messageId, Card, default)).ShouldBe(new Refused("The message is gone."));
    }

    [Fact]
    public async Task A_message_is_changed_where_it_stands_if_only_colleagues_read_it_there()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var said = await Said(fixture, Channel(follows: $"{TeamsFixture.Channel}|17"));
        var target = Channel(Moved);

        (await fixture.Platform.Update(target, said, new Card("Settled"), default)).ShouldBe(new Delivered(said));
        var (conversation, replaced, _) = fixture.Connector.Sent.Last();
        (conversation, replaced).ShouldBe(($"{TeamsFixture.Channel};messageid=17", "1700000000001"));

        fixture.Connector.Rosters[TeamsFixture.Channel] = [TeamsFixture.Member("29:gil", "guest")];
        await fixture.Hear(fixture.Update("teamMemberAdded", 1, added: ["29:gil"]));
        (await fixture.Platform.Update(target, said, Card, default)).ShouldBe(Refused.Outsiders);
        (await fixture.Platform.Update(Direct(TeamsFixture.Ben), said, Card, default)).ShouldBe(new Refused("The message is gone."), "it does not stand in their chat");
    }

    [Fact]
    public async Task What_is_not_known_to_be_among_colleagues_waits()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse(TeamsFixture.Channel + "/pagedmembers", 500);

        (await fixture.Platform.Post(Channel(), Card, Key, default)).ShouldBe(new NotNow());
        fixture.Connector.Sent.ShouldBeEmpty();
        (await fixture.Platform.Post(Channel(), Card, Key, default)).ShouldBeOfType<Delivered>();
    }

    [Fact]
    public async Task Nobody_can_tell_whether_a_message_stands_there()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        (await fixture.Platform.Find(Channel(), Key, SystemClock.Instance.GetCurrentInstant(), default)).ShouldBe(new Unknown());
        fixture.Platform.Name.ShouldBe("teams");
    }

    private static async Task<string> Said(TeamsFixture fixture, ChatTarget target) =>
        (await fixture.Platform.Post(target, Card, Key, default)).ShouldBeOfType<Delivered>().MessageId;

    private static ChatTarget Channel(string id = TeamsFixture.Channel, string? follows = null) => new(TeamsFixture.Tenant, id, IsDirect: false) { FollowsMessageId = follows };

    private static ChatTarget Direct(string id) => new(TeamsFixture.Tenant, id, IsDirect: true);
}
