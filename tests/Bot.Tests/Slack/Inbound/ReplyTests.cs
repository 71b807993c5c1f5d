using System.Text.Json.Nodes;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Inbound.Work;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

public sealed class ReplyTests
{
    private static readonly Uri Url = new("https://hooks.slack.com/commands/1/2");
    private static readonly Reply Everyone = Reply.Everyone(Card("hi"));
    private static readonly Reply Asker = Reply.Asker(Card("hi"));

    [Fact]
    public void A_slash_command_is_answered_on_its_response_URL_then_in_the_channel_then_directly()
    {
        Ways(Everyone, new SlackOrigin("C1") { ResponseUrl = Url }).ShouldBe(["respond in_channel", "chat.postMessage C1", "chat.postMessage U1"]);
        Ways(Asker, new SlackOrigin("C1") { ResponseUrl = Url }).ShouldBe(["respond ephemeral", "chat.postEphemeral C1", "chat.postMessage U1"]);
    }

    [Fact]
    public void A_mention_is_answered_in_its_thread()
    {
        Ways(Everyone, new SlackOrigin("C1") { Thread = "1.1" }).ShouldBe(["chat.postMessage C1 in 1.1", "chat.postMessage U1"]);
        Ways(Asker, new SlackOrigin("C1") { Thread = "1.1" }).ShouldBe(["chat.postEphemeral C1 in 1.1", "chat.postMessage U1"]);
    }

    [Fact]
    public void In_a_direct_message_nothing_is_shown_to_whoever_else_is_in_it()
    {
        foreach (var reply in new[] { Everyone, Asker })
            Ways(reply, new SlackOrigin("D1") { ResponseUrl = Url }, direct: true).ShouldBe(["chat.postMessage D1", "respond ephemeral", "chat.postMessage U1"]);
    }

    [Fact]
    public void What_has_no_channel_goes_to_its_person() => Ways(Everyone, new SlackOrigin("U1"), direct: true).ShouldBe(["chat.postMessage U1"]);

    [Fact]
    public void A_replacing_answer_changes_the_message()
    {
        var press = new SlackOrigin("C1") { Message = "5.6", ResponseUrl = Url };
        Ways(Everyone with { Replaces = true }, press)[..2].ShouldBe(["chat.update C1 5.6", "respond replace"]);
        Ways(Asker with { Replaces = true }, press with { IsEphemeral = true })[0].ShouldBe("respond replace");
        Ways(Asker with { Replaces = true }, press with { Channel = "D1" }, direct: true)[0].ShouldBe("chat.update D1 5.6");
    }

    [Fact]
    public void A_personal_answer_never_replaces_what_others_see() =>
        Ways(Asker with { Replaces = true }, new SlackOrigin("C1") { Message = "5.6", ResponseUrl = Url }).ShouldBe(["respond ephemeral", "chat.postEphemeral C1", "chat.postMessage U1"]);

    [Fact]
    public void Only_five_messages_go_to_a_response_URL()
    {
        var long_ = new Card("much", [.. Enumerable.Range(0, 400).Select(index => new Paragraph(new string('x', 2500)))]);
        var calls = SlackReplies.Of(SlackTurn(new SlackOrigin("C1") { ResponseUrl = Url }), Reply.Everyone(long_));
        calls.Count.ShouldBeGreaterThan(6);
        calls.Count(call => call.Routes.Any(route => route.ResponseUrl is not null)).ShouldBe(5);
    }

    [Fact]
    public void What_is_silent_says_nothing() => SlackReplies.Of(SlackTurn(new SlackOrigin("C1")), Reply.Silent).ShouldBeEmpty();

    [Fact]
    public void A_call_goes_on_as_its_answer_demands()
    {
        var call = new ReplyCall(new JsonObject { ["text"] = "x" }, [SlackRoute.Respond(Url, []), new SlackRoute("chat.postMessage", [])]) { Plain = new JsonObject { ["text"] = "plain" } };
        call.After(new SlackDone(default)).ShouldBe((null, Duration.Zero));
        call.After(new NotInstalled()).ShouldBe((null, Duration.Zero));
        call.After(new CallResult.Later(Duration.FromSeconds(7))).ShouldBe((call, Duration.FromSeconds(7)));
        call.After(new CallResult.Refused("invalid_blocks")).Left!.Content.ShouldBe(call.Plain);
        call.After(new CallResult.Refused("msg_too_long")).Left!.Content.ShouldBe(call.Plain);
        call.After(new CallResult.Refused("used_url")).Left!.Routes.Single().Method.ShouldBe("chat.postMessage");
        var doubtful = call.After(new CallResult.Uncertain()).Left!;
        doubtful.After(new CallResult.Uncertain()).Left.ShouldBeNull();
        (doubtful with { Routes = [call.Routes[1]] }).After(new CallResult.Refused("channel_not_found")).Left.ShouldBeNull();
    }

    [Fact]
    public void Only_ways_that_others_see_name_their_channel()
    {
        var press = new SlackOrigin("C1") { Message = "5.6", ResponseUrl = Url };
        Heard(Everyone with { Replaces = true }, press).ShouldBe(["C1", "C1", "C1", "C1", null]);
        Heard(Everyone with { Replaces = true }, press with { IsEphemeral = true }).ShouldBe([null, "C1", "C1", null]);
        Heard(Asker, press).ShouldAllBe(channel => channel == null);
        Heard(Everyone with { Replaces = true }, press with { Channel = "D1" }, direct: true).ShouldAllBe(channel => channel == null);

        static string?[] Heard(Reply reply, SlackOrigin origin, bool direct = false) => [.. SlackReplies.Of(SlackTurn(origin, direct), reply).Single().Routes.Select(route => route.HeardIn)];
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(10, 5)]
    [InlineData(60, 30)]
    [InlineData(3600, 60)]
    public void The_longer_something_waits_the_more_seldom_it_is_tried(int age, int wait)
    {
        new NotYetException(Duration.FromSeconds(1)).WaitAt(Duration.FromSeconds(age)).ShouldBe(Duration.FromSeconds(wait));
        new NotYetException(Duration.FromSeconds(300)).WaitAt(Duration.FromSeconds(age)).ShouldBe(Duration.FromSeconds(300));
    }

    [Fact]
    public void An_answer_is_read_as_it_was_written()
    {
        var written = new Outgoing<ReplyCall>(7, [new ReplyCall(new JsonObject { ["text"] = "x" }, [SlackRoute.Respond(Url, []), new SlackRoute("chat.postMessage", new JsonObject { ["channel"] = "C1" })]) { IsDoubtful = true }]).Write();
        Outgoing<ReplyCall>.Read(written).Write().ShouldBe(written);
        Outgoing<ReplyCall>.Read(written).Calls.Single().Routes[0].ResponseUrl.ShouldBe(Url);
    }

    private static string[] Ways(Reply reply, SlackOrigin origin, bool direct = false) =>
        [.. SlackReplies.Of(SlackTurn(origin, direct), reply).Single().Routes.Select(Described)];

    private static string Described(SlackRoute route)
    {
        var fields = route.Fields;
        if (route.ResponseUrl is not null) return "respond " + (fields["replace_original"]!.GetValue<bool>() ? "replace" : fields["response_type"]);
        return string.Join(' ', new[] { route.Method, fields["channel"]?.ToString(), fields["ts"]?.ToString(), fields["thread_ts"] is { } thread ? $"in {thread}" : null }.OfType<string>());
    }

    private static SlackTurn SlackTurn(SlackOrigin origin, bool direct = false)
    {
        var person = new ChatPerson("U1", "Anna");
        return new SlackTurn(new SlashCommand("trigger:1", "T1", "U1", "1", origin, ""), new Turn("k", "slack", "T1", new ChatChannel(origin.Channel, "c", direct), person, new Typed("")), origin);
    }

    private static Card Card(string words) => new(words);
}
