using AccountNudge.Bot.Conversation;
using AccountNudge.Bot.Conversation.Announcements;
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
    private const string Post = TeamsStage.Channel + "/activities";
    private const string Other = "19:other@thread.tacv2";
    private const string TeamList = TeamsStage.Team + "/conversations";

    private static readonly Card Card = new("Acme waits");

    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_refused_post_ends_the_conversation_until_something_is_heard_from_there(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await stage.Sharing();
        stage.Connector.Refuse(Post, 403, Removed);

        (await Say(stage)).ShouldBe(Refused.Removed);
        (await stage.Find()).ShouldBeNull();
        var calls = stage.Connector.Calls.Count;
        (await Say(stage)).ShouldBe(Refused.Removed);
        stage.Connector.Calls.Count.ShouldBe(calls, "nothing is sent there any more");

        await stage.Hear(stage.Message());
        (await stage.Find()).ShouldBeNull("that was said before");
        await stage.Hear(stage.Message(minute: 1));
        (await Say(stage)).ShouldBeOfType<Delivered>();
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
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse(Post, status, code);

        (await Say(stage)).ShouldBeOfType<Refused>();

        (await stage.Row())!.EndedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(TeamsStage.Channel + "/pagedmembers")]
    [InlineData(TeamList)]
    public async Task Who_may_not_even_ask_who_is_there_is_not_there(string asked)
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse(asked, 403, Removed);

        (await Say(stage)).ShouldBe(Refused.Removed);

        (await stage.Row())!.EndedAt.ShouldNotBeNull();
        stage.Connector.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_change_ends_the_conversation_too()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var said = (await Say(stage)).ShouldBeOfType<Delivered>();
        stage.Connector.Refuse("/activities/1700000000001", 403, Removed);

        (await stage.Platform.Update(Channel, said.MessageId, Card, default)).ShouldBe(Refused.Removed);

        (await stage.Row())!.EndedAt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_ends_with_its_team_where_that_has_us_no_longer_and_else_alone(bool hasTeam)
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.Hear(stage.Message(Other, 1));
        await stage.Hear(stage.Message("19:elsewhere", 1, "19:elsewhere"));
        await stage.Sharing();
        stage.Connector.Refuse(Post, 403, Removed);
        if (!hasTeam) stage.Connector.Refuse(TeamList, 403, Removed);

        await Say(stage);

        (await stage.Find()).ShouldBeNull();
        (await stage.Find(Other) is not null).ShouldBe(hasTeam);
        (await stage.Find("19:elsewhere")).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_workspace_ends_with_the_last_conversation_and_is_forgotten_like_one_that_was_left(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await stage.MakeWorkspace();
        await stage.Hear(stage.Install("add", 1));
        await stage.Hear(stage.Message(TeamsStage.Chat, 1, team: null));
        await stage.Sharing();
        stage.Connector.Refuse(Post, 403, Removed);
        stage.Connector.Refuse(TeamList, 403, Removed);
        stage.Connector.Refuse(TeamsStage.Chat + "/activities", 403, Removed);

        await Say(stage);
        (await stage.GoesOn()).ShouldBeTrue("the chat is left");
        (await stage.Platform.Post(Direct(TeamsStage.Anna), Card, "nudge:2", default)).ShouldBe(Refused.Removed);
        (await stage.GoesOn()).ShouldBeFalse();

        stage.Time.Pass(TimeSpan.FromDays(31));
        await stage.People.Tidy(default);
        foreach (var place in new[] { TeamsStage.Channel, TeamsStage.Team, TeamsStage.Chat }) (await stage.Row(place)).ShouldBeNull(place);
        await stage.Hear(stage.Install("add", 4));
        (await stage.GoesOn()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_chat_that_only_we_opened_can_be_written_to_again_without_a_word_from_there()
    {
        await using var stage = await TeamsStage.SetInChannel();
        stage.Connector.Refuse($"a:{TeamsStage.Ben}/activities", 403, Removed);

        (await stage.Platform.Post(Direct(TeamsStage.Ben), Card, "nudge:1", default)).ShouldBe(Refused.Removed);
        (await stage.Platform.Post(Direct(TeamsStage.Ben), Card, "nudge:2", default)).ShouldBeOfType<Delivered>();
    }

    [Fact]
    public async Task What_is_heard_while_a_refusal_is_under_way_counts_more()
    {
        await using var stage = await TeamsStage.SetInChannel();
        var held = stage.Connector.Hold(Post, $$$"""{"error":{"code":"{{{Removed}}}"}}""", 403);
        var saying = Say(stage);
        await held.Came.Task;
        await stage.Hear(stage.Install("add", 5));
        held.Go.SetResult();

        (await saying).ShouldBe(Refused.Removed);
        (await stage.Find()).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_we_know_ourselves_is_not_taken_for_the_word_of_Teams()
    {
        await using var stage = await TeamsStage.SetInChannel();
        await stage.People.HandleRemoval((await stage.Find())!, ConnectorApi.NotThere);
        (await stage.Find()).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_manager_hears_once_of_a_channel_without_us_and_it_is_not_tried_again(DatabaseKind kind)
    {
        await using var stage = await TeamsStage.SetInChannel(kind);
        await stage.Hear(stage.Message(TeamsStage.Chat, 1, team: null));
        await Complain(stage);
        for (var times = 0; times < 99; times++) stage.Connector.Refuse(Post, 403, Removed);
        var clock = new SimulatedClock(Database.Friday);
        var stores = stage.Database.On(clock);
        var dispatcher = new Dispatcher(stores, new ChatMessenger([stage.Platform]), clock, NullLogger<Dispatcher>.Instance);
        var travel = new TimeTravel(stores, new Sweep(stores, NullLogger<Sweep>.Instance), dispatcher, clock);

        (await travel.To(Instant.FromUtc(2026, 3, 10, 16, 0), default)).Pending.ShouldBeEmpty();

        var told = stage.Connector.Sent.Where(sent => sent.Conversation == TeamsStage.Chat).Select(sent => (string)sent.Activity["summary"]!).ToList();
        told.Count(summary => summary.StartsWith("I can no longer post", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', told));
        told.ShouldContain(summary => summary.Contains("Acme", StringComparison.Ordinal));
        stage.Connector.Count($"POST /teams/v3/conversations/{Post}").ShouldBe(1);
    }

    private static ChatTarget Channel => new(TeamsStage.Tenant, TeamsStage.Channel, IsDirect: false);

    private static ChatTarget Direct(string id) => new(TeamsStage.Tenant, id, IsDirect: true);

    private static Task<Delivery> Say(TeamsStage stage) => stage.Platform.Post(Channel, Card, "nudge:1", default);

    /// <summary>A team at home in the channel, with a complaint and one that waits for its morning; Anna looks after the clients and manages the team.</summary>
    private static async Task Complain(TeamsStage stage)
    {
        var office = await Office.Open(stage.Database);
        var anna = await office.Hire("Anna", isManager: true);
        await using (var store = office.Store())
        {
            await store.Workspaces.ExecuteUpdateAsync(set => set.SetProperty(row => row.Platform, TeamsSettings.Platform).SetProperty(row => row.ExternalId, TeamsStage.Tenant));
            await store.Teams.ExecuteUpdateAsync(set => set.SetProperty(row => row.Home, TeamsStage.Channel));
            await store.Members.ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, TeamsStage.Anna));
        }

        await office.Complain(await office.Win("Acme", anna));
        await office.Change(await office.Complain(await office.Win("Weber", anna)), (row, act) => row.Acknowledge(act), anna);
    }
}
