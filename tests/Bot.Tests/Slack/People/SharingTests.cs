using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.People;
using AccountNudge.Bot.Tests.Inbox;
using AccountNudge.Bot.Tests.Slack.Outbound;
using AccountNudge.Testing;
using AccountNudge.Testing.Slack;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Bot.Tests.Slack.People;

public sealed class SharingTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory]
    [InlineData("""{"is_shared":false}""", false)]
    [InlineData("""{"is_ext_shared":true}""", true)]
    [InlineData("""{"is_pending_ext_shared":true}""", true)]
    [InlineData("""{"is_shared":true}""", true)]
    [InlineData("""{"is_shared":true,"is_org_shared":true}""", false)]
    [InlineData("""{"is_shared":true,"is_org_shared":true,"is_ext_shared":true}""", true)]
    [InlineData("""{"pending_shared":["T2"]}""", true)]
    [InlineData("""{"pending_shared":[]}""", false)]
    [InlineData("""{"pending_connected_team_ids":["T2"]}""", true)]
    public void Shared_with_outsiders_means_another_organisation(string channel, bool isShared) =>
        ChannelInfo.IsSharedOutside(JsonDocument.Parse(channel).RootElement).ShouldBe(isShared);

    [Fact]
    public async Task Channels_are_told_apart_by_who_hears_them()
    {
        await using var stage = await Stage.Set();
        var slack = stage.Slack;
        slack.AddUser("T2", "USTRANGE", "Eve", stranger: true);
        slack.AddChannel(Stage.Workspace, "CEXT", "ext", ["U1"], isExtShared: true);
        slack.AddChannel(Stage.Workspace, "CPEND", "pending", ["U1"]).IsPendingExtShared = true;
        slack.AddChannel(Stage.Workspace, "CGUEST", "guests", ["U1", "UGUEST"]);
        slack.AddChannel(Stage.Workspace, "CSTRANGE", "strange", ["U1", "USTRANGE"]);
        slack.AddChannel(Stage.Workspace, "CPRIV", "private", ["U1"], isPrivate: true);
        slack.AddChannel(Stage.Workspace, "CHIDDEN", "hidden", ["U1"], isPrivate: true, botIn: false);

        Task<Sharing> Of(string channel) => SharingOf(stage.People, channel);
        (await Of("C1")).ShouldBe(Sharing.Internal);
        (await Of("CEXT")).ShouldBe(Sharing.Outsiders);
        (await Of("CPEND")).ShouldBe(Sharing.Outsiders);
        (await Of("CGUEST")).ShouldBe(Sharing.Outsiders);
        (await Of("CSTRANGE")).ShouldBe(Sharing.Outsiders);
        (await Of("CPRIV")).ShouldBe(Sharing.Internal);
        (await Of("CHIDDEN")).ShouldBe(Sharing.Unknown);
        var channel = await stage.People.Channel(Stage.Workspace, "C1", default);
        (channel.Name, channel.IsShared, channel.IsDirect).ShouldBe(("clients", false, false));
        (await stage.People.Channel(Stage.Workspace, "CHIDDEN", default)).IsShared.ShouldBeTrue();
    }

    [Fact]
    public async Task Many_channels_cost_one_list_of_channels_one_of_people_and_their_members()
    {
        await using var stage = await Stage.Set();
        var ids = Enumerable.Range(100, 7).Select(number => $"C{number}").ToList();
        foreach (var id in ids) stage.Slack.AddChannel(Stage.Workspace, id, id, ["U1", "U2"]);
        stage.Slack.MostPerPage = 3;
        stage.Slack.LimitsRates = true;

        (await Task.WhenAll(ids.Select(id => SharingOf(stage.People, id)))).ShouldAllBe(sharing => sharing == Sharing.Internal);
        await Task.WhenAll(ids.Select(id => SharingOf(stage.People, id)));

        (stage.Calls("users.conversations"), stage.Calls("users.list"), stage.Calls("conversations.members")).ShouldBe((3, 2, 7));
        (stage.Calls("conversations.info"), stage.Calls("users.info")).ShouldBe((0, 0));
        stage.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_direct_message_has_no_outsiders_unless_its_reader_is_a_guest()
    {
        await using var stage = await Stage.Set();

        (await SharingOf(stage.People, stage.Slack.DirectChannel("U1").Id)).ShouldBe(Sharing.Internal);
        (await SharingOf(stage.People, stage.Slack.DirectChannel("UGUEST").Id)).ShouldBe(Sharing.Outsiders);
        (await stage.People.Channel(Stage.Workspace, "D123", default)).IsDirect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_guest_who_joins_is_heeded_at_once_and_a_colleague_costs_nothing()
    {
        await using var stage = await Stage.Set();
        await Sharing();

        stage.Slack.AddUser(Stage.Workspace, "U3", "Clara");
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "U2" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Internal, 1));
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "U3" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Internal, 2), "nothing is known of a new one");
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "UGUEST" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Outsiders, 2));
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("member_left_channel", new JsonObject { ["channel"] = "C1", ["user"] = "UGUEST" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Internal, 3));

        async Task<(Sharing, int)> Sharing() => (await SharingOf(stage.People, "C1"), stage.Calls("conversations.members"));
    }

    [Fact]
    public async Task A_colleague_who_turns_into_a_guest_makes_their_channels_shared()
    {
        await using var stage = await Stage.Set();
        (await SharingOf(stage.People, "C1")).ShouldBe(Sharing.Internal);

        stage.Slack.AddUser(Stage.Workspace, "U2", "Ben", guest: true);
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("user_change", new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "U2", ["team_id"] = Stage.Workspace, ["is_restricted"] = true, ["profile"] = new JsonObject() },
        }), default);

        (await SharingOf(stage.People, "C1")).ShouldBe(Sharing.Outsiders);
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("user_change", new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "U1", ["team_id"] = Stage.Workspace, ["is_restricted"] = false, ["profile"] = new JsonObject { ["status_text"] = "lunch" } },
        }), default);
        await SharingOf(stage.People, "C1");
        stage.Calls("conversations.members").ShouldBe(2, "what people write about themselves changes nothing");
    }

    [Fact]
    public async Task Events_about_a_channel_are_believed_or_make_it_read_anew()
    {
        await using var stage = await Stage.Set();
        var channel = stage.Slack.AddChannel(Stage.Workspace, "C2", "before", ["U1"]);
        (await SharingOf(stage.People, "C2")).ShouldBe(Sharing.Internal);

        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("channel_rename", new JsonObject { ["channel"] = new JsonObject { ["id"] = "C2", ["name"] = "after" } }), default);
        (await stage.People.Channel(Stage.Workspace, "C2", default)).Name.ShouldBe("after");

        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("channel_shared", new JsonObject { ["channel"] = "C2", ["connected_team_id"] = "T9" }), default);
        (await SharingOf(stage.People, "C2")).ShouldBe(Sharing.Outsiders);
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("channel_unshared", new JsonObject { ["channel"] = "C2" }), default);
        (await SharingOf(stage.People, "C2")).ShouldBe(Sharing.Internal);

        channel.IsExtShared = true;
        (await SharingOf(stage.People, "C2")).ShouldBe(Sharing.Internal, "nobody told");
        stage.People.Forget();
        (await SharingOf(stage.People, "C2")).ShouldBe(Sharing.Outsiders);

        channel.IsExtShared = false;
        stage.Time.Pass(TimeSpan.FromMinutes(61));
        (await SharingOf(stage.People, "C2")).ShouldBe(Sharing.Internal, "an hour is long");
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("reaction_added", []), default);
        await stage.People.Observe(Stage.Workspace, default, default);
    }

    [Fact]
    public async Task What_cannot_be_asked_now_is_unknown_and_says_why()
    {
        await using var stage = await Stage.Set();
        stage.Slack.Break(new Fault.RateLimited(20), "conversations.members");

        var hearing = await stage.People.AudienceOf(Stage.Workspace, "C1", default);

        hearing.Sharing.ShouldBe(Sharing.Unknown);
        hearing.Failure.ShouldBeOfType<CallResult.Later>().After.TotalSeconds.ShouldBe(20);
        (await SharingOf(stage.People, "CNONE")).ShouldBe(Sharing.Unknown);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_one_node_hears_of_a_channel_all_heed_at_once(DatabaseKind kind)
    {
        await using var stage = await Stage.Set(kind: kind);
        var other = stage.AnotherNode();
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Internal);

        var channel = stage.Slack.AddChannel(Stage.Workspace, "C1", "clients", ["U1", "U2"], isExtShared: true);
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("channel_shared", new JsonObject { ["channel"] = "C1" }), default);
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Outsiders);
        channel.IsExtShared = false;
        await other.Observe(Stage.Workspace, PeopleTests.Event("channel_unshared", new JsonObject { ["channel"] = "C1" }), default);
        (await SharingOf(stage.People, "C1")).ShouldBe(Sharing.Internal);

        stage.Slack.AddChannel(Stage.Workspace, "C1", "clients", ["U1", "U2", "UGUEST"]);
        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "UGUEST" }), default);
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Outsiders);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task News_is_read_up_once_and_of_its_own_channel_only(DatabaseKind kind)
    {
        await using var stage = await Stage.Set(kind: kind);
        stage.Slack.AddChannel(Stage.Workspace, "C2", "other", ["U1"]);
        var other = stage.AnotherNode();
        await SharingOf(other, "C1");
        await SharingOf(other, "C2");

        await stage.People.Observe(Stage.Workspace, PeopleTests.Event("channel_archive", new JsonObject { ["channel"] = "C1" }), default);
        for (var time = 0; time < 3; time++) (await SharingOf(other, "C1")).ShouldBe(Sharing.Internal);
        (await SharingOf(other, "C2")).ShouldBe(Sharing.Internal);

        (stage.Calls("users.conversations"), stage.Calls("conversations.info"), stage.Calls("conversations.members")).ShouldBe((1, 1, 3));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_colleague_who_turns_into_a_guest_is_one_on_every_node(DatabaseKind kind)
    {
        await using var stage = await Stage.Set(kind: kind);
        var other = stage.AnotherNode();
        stage.Slack.AddChannel(Stage.Workspace, "C2", "other", ["U1"]);
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Internal);
        (await other.ProfileOf(Stage.Workspace, "U2", default)).Profile!.IsOutsider.ShouldBeFalse();

        stage.Slack.AddUser(Stage.Workspace, "U2", "Ben", guest: true);
        var change = PeopleTests.Event("user_change", new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "U2", ["team_id"] = Stage.Workspace, ["is_restricted"] = true, ["profile"] = new JsonObject() },
        });
        await stage.People.Observe(Stage.Workspace, change, default);

        (await other.ProfileOf(Stage.Workspace, "U2", default)).Profile!.IsOutsider.ShouldBeTrue();
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Outsiders);
        (await SharingOf(other, "C2")).ShouldBe(Sharing.Internal);
        stage.Slack.AddChannel(Stage.Workspace, "C2", "other", ["U1", "U2"]);
        await other.Observe(Stage.Workspace, PeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C2", ["user"] = "U2" }), default);
        (await SharingOf(other, "C2")).ShouldBe(Sharing.Outsiders);

        var lists = stage.Calls("users.list");
        await stage.People.Observe(Stage.Workspace, change, default);
        await SharingOf(other, "C2");
        stage.Calls("users.list").ShouldBe(lists, "what a guest writes about themselves is no news");
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task News_is_kept_for_two_hours(DatabaseKind kind)
    {
        await using var stores = await InboxFixture.On(kind);
        var news = new SharingNews(stores);
        await news.Tell("T1", "C1", default);
        var again = await news.Tell("T1", "C1", default);
        (await news.Read("T1", "C1", default)).ShouldHaveSingleItem().Stamp.ShouldBe(again);
        (await news.Read("T2", "C1", default)).ShouldBeEmpty();

        await using (var store = stores.CreateDbContext())
        {
            var row = await store.Set<SharingNewsRow>().AsNoTracking().SingleAsync();
            await store.Set<SharingNewsRow>().ExecuteUpdateAsync(set => set.SetProperty(one => one.ChangedAt, row.ChangedAt - Duration.FromMinutes(121)));
        }

        await news.Tell("T1", "", default);

        (await news.Read("T1", "C1", default)).ShouldHaveSingleItem().ChannelId.ShouldBe("");
    }

    private static async Task<Sharing> SharingOf(SlackPeople people, string channel) => (await people.AudienceOf(Stage.Workspace, channel, default)).Sharing;
}
