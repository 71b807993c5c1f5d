using AccountNudge.Bot.Conversation.Engine;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Inbound;
using AccountNudge.Bot.Slack.Inbound.Payloads;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Storage;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Bot.Teams.Inbound;
using AccountNudge.Bot.Teams.Inbound.Payloads;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Bot.Tests.Inbox;
using AccountNudge.Bot.Tests.Slack.Inbound;
using AccountNudge.Bot.Tests.Teams.Inbound;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SystemJson = System.Text.Json.JsonDocument;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class WarmupTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_goes_through_lines_forms_and_buttons_and_leaves_nothing_behind(bool onPostgres)
    {
        using var talk = await Talk.At("2027-03-01T10:00", onPostgres);
        var platform = new Recorder();
        var conversation = new TurnHandler(talk.Stores, talk.Registry, [], new SimulatedClock(talk.Now), _ => Task.CompletedTask, NullLogger<TurnHandler>.Instance);

        await new Warmup(talk.Stores, conversation, [platform], NullLogger<Warmup>.Instance).Run(TestContext.Current.CancellationToken);

        platform.Went.Count(step => step == "delivered").ShouldBe(3);
        platform.Went[^1].ShouldBe("delivered");
        platform.Went.TakeWhile(step => step != "delivered").ShouldBe([
            .. Enumerable.Repeat("card", 9), "form", "card", "form", "errors", "card", "card", "card"]);
        platform.Cards.ShouldContain(text => text.Contains("Probe GmbH: ", StringComparison.Ordinal));
        platform.Cards.ShouldContain(text => text.Contains("promise", StringComparison.Ordinal));
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Workspaces.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await store.Accounts.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public void Slacks_part_reads_whatever_is_stored_before_it_is_acknowledged()
    {
        var read = SlackWarmup.Deliveries.Select(delivery => SlackPayload.Read(delivery.Kind, SystemJson.Parse(delivery.Payload).RootElement)).ToList();
        read.OfType<SlackAction>().ShouldAllBe(action => action.IsComplete);
        read.Select(input => input.GetType()).Distinct().ShouldBe(KindsOf<SlackAction>(), ignoreOrder: true);
    }

    [Fact]
    public void Teams_part_reads_whatever_is_stored_or_answered()
    {
        var read = TeamsWarmup.Deliveries.Select(delivery => TeamsPayload.Read(Activity.Read(delivery)!)).ToList();
        read.Select(input => input.GetType()).Distinct().ShouldBe(KindsOf<TeamsAction>(), ignoreOrder: true);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Slacks_part_leaves_nothing_in_the_inbox(DatabaseKind kind)
    {
        await using var host = await SlackHost.Run(kind, works: false);
        await new SlackWarmup(host.Services.GetRequiredService<IDbContextFactory<ChatStore>>(), TimeProvider.System).Deliver(TestContext.Current.CancellationToken);
        host.Rows().ShouldBeEmpty();
        // The host itself asks who its token is.
        host.Slack.Calls.ShouldAllBe(call => call.Method == "auth.test");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Teams_part_leaves_nothing_in_the_inbox(DatabaseKind kind)
    {
        await using var host = await TeamsHost.Run(kind, works: false, isInvited: false);
        await host.Services.GetServices<IPlatformWarmup>().ShouldHaveSingleItem().Deliver(TestContext.Current.CancellationToken);
        host.Rows().ShouldBeEmpty();
        host.Everything().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task It_stores_answers_and_withdraws_as_the_inbox_does(DatabaseKind kind)
    {
        await using var fixture = await InboxFixture.On(kind);
        var statements = new List<string>();
        await InboxWarmup.Run<SlackInboxRow, ReplyCall>(fixture.Observed(statements.Add), "{}", [], TestContext.Current.CancellationToken);
        Count("INSERT").ShouldBe(4);
        Count("UPDATE").ShouldBe(3);
        Count("DELETE").ShouldBe(1);
        (await fixture.Rows()).ShouldBeEmpty();

        int Count(string verb) => statements.Count(statement => statement.TrimStart().StartsWith(verb, StringComparison.Ordinal) && statement.Contains("slack_inbox", StringComparison.Ordinal));
    }

    private static IEnumerable<Type> KindsOf<TBase>() => typeof(TBase).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(TBase)));

    /// <summary>What a platform is given, in its order.</summary>
    private sealed class Recorder : IPlatformWarmup
    {
        public List<string> Went { get; } = [];

        public List<string> Cards { get; } = [];

        public void Draw(Reply reply)
        {
            Went.Add(reply.Errors.Count > 0 ? "errors" : reply.Form is not null ? "form" : reply.Card is not null ? "card" : "nothing");
            Cards.Add(CardText.Of(reply));
        }

        public Task Deliver(CancellationToken cancellation)
        {
            Went.Add("delivered");
            return Task.CompletedTask;
        }
    }
}
