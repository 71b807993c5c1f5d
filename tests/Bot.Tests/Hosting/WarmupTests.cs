using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class WarmupTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_answers_the_usual_commands_and_leaves_nothing_behind(bool onPostgres)
    {
        using var talk = await Talk.At("2027-03-01T10:00", onPostgres);
        var replies = new List<Reply>();

        await new Warmup(talk.Stores, talk.Registry, new SimulatedClock(talk.Now), [replies.Add], NullLogger<Warmup>.Instance).Run(TestContext.Current.CancellationToken);

        replies.Count.ShouldBe(33);
        replies.Select(CardText.Of).ShouldContain(text => text.Contains("Probe GmbH: ", StringComparison.Ordinal));
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Workspaces.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        (await store.Accounts.IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }
}
