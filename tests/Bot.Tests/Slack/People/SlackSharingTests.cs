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

public sealed class SlackSharingTests
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
        await using var fixture = await SlackFixture.Set();
        var slack = fixture.Slack;
        slack.AddUser("T2", "USTRANGE", "Eve", stranger: true);
        slack.AddChannel(SlackFixture.Workspace, "CEXT", "ext", ["U1"], isExtShared: true);
        slack.AddChannel(SlackFixture.Workspace, "CPEND", "pending", ["U1"]).IsPendingExtShared = true;
        slack.AddChannel(SlackFixture.Workspace, "CGUEST", "guests", ["U1", "UGUEST"]);
        slack.AddChannel(SlackFixture.Workspace, "CSTRANGE", "strange", ["U1", "USTRANGE"]);
        slack.AddChannel(SlackFixture.Workspace, "CPRIV", "private", ["U1"], isPrivate: true);
        slack.AddChannel(SlackFixture.Workspace, "CHIDDEN", "hidden", ["U1"], isPrivate: true, botIn: false);

        Task<Sharing> Of(string channel) => SharingOf(fixture.People, channel);
        (await Of("C1")).ShouldBe(Sharing.Internal);
        (await Of("CEXT")).ShouldBe(Sharing.Outsiders);
        (await Of("CPEND")).ShouldBe(Sharing.Outsiders);
        (await Of("CGUEST")).ShouldBe(Sharing.Outsiders);
        (await Of("CSTRANGE")).ShouldBe(Sharing.Outsiders);
        (await Of("CPRIV")).ShouldBe(Sharing.Internal);
        (await Of("CHIDDEN")).ShouldBe(Sharing.Unknown);
        var channel = await fixture.People.Channel(SlackFixture.Workspace, "C1", default);
        (channel.Name, channel.IsShared, channel.IsDirect).ShouldBe(("clients", false, false));
        (await fixture.People.Channel(SlackFixture.Workspace, "CHIDDEN", default)).IsShared.ShouldBeTrue();
    }

    [Fact]
    public async Task Many_channels_cost_one_list_of_channels_one_of_people_and_their_members()
    {
        await using var fixture = await SlackFixture.Set();
        var ids = Enumerable.Range(100, 7).Select(number => $"C{number}").ToList();
        foreach (var id in ids) fixture.Slack.AddChannel(SlackFixture.Workspace, id, id, ["U1", "U2"]);
        fixture.Slack.MostPerPage = 3;
        fixture.Slack.LimitsRates = true;

        (await Task.WhenAll(ids.Select(id => SharingOf(fixture.People, id)))).ShouldAllBe(sharing => sharing == Sharing.Internal);
        await Task.WhenAll(ids.Select(id => SharingOf(fixture.People, id)));

        (fixture.Calls("users.conversations"), fixture.Calls("users.list"), fixture.Calls("conversations.members")).ShouldBe((3, 2, 7));
        (fixture.Calls("conversations.info"), fixture.Calls("users.info")).ShouldBe((0, 0));
        fixture.Slack.Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_direct_message_has_no_outsiders_unless_its_reader_is_a_guest()
    {
        await using var fixture = await SlackFixture.Set();

        (await SharingOf(fixture.People, fixture.Slack.DirectChannel("U1").Id)).ShouldBe(Sharing.Internal);
        (await SharingOf(fixture.People, fixture.Slack.DirectChannel("UGUEST").Id)).ShouldBe(Sharing.Outsiders);
        (await fixture.People.Channel(SlackFixture.Workspace, "D123", default)).IsDirect.ShouldBeTrue();
    }

    [Fact]
    public async Task A_guest_who_joins_is_heeded_at_once_and_a_colleague_costs_nothing()
    {
        await using var fixture = await SlackFixture.Set();
        await Sharing();

        fixture.Slack.AddUser(SlackFixture.Workspace, "U3", "Clara");
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "U2" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Internal, 1));
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "U3" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Internal, 2), "nothing is known of a new one");
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "UGUEST" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Outsiders, 2));
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("member_left_channel", new JsonObject { ["channel"] = "C1", ["user"] = "UGUEST" }), default);
        (await Sharing()).ShouldBe((Platforms.Sharing.Internal, 3));

        async Task<(Sharing, int)> Sharing() => (await SharingOf(fixture.People, "C1"), fixture.Calls("conversations.members"));
    }

    [Fact]
    public async Task A_colleague_who_turns_into_a_guest_makes_their_channels_shared()
    {
        await using var fixture = await SlackFixture.Set();
        (await SharingOf(fixture.People, "C1")).ShouldBe(Sharing.Internal);

        fixture.Slack.AddUser(SlackFixture.Workspace, "U2", "Ben", guest: true);
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("user_change", new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "U2", ["team_id"] = SlackFixture.Workspace, ["is_restricted"] = true, ["profile"] = new JsonObject() },
        }), default);

        (await SharingOf(fixture.People, "C1")).ShouldBe(Sharing.Outsiders);
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("user_change", new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "U1", ["team_id"] = SlackFixture.Workspace, ["is_restricted"] = false, ["profile"] = new JsonObject { ["status_text"] = "lunch" } },
        }), default);
        await SharingOf(fixture.People, "C1");
        fixture.Calls("conversations.members").ShouldBe(2, "what people write about themselves changes nothing");
    }

    [Fact]
    public async Task Events_about_a_channel_are_believed_or_make_it_read_anew()
    {
        await using var fixture = await SlackFixture.Set();
        var channel = fixture.Slack.AddChannel(SlackFixture.Workspace, "C2", "before", ["U1"]);
        (await SharingOf(fixture.People, "C2")).ShouldBe(Sharing.Internal);

        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("channel_rename", new JsonObject { ["channel"] = new JsonObject { ["id"] = "C2", ["name"] = "after" } }), default);
        (await fixture.People.Channel(SlackFixture.Workspace, "C2", default)).Name.ShouldBe("after");

        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("channel_shared", new JsonObject { ["channel"] = "C2", ["connected_team_id"] = "T9" }), default);
        (await SharingOf(fixture.People, "C2")).ShouldBe(Sharing.Outsiders);
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("channel_unshared", new JsonObject { ["channel"] = "C2" }), default);
        (await SharingOf(fixture.People, "C2")).ShouldBe(Sharing.Internal);

        channel.IsExtShared = true;
        (await SharingOf(fixture.People, "C2")).ShouldBe(Sharing.Internal, "nobody told");
        fixture.People.Forget();
        (await SharingOf(fixture.People, "C2")).ShouldBe(Sharing.Outsiders);

        channel.IsExtShared = false;
        fixture.Time.Pass(TimeSpan.FromMinutes(61));
        (await SharingOf(fixture.People, "C2")).ShouldBe(Sharing.Internal, "an hour is long");
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("reaction_added", []), default);
        await fixture.People.Observe(SlackFixture.Workspace, default, default);
    }

    [Fact]
    public async Task What_cannot_be_asked_now_is_unknown_and_says_why()
    {
        await using var fixture = await SlackFixture.Set();
        fixture.Slack.Break(new SlackFault.RateLimited(20), "conversations.members");

        var hearing = await fixture.People.AudienceOf(SlackFixture.Workspace, "C1", default);

        hearing.Sharing.ShouldBe(Sharing.Unknown);
        hearing.Failure.ShouldBeOfType<CallResult.Later>().After.TotalSeconds.ShouldBe(20);
        (await SharingOf(fixture.People, "CNONE")).ShouldBe(Sharing.Unknown);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task What_one_node_hears_of_a_channel_all_heed_at_once(DatabaseKind kind)
    {
        await using var fixture = await SlackFixture.Set(kind: kind);
        var other = fixture.AnotherNode();
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Internal);

        var channel = fixture.Slack.AddChannel(SlackFixture.Workspace, "C1", "clients", ["U1", "U2"], isExtShared: true);
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("channel_shared", new JsonObject { ["channel"] = "C1" }), default);
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Outsiders);
        channel.IsExtShared = false;
        await other.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("channel_unshared", new JsonObject { ["channel"] = "C1" }), default);
        (await SharingOf(fixture.People, "C1")).ShouldBe(Sharing.Internal);

        fixture.Slack.AddChannel(SlackFixture.Workspace, "C1", "clients", ["U1", "U2", "UGUEST"]);
        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C1", ["user"] = "UGUEST" }), default);
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Outsiders);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task News_is_read_up_once_and_of_its_own_channel_only(DatabaseKind kind)
    {
        await using var fixture = await SlackFixture.Set(kind: kind);
        fixture.Slack.AddChannel(SlackFixture.Workspace, "C2", "other", ["U1"]);
        var other = fixture.AnotherNode();
        await SharingOf(other, "C1");
        await SharingOf(other, "C2");

        await fixture.People.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("channel_archive", new JsonObject { ["channel"] = "C1" }), default);
        for (var time = 0; time < 3; time++) (await SharingOf(other, "C1")).ShouldBe(Sharing.Internal);
        (await SharingOf(other, "C2")).ShouldBe(Sharing.Internal);

        (fixture.Calls("users.conversations"), fixture.Calls("conversations.info"), fixture.Calls("conversations.members")).ShouldBe((1, 1, 3));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_colleague_who_turns_into_a_guest_is_one_on_every_node(DatabaseKind kind)
    {
        await using var fixture = await SlackFixture.Set(kind: kind);
        var other = fixture.AnotherNode();
        fixture.Slack.AddChannel(SlackFixture.Workspace, "C2", "other", ["U1"]);
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Internal);
        (await other.ProfileOf(SlackFixture.Workspace, "U2", default)).Profile!.IsOutsider.ShouldBeFalse();

        fixture.Slack.AddUser(SlackFixture.Workspace, "U2", "Ben", guest: true);
        var change = SlackPeopleTests.Event("user_change", new JsonObject
        {
            ["user"] = new JsonObject { ["id"] = "U2", ["team_id"] = SlackFixture.Workspace, ["is_restricted"] = true, ["profile"] = new JsonObject() },
        });
        await fixture.People.Observe(SlackFixture.Workspace, change, default);

        (await other.ProfileOf(SlackFixture.Workspace, "U2", default)).Profile!.IsOutsider.ShouldBeTrue();
        (await SharingOf(other, "C1")).ShouldBe(Sharing.Outsiders);
        (await SharingOf(other, "C2")).ShouldBe(Sharing.Internal);
        fixture.Slack.AddChannel(SlackFixture.Workspace, "C2", "other", ["U1", "U2"]);
        await other.Observe(SlackFixture.Workspace, SlackPeopleTests.Event("member_joined_channel", new JsonObject { ["channel"] = "C2", ["user"] = "U2" }), default);
        (await SharingOf(other, "C2")).ShouldBe(Sharing.Outsiders);

        var lists = fixture.Calls("users.list");
        await fixture.People.Observe(SlackFixture.Workspace, change, default);
        await SharingOf(other, "C2");
        fixture.Calls("users.list").ShouldBe(lists, "what a guest writes about themselves is no news");
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

    private static async Task<Sharing> SharingOf(SlackPeople people, string channel) => (await people.AudienceOf(SlackFixture.Workspace, channel, default)).Sharing;
}
