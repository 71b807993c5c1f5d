using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Tests.Teams.People;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Texts;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.Outbound;

public sealed class PostingTests
{
    private const string Key = "nudge:1";
    private const string Post = TeamsStage.Channel + "/activities";
    private const string Moved = "19:moved@thread.tacv2";

    private static readonly Card Card = new("Anna, Acme waits", new Paragraph("Since Friday."));

    [Fact]
    public async Task A_post_is_a_card_whose_headline_notifies()
    {
        await using var stage = await TeamsStage.SetInChannel();

        var delivered = (await stage.Platform.Post(Channel(), Card, Key, default)).ShouldBeOfType<Delivered>();

        var (conversation, replaced, activity) = stage.Connector.Sent.ShouldHaveSingleItem();
        (conversation, replaced, activity["summary"]!.GetValue<string>()).ShouldBe((TeamsStage.Channel, null, "Anna, Acme waits"));
        activity.ToJsonString().ShouldContain("Since Friday.");
        delivered.MessageId.ShouldBe($"{TeamsStage.Channel}|1700000000001");
    }

    [Fact]
    public async Task A_direct_message_goes_to_the_personal_chat()
    {
        await using var stage = await TeamsStage.SetInChannel();

        var delivered = (await stage.Platform.Post(Direct(TeamsStage.Ben), Card, Key, default)).ShouldBeOfType<Delivered>();

        stage.Connector.Sent.ShouldHaveSingleItem().Conversation.ShouldBe($"a:{TeamsStage.Ben}");
        (await stage.Platform.Update(Direct(TeamsStage.Ben), delivered.MessageId, new Card("Settled"), default)).ShouldBe(delivered);
    }

    [Fact]
    public async Task What_follows_a_message_up_stands_in_its_thread()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var first = await Said(stage, Channel());

        var second = await Said(stage, Channel(follows: first));
        var third = await Said(stage, Channel(follows: second));
        await Said(stage, Channel(follows: $"{Moved}|17"));
        await Said(stage, Channel(follows: $"{TeamsStage.Channel}|"));
        await Said(stage, Channel(follows: "nonsense"));

        var thread = $"{TeamsStage.Channel};messageid=1700000000001";
        (second, third).ShouldBe(($"{thread}|1700000000002", $"{thread}|1700000000003"));
        stage.Connector.Sent.Select(sent => sent.Conversation).ShouldBe([TeamsStage.Channel, thread, thread, TeamsStage.Channel, TeamsStage.Channel, TeamsStage.Channel]);
    }

    [Fact]
    public async Task When_the_thread_is_gone_it_is_said_in_the_channel()
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Gone[$"{TeamsStage.Channel};messageid=17"] = true;

        (await Said(stage, Channel(follows: $"{TeamsStage.Channel}|17"))).ShouldStartWith($"{TeamsStage.Channel}|");
    }

    [Fact]
    public async Task Chats_have_no_threads()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Message(TeamsStage.Group, 1, team: null));

        await Said(stage, new ChatTarget(TeamsStage.Tenant, TeamsStage.Group, IsDirect: false) { FollowsMessageId = $"{TeamsStage.Group}|17" });

        stage.Connector.Sent.ShouldHaveSingleItem().Conversation.ShouldBe(TeamsStage.Group);
    }

    [Fact]
    public async Task Nothing_is_said_to_outsiders_or_guests_or_where_we_are_not()
    {
        await using var stage = await TeamsStage.SetInChannel();
        foreach (var place in new[] { "19:shared", "19:guests", "19:left" }) await stage.Hear(stage.Message(place));
        stage.Connector.Channels[TeamsStage.Team] = [TeamsStage.Listed("19:shared", "Shared", "shared"), TeamsStage.Listed("19:guests", "Guests")];
        stage.Connector.Rosters["19:shared"] = [TeamsStage.Member(TeamsStage.Anna)];
        stage.Connector.Rosters["19:guests"] = [TeamsStage.Member(TeamsStage.Anna), TeamsStage.Member("29:gil", "guest")];
        stage.Connector.Rosters["a:29:gil"] = [TeamsStage.Member("29:gil", "guest")];
        stage.Connector.Rosters["a:29:nobody"] = [];
        await stage.Hear(stage.Update("channelMemberRemoved", 1, removed: [TeamsStage.Bot], channel: new() { ["id"] = "19:left" }));

        (await stage.Platform.Post(Channel("19:shared"), Card, Key, default)).ShouldBe(Refused.Outsiders);
        (await stage.Platform.Post(Channel("19:guests"), Card, Key, default)).ShouldBe(Refused.Outsiders);
        (await stage.Platform.Post(Channel("19:left"), Card, Key, default)).ShouldBe(Refused.Removed);
        (await stage.Platform.Post(Channel("19:never"), Card, Key, default)).ShouldBe(Refused.Removed);
        (await stage.Platform.Post(Direct("29:gil"), Card, Key, default)).ShouldBe(new Refused("The person is a guest, a bot or has left."));
        (await stage.Platform.Post(Direct("29:nobody"), Card, Key, default)).ShouldBe(new Refused("The person is a guest, a bot or has left."));
        stage.Connector.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_an_uninstall_nothing_is_said_or_changed()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Message(TeamsStage.Chat, 1, team: null));
        var (said, told) = (await Said(stage, Channel()), await Said(stage, Direct(TeamsStage.Anna)));
        await stage.Hear(stage.Install("remove", 2));
        await stage.Hear(stage.Install("remove", 2, TeamsStage.Chat, null));
        var calls = stage.Connector.Calls.Count;

        foreach (var target in new[] { Channel(), Direct(TeamsStage.Anna), Direct(TeamsStage.Ben) }) (await stage.Platform.Post(target, Card, Key, default)).ShouldBeOfType<Refused>();
        (await stage.Platform.Update(Channel(), said, Card, default)).ShouldBeOfType<Refused>();
        (await stage.Platform.Update(Direct(TeamsStage.Anna), told, Card, default)).ShouldBeOfType<Refused>();
        stage.Connector.Calls.Count.ShouldBe(calls);
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
        await using var stage = await TeamsStage.SetInChannel();
        if (status < 0) stage.Connector.Cut(Post);
        else stage.Connector.Refuse(Post, status, code);

        (await stage.Platform.Post(Channel(), Card, Key, default)).ShouldBe(delivery);
        stage.Connector.Count("POST").ShouldBe(1);
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
        await using var stage = await TeamsStage.SetInChannel();
        var card = new Card(new RichText([new Mention(TeamsStage.Anna, "Anna"), new Words(", Acme waits")]), new Paragraph("Since Friday."));
        stage.Connector.Refuse(Post, status, code);

        (await stage.Platform.Post(Channel(), card, Key, default)).ShouldBeOfType<Delivered>();
        var said = stage.Connector.Sent.ShouldHaveSingleItem().Activity.AsObject();
        said.Select(property => property.Key).ShouldBe(["type", "textFormat", "text"]);
        ((string)said["textFormat"]!, (string)said["text"]!).ShouldBe(("plain", "Anna, Acme waits\n\nSince Friday."));

        for (var times = 0; times < 2; times++) stage.Connector.Refuse(Post, status, code);
        (await stage.Platform.Post(Channel(), card, Key, default)).ShouldBe(new Refused(reason) { IsOfMessage = true });
        stage.Connector.Count("POST").ShouldBe(4);
        (await stage.Row())!.EndedAt.ShouldBeNull();
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
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse(Post, 400, "BadSyntax");
        if (status < 0) stage.Connector.Cut(Post);
        else stage.Connector.Refuse(Post, status, code);

        (await stage.Platform.Post(Channel(), Card, Key, default)).ShouldBe(delivery);
        stage.Connector.Count("POST").ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_roster_that_cannot_be_asked_for_no_message_is_to_blame()
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse(TeamsStage.Channel + "/pagedmembers", 400, "BadSyntax");
        (await stage.Platform.Post(Channel(), Card, Key, default)).ShouldBe(new Refused("Teams refused it with 400."));
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
        await using var stage = await TeamsStage.SetInChannel();
        const string thread = $"{TeamsStage.Channel};messageid=17";
        for (var times = 0; times < tries; times++) stage.Connector.Refuse(thread + "/activities", status, code);

        (await Said(stage, Channel(follows: $"{TeamsStage.Channel}|17"))).ShouldStartWith($"{TeamsStage.Channel}|");

        stage.Connector.Sent.ShouldHaveSingleItem().Activity["attachments"].ShouldNotBeNull("the channel has the card");
        (await stage.Row())!.EndedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(403, "BotDisabledByAdmin", RefusalReason.NotAllowed)]
    [InlineData(403, "BotNotInConversationRoster", RefusalReason.Removed)]
    public async Task What_the_channel_refuses_after_its_thread_is_refused(int status, string code, RefusalReason reason)
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse($"{TeamsStage.Channel};messageid=17/activities", status, code);
        stage.Connector.Refuse(Post, status, code);

        (await stage.Platform.Post(Channel(follows: $"{TeamsStage.Channel}|17"), Card, Key, default)).ShouldBeOfType<Refused>().Reason.ShouldBe(reason);
        stage.Connector.Count("POST").ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_Teams_does_not_take_is_made_in_words()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var said = await Said(stage, Channel());
        stage.Connector.Refuse("/activities/1700000000001", 400, "BadSyntax");

        (await stage.Platform.Update(Channel(), said, new Card("Settled"), default)).ShouldBe(new Delivered(said));

        var (_, replaced, activity) = stage.Connector.Sent.Last();
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
        await using var stage = await TeamsStage.SetInChannel();
        var said = await Said(stage, Channel());
        if (status < 0) stage.Connector.Cut("/activities/1700000000001");
        else stage.Connector.Refuse("/activities/1700000000001", status, code);

        (await stage.Platform.Update(Channel(), said, Card, default)).ShouldBe(delivery);
    }

    [Fact]
    public async Task A_post_whose_answer_is_empty_stands_but_cannot_be_changed()
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Answer(Post, "");

        var said = await Said(stage, Channel());

        said.ShouldBe($"{TeamsStage.Channel}|");
        (await stage.Platform.Update(Channel(), said, Card, default)).ShouldBe(new Refused("The message is gone."));
        await Said(stage, Channel(follows: said));
        stage.Connector.Sent.ShouldHaveSingleItem().Conversation.ShouldBe(TeamsStage.Channel);
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("|17")]
    [InlineData("nonsense")]
    [InlineData("a|b|c")]
    public async Task What_is_no_message_of_ours_cannot_be_changed(string messageId)
    {
        await using var stage = await TeamsStage.SetInChannel();
        (await stage.Platform.Update(Channel(), messageId, Card, default)).ShouldBe(new Refused("The message is gone."));
    }

    [Fact]
    public async Task A_message_is_changed_where_it_stands_if_only_colleagues_read_it_there()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var said = await Said(stage, Channel(follows: $"{TeamsStage.Channel}|17"));
        var target = Channel(Moved);

        (await stage.Platform.Update(target, said, new Card("Settled"), default)).ShouldBe(new Delivered(said));
        var (conversation, replaced, _) = stage.Connector.Sent.Last();
        (conversation, replaced).ShouldBe(($"{TeamsStage.Channel};messageid=17", "1700000000001"));

        stage.Connector.Rosters[TeamsStage.Channel] = [TeamsStage.Member("29:gil", "guest")];
        await stage.Hear(stage.Update("teamMemberAdded", 1, added: ["29:gil"]));
        (await stage.Platform.Update(target, said, Card, default)).ShouldBe(Refused.Outsiders);
        (await stage.Platform.Update(Direct(TeamsStage.Ben), said, Card, default)).ShouldBe(new Refused("The message is gone."), "it does not stand in their chat");
    }

    [Fact]
    public async Task What_is_not_known_to_be_among_colleagues_waits()
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse(TeamsStage.Channel + "/pagedmembers", 500);

        (await stage.Platform.Post(Channel(), Card, Key, default)).ShouldBe(new NotNow());
        stage.Connector.Sent.ShouldBeEmpty();
        (await stage.Platform.Post(Channel(), Card, Key, default)).ShouldBeOfType<Delivered>();
    }

    [Fact]
    public async Task Nobody_can_tell_whether_a_message_stands_there()
    {
        await using var stage = await TeamsStage.SetInChannel();
        (await stage.Platform.Find(Channel(), Key, SystemClock.Instance.GetCurrentInstant(), default)).ShouldBe(new Unknown());
        stage.Platform.Name.ShouldBe("teams");
    }

    private static async Task<string> Said(TeamsStage stage, ChatTarget target) =>
        (await stage.Platform.Post(target, Card, Key, default)).ShouldBeOfType<Delivered>().MessageId;

    private static ChatTarget Channel(string id = TeamsStage.Channel, string? follows = null) => new(TeamsStage.Tenant, id, IsDirect: false) { FollowsMessageId = follows };

    private static ChatTarget Direct(string id) => new(TeamsStage.Tenant, id, IsDirect: true);
}
