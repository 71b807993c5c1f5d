using AccountNudge.Bot.Conversation.Announcements;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Tests.Teams.People;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Posting;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.Outbound;

/// <summary>Nobody tells a bot that an administrator deleted its app for the whole organisation: what it is refused has to.</summary>
public sealed class RemovalTests
{
    private const string Removed = "BotNotInConversationRoster";
    private const string Post = TeamsFixture.Channel + "/activities";
    private const string Other = "19:other@thread.tacv2";
    private const string TeamList = TeamsFixture.Team + "/conversations";

    private static readonly Card Card = new("Acme waits");

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_refused_post_ends_the_conversation_until_something_is_heard_from_there(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await fixture.Sharing();
        fixture.Connector.Refuse(Post, 403, Removed);

        (await Say(fixture)).ShouldBe(Refused.Removed);
        (await fixture.Find()).ShouldBeNull();
        var calls = fixture.Connector.Calls.Count;
        (await Say(fixture)).ShouldBe(Refused.Removed);
        fixture.Connector.Calls.Count.ShouldBe(calls, "nothing is sent there any more");

        await fixture.Hear(fixture.Message());
        (await fixture.Find()).ShouldBeNull("that was said before");
        await fixture.Hear(fixture.Message(minute: 1));
        (await Say(fixture)).ShouldBeOfType<Delivered>();
    }

    public static TheoryData<int, string?> OtherRefusals => new()
    {
        { 403, "MessageWritesBlocked" },
        { 403, "ConversationBlockedByUser" },
        { 403, "BotDisabledByAdmin" },
        { 403, "NotEnoughPermissions" },
        { 403, null },
        { 404, "ConversationNotFound" },
        { 404, Removed },
        { 409, null },
    };

    [Theory, MemberData(nameof(OtherRefusals))]
    public async Task A_post_that_is_refused_for_another_reason_ends_nothing(int status, string? code)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse(Post, status, code);

        (await Say(fixture)).ShouldBeOfType<Refused>();

        (await fixture.Row())!.EndedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(TeamsFixture.Channel + "/pagedmembers")]
    [InlineData(TeamList)]
    public async Task Who_may_not_even_ask_who_is_there_is_not_there(string asked)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse(asked, 403, Removed);

        (await Say(fixture)).ShouldBe(Refused.Removed);

        (await fixture.Row())!.EndedAt.ShouldNotBeNull();
        fixture.Connector.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_change_ends_the_conversation_too()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var said = (await Say(fixture)).ShouldBeOfType<Delivered>();
        fixture.Connector.Refuse("/activities/1700000000001", 403, Removed);

        (await fixture.Platform.Update(Channel, said.MessageId, Card, default)).ShouldBe(Refused.Removed);

        (await fixture.Row())!.EndedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_ends_with_its_team_where_that_has_us_no_longer_and_else_alone(bool hasTeam)
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.Hear(fixture.Message(Other, 1));
        await fixture.Hear(fixture.Message("19:elsewhere", 1, "19:elsewhere"));
        await fixture.Sharing();
        fixture.Connector.Refuse(Post, 403, Removed);
        if (!hasTeam) fixture.Connector.Refuse(TeamList, 403, Removed);

        await Say(fixture);

        (await fixture.Find()).ShouldBeNull();
        (await fixture.Find(Other) is not null).ShouldBe(hasTeam);
        (await fixture.Find("19:elsewhere")).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_workspace_ends_with_the_last_conversation_and_is_forgotten_like_one_that_was_left(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await fixture.MakeWorkspace();
        await fixture.Hear(fixture.Install("add", 1));
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, 1, team: null));
        await fixture.Sharing();
        fixture.Connector.Refuse(Post, 403, Removed);
        fixture.Connector.Refuse(TeamList, 403, Removed);
        fixture.Connector.Refuse(TeamsFixture.Chat + "/activities", 403, Removed);

        await Say(fixture);
        (await fixture.GoesOn()).ShouldBeTrue("the chat is left");
        (await fixture.Platform.Post(Direct(TeamsFixture.Anna), Card, "nudge:2", default)).ShouldBe(Refused.Removed);
        (await fixture.GoesOn()).ShouldBeFalse();

        fixture.Time.Pass(TimeSpan.FromDays(31));
        await fixture.People.Tidy(default);
        foreach (var place in new[] { TeamsFixture.Channel, TeamsFixture.Team, TeamsFixture.Chat }) (await fixture.Row(place)).ShouldBeNull(place);
        await fixture.Hear(fixture.Install("add", 4));
        (await fixture.GoesOn()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_chat_that_only_we_opened_can_be_written_to_again_without_a_word_from_there()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        fixture.Connector.Refuse($"a:{TeamsFixture.Ben}/activities", 403, Removed);

        (await fixture.Platform.Post(Direct(TeamsFixture.Ben), Card, "nudge:1", default)).ShouldBe(Refused.Removed);
        (await fixture.Platform.Post(Direct(TeamsFixture.Ben), Card, "nudge:2", default)).ShouldBeOfType<Delivered>();
    }

    [Fact]
    public async Task What_is_heard_while_a_refusal_is_under_way_counts_more()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        var held = fixture.Connector.Hold(Post, $$$"""{"error":{"code":"{{{Removed}}}"}}""", 403);
        var saying = Say(fixture);
        await held.Came.Task;
        await fixture.Hear(fixture.Install("add", 5));
        held.Go.SetResult();

        (await saying).ShouldBe(Refused.Removed);
        (await fixture.Find()).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_we_know_ourselves_is_not_taken_for_the_word_of_Teams()
    {
        await using var fixture = await TeamsFixture.SetInChannel();
        await fixture.People.HandleRemoval((await fixture.Find())!, ConnectorApi.NotThere);
        (await fixture.Find()).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_manager_hears_once_of_a_channel_without_us_and_it_is_not_tried_again(DatabaseKind kind)
    {
        await using var fixture = await TeamsFixture.SetInChannel(kind);
        await fixture.Hear(fixture.Message(TeamsFixture.Chat, 1, team: null));
        await Complain(fixture);
        for (var times = 0; times < 99; times++) fixture.Connector.Refuse(Post, 403, Removed);
        var clock = new SimulatedClock(Database.Friday);
        var stores = fixture.Database.On(clock);
        var dispatcher = new Dispatcher(stores, new ChatMessenger([fixture.Platform]), clock, NullLogger<Dispatcher>.Instance);
        var travel = new TimeTravel(stores, new Sweep(stores, NullLogger<Sweep>.Instance), dispatcher, clock);

        (await travel.To(Instant.FromUtc(2026, 3, 10, 16, 0), default)).Pending.ShouldBeEmpty();

        var told = fixture.Connector.Sent.Where(sent => sent.Conversation == TeamsFixture.Chat).Select(sent => (string)sent.Activity["summary"]!).ToList();
        told.Count(summary => summary.StartsWith("I can no longer post", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', told));
        told.ShouldContain(summary => summary.Contains("Acme", StringComparison.Ordinal));
        fixture.Connector.Count($"POST /teams/v3/conversations/{Post}").ShouldBe(1);
    }

    private static ChatTarget Channel => new(TeamsFixture.Tenant, TeamsFixture.Channel, IsDirect: false);

    private static ChatTarget Direct(string id) => new(TeamsFixture.Tenant, id, IsDirect: true);

    private static Task<Delivery> Say(TeamsFixture fixture) => fixture.Platform.Post(Channel, Card, "nudge:1", default);

    /// <summary>A team at home in the channel, with a complaint and one that waits for its morning; Anna looks after the clients and manages the team.</summary>
    private static async Task Complain(TeamsFixture fixture)
    {
        var office = await Office.Open(fixture.Database);
        var anna = await office.Hire("Anna", isManager: true);
        await using (var store = office.Store())
        {
            await store.Workspaces.ExecuteUpdateAsync(set => set.SetProperty(row => row.Platform, TeamsSettings.Platform).SetProperty(row => row.ExternalId, TeamsFixture.Tenant));
            await store.Teams.ExecuteUpdateAsync(set => set.SetProperty(row => row.Home, TeamsFixture.Channel));
            await store.Members.ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, TeamsFixture.Anna));
        }

        await office.Complain(await office.Win("Acme", anna));
        await office.Change(await office.Complain(await office.Win("Weber", anna)), (row, act) => row.Acknowledge(act), anna);
    }
}
