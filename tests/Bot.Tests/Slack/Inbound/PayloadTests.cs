using System.Runtime.CompilerServices;
using System.Text.Json;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using FsCheck;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Slack.Inbound;

public sealed class PayloadTests
{
    [Theory]
    [InlineData("SlashCommand", SlackKind.Command, typeof(SlashCommand))]
    [InlineData("AppMention", SlackKind.Event, typeof(SlackMessageEvent))]
    [InlineData("Message", SlackKind.Event, typeof(SlackIgnored))]
    [InlineData("AppHomeOpened", SlackKind.Event, typeof(SlackIgnored))]
    [InlineData("MemberJoinedChannel", SlackKind.Event, typeof(Joined))]
    [InlineData("UserChange", SlackKind.Event, typeof(DirectoryEvent))]
    [InlineData("AppUninstalled", SlackKind.Event, typeof(AppRemoved))]
    [InlineData("TokensRevoked", SlackKind.Event, typeof(AppRemoved))]
    [InlineData("BlockAction", SlackKind.Interaction, typeof(SlackPress))]
    [InlineData("ViewSubmission", SlackKind.Interaction, typeof(SlackSubmission))]
    [InlineData("ViewClosed", SlackKind.Interaction, typeof(SlackIgnored))]
    [InlineData("MessageShortcut", SlackKind.Interaction, typeof(Shortcut))]
    public void Every_sample_of_Slack_is_read_and_none_is_complete_without_its_ids(string sample, object kind, Type expected)
    {
        var incoming = SlackPayload.Read((SlackKind)kind, Json(File.ReadAllText(Path.Combine(Folder(), "Samples", sample + "Payload.json"))));
        incoming.ShouldBeOfType(expected);
        (incoming is SlackAction { IsComplete: true }).ShouldBeFalse();
    }

    [Fact]
    public void A_slash_command_says_who_where_and_what()
    {
        var command = Read<SlashCommand>(SlackKind.Command, """
            {"team_id":"T1","user_id":"U1","channel_id":"C1","command":"/nudge","text":"log Acme","trigger_id":"1.2.ab","response_url":"https://hooks.slack.com/commands/1/2","is_enterprise_install":"false"}
            """);
        command.ShouldBe(new SlashCommand("trigger:1.2.ab", "T1", "U1", "1.2.ab", new SlackOrigin("C1") { ResponseUrl = new Uri("https://hooks.slack.com/commands/1/2") }, "log Acme"));
        command.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void A_mention_knows_its_thread() =>
        Read<SlackMessageEvent>(SlackKind.Event, Event("""{"type":"app_mention","user":"U1","channel":"C1","ts":"1.2","thread_ts":"1.1","text":"<@UBOT> help"}"""))
            .ShouldBe(new SlackMessageEvent("event:Ev1", "T1", "U1", new SlackOrigin("C1") { Thread = "1.1" }, "1.2", "<@UBOT> help"));

    [Theory]
    [InlineData("""{"type":"message","channel_type":"im","user":"U1","channel":"D1","ts":"1.2","text":"x"}""", true)]
    [InlineData("""{"type":"message","user":"U1","channel":"D1","ts":"1.2","text":"x"}""", true)]
    [InlineData("""{"type":"message","subtype":"file_share","channel_type":"im","user":"U1","channel":"D1","ts":"1.2","text":"x"}""", true)]
    [InlineData("""{"type":"message","channel_type":"channel","user":"U1","channel":"C1","ts":"1.2","text":"x"}""", false)]
    [InlineData("""{"type":"message","channel_type":"mpim","user":"U1","channel":"G1","ts":"1.2","text":"x"}""", false)]
    [InlineData("""{"type":"message","channel_type":"im","bot_id":"B1","user":"U1","channel":"D1","ts":"1.2","text":"x"}""", false)]
    [InlineData("""{"type":"message","subtype":"bot_message","channel_type":"im","channel":"D1","ts":"1.2","text":"x"}""", false)]
    [InlineData("""{"type":"message","subtype":"message_changed","channel_type":"im","channel":"D1","ts":"1.2","message":{"user":"U1","text":"x"}}""", false)]
    [InlineData("""{"type":"message","subtype":"message_deleted","channel_type":"im","channel":"D1","ts":"1.2"}""", false)]
    [InlineData("""{"type":"app_mention","bot_id":"B1","user":"U1","channel":"C1","ts":"1.2","text":"<@UBOT> x"}""", false)]
    public void What_people_write_to_the_bot_is_taken_and_nothing_else(string happened, bool taken)
    {
        var incoming = SlackPayload.Read(SlackKind.Event, Json(Event(happened)));
        if (taken) incoming.ShouldBeOfType<SlackMessageEvent>().IsComplete.ShouldBeTrue();
        else incoming.ShouldBeOfType<SlackIgnored>().IsKnown.ShouldBeTrue();
    }

    [Fact]
    public void A_press_knows_its_message_and_loses_what_made_its_action_unique()
    {
        var press = Read<SlackPress>(SlackKind.Interaction, """
            {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"trigger_id":"1.2.ab","response_url":"https://hooks.slack.com/actions/1/2",
             "container":{"type":"message","message_ts":"5.6","channel_id":"C1","is_ephemeral":false,"thread_ts":"5.1"},"channel":{"id":"C1"},
             "actions":[{"type":"button","action_id":"complaint.acknowledge:2","block_id":"b","value":"v"}]}
            """);
        press.ActionId.ShouldBe("complaint.acknowledge");
        press.Origin.ShouldBe(new SlackOrigin("C1") { Message = "5.6", Thread = "5.1", ResponseUrl = new Uri("https://hooks.slack.com/actions/1/2") });
    }

    [Fact]
    public void A_press_in_the_App_Home_has_no_channel() =>
        Read<SlackPress>(SlackKind.Interaction, """
            {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"t","container":{"type":"view","view_id":"V1"},"view":{"id":"V1","type":"home"},
             "actions":[{"type":"button","action_id":"home.open","value":"v"}]}
            """).Origin.ShouldBe(new SlackOrigin(""));

    [Theory]
    [InlineData("""{"type":"shortcut","callback_id":"log","team":null,"user":{"id":"U1","team_id":"T1"},"trigger_id":"t"}""", "log", null)]
    [InlineData("""{"type":"message_action","callback_id":"complaint_message","team":{"id":"T1"},"user":{"id":"U1"},"trigger_id":"t","channel":{"id":"C1"},"message_ts":"5.6","message":{"text":"hi"}}""", "complaint", "5.6")]
    public void A_shortcut_names_its_command(string payload, string command, string? message)
    {
        var shortcut = Read<Shortcut>(SlackKind.Interaction, payload);
        (shortcut.CommandId, shortcut.MessageTimestamp, shortcut.WorkspaceId).ShouldBe((command, message, "T1"));
        shortcut.IsComplete.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"type":"event_callback","event":{"type":"star_added"}}""", "star_added")]
    [InlineData("""{"type":"event_callback","event":{"type":"client's words <>"}}""", "something unknown")]
    [InlineData("""[]""", "something unknown")]
    [InlineData("""{"event":{"type":"\ud800"}}""", "unreadable")]
    public void What_is_unknown_is_ignored_and_its_type_named_only_where_it_is_one(string payload, string named) =>
        SlackPayload.Read(SlackKind.Event, Json(payload)).ShouldBe(new SlackIgnored(named, IsKnown: false));

    [Theory]
    [InlineData("UBOT", true)]
    [InlineData("U2", false)]
    public void Whoever_joins_a_channel_may_be_the_bot(string member, bool mayBeUs)
    {
        var joined = Read<Joined>(SlackKind.Event, Event($$"""{"type":"member_joined_channel","user":"{{member}}","channel":"C1","inviter":"U1"}"""));
        (joined.MayBeUs, joined.PersonId, joined.MemberId).ShouldBe((mayBeUs, "U1", member));
    }

    [Fact]
    public void Only_a_bots_revoked_token_is_a_farewell()
    {
        SlackPayload.Read(SlackKind.Event, Json(Event("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}"""))).ShouldBeOfType<SlackIgnored>();
        Read<AppRemoved>(SlackKind.Event, Event("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["UBOT"]}}""")).WorkspaceId.ShouldBe("T1");
    }

    [Fact]
    public void A_farewell_without_a_team_is_its_organisations() =>
        Read<AppRemoved>(SlackKind.Event, """{"type":"event_callback","team_id":null,"enterprise_id":"E1","event_id":"Ev1","event":{"type":"app_uninstalled"}}""").ShouldBe(new AppRemoved("E1", null));

    [Fact]
    public void An_organisations_app_may_leave_some_of_its_workspaces()
    {
        var left = Read<AccessRevoked>(SlackKind.Event, """{"type":"event_callback","team_id":null,"enterprise_id":"E1","event_time":1700000000,"event":{"type":"team_access_revoked","team_ids":["T1",7,"","T2"]}}""");
        left.WorkspaceIds.ShouldBe(["T1", "T2"]);
        left.At.ShouldBe(NodaTime.Instant.FromUnixTimeSeconds(1700000000));
        SlackPayload.Read(SlackKind.Event, Json(Event("""{"type":"team_access_revoked","team_ids":[]}"""))).ShouldBe(new SlackIgnored("team_access_revoked", IsKnown: true));
    }

    [Fact]
    public void Events_that_Slack_kept_back_are_missed() =>
        Read<EventsDropped>(SlackKind.Event, """{"type":"app_rate_limited","team_id":"T1","minute_rate_limited":1518467820}""");

    [Theory]
    [InlineData("T1/../x", "U1")]
    [InlineData("T1", "U 1")]
    [InlineData("", "U1")]
    [InlineData("T1", "")]
    public void Ids_that_are_none_are_not_taken(string workspace, string person) =>
        new SlashCommand("trigger:1", workspace, person, "1", new SlackOrigin("C1"), "").IsComplete.ShouldBeFalse();

    [Fact]
    public void A_place_comes_back_from_a_form_as_it_went_in()
    {
        var place = new SlackOrigin("C1") { Thread = "1.1", Message = "1.2", IsEphemeral = true, ResponseUrl = new Uri("https://hooks.slack.com/actions/1/2") };
        SlackOrigin.Read(place.Write()).ShouldBe(place);
        new SlackOrigin("C1").Write().Length.ShouldBeLessThan(40);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"C1\"")]
    [InlineData("{\"Channel\":7}")]
    public void What_no_form_of_ours_carried_is_no_place(string origin) => SlackOrigin.Read(origin).ShouldBeNull();

    [Fact]
    public void No_JSON_whatever_makes_reading_throw()
    {
        var kinds = Gen.Elements(SlackKind.Command, SlackKind.Event, SlackKind.Interaction);
        Prop.ForAll(Arb.From(kinds.Zip(AnyJson.Payload)), sample => SlackPayload.Read(sample.Item1, Json(sample.Item2)).ShouldNotBeNull()).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static T Read<T>(SlackKind kind, string payload)
        where T : SlackInput => SlackPayload.Read(kind, Json(payload)).ShouldBeOfType<T>();

    private static string Event(string happened) =>
        $$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":1700000000,"authorizations":[{"user_id":"UBOT","is_bot":true}],"event":{{happened}}}""";

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
