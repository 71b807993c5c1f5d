using System.Diagnostics;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Inbox;

public sealed class RequestAnswersTests
{
    private static readonly TimeSpan Patient = TimeSpan.FromDays(1);

    private static long LongAgo => Stopwatch.GetTimestamp() - (2 * (long)Patient.TotalSeconds * Stopwatch.Frequency);

    [Fact]
    public async Task An_answer_that_never_gives_up_its_thread_does_not_hold_up_its_request()
    {
        await using var fixture = await InboxFixture.On(DatabaseKind.Sqlite);
        using var inbox = fixture.Node();
        using var written = new ManualResetEventSlim();
        var requests = new RequestAnswers<SlackInboxRow>("slack", inbox, NullLogger.Instance);

        var answering = RequestAnswers<SlackInboxRow>.Begin(() =>
        {
            written.Wait(TestContext.Current.CancellationToken);
            return Task.FromResult("done");
        });
        (await requests.IsInTime(claim: null, answering, Stopwatch.GetTimestamp(), TimeSpan.FromMilliseconds(1))).ShouldBeFalse();

        written.Set();
        (await answering).ShouldBe("done");
    }

    [Fact]
    public async Task What_it_took_to_store_a_request_counts()
    {
        await using var fixture = await InboxFixture.On(DatabaseKind.Sqlite);
        using var inbox = fixture.Node();
        var requests = new RequestAnswers<SlackInboxRow>("slack", inbox, NullLogger.Instance);
        var answering = new TaskCompletionSource();

        (await requests.IsInTime(claim: null, answering.Task, LongAgo, Patient)).ShouldBeFalse();
        answering.SetResult();
        (await requests.IsInTime(claim: null, answering.Task, LongAgo, Patient)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_there_in_time_is_not_waited_for_any_longer()
    {
        await using var fixture = await InboxFixture.On(DatabaseKind.Sqlite);
        using var inbox = fixture.Node();
        var requests = new RequestAnswers<SlackInboxRow>("slack", inbox, NullLogger.Instance);
        var answering = new TaskCompletionSource();
        var waiting = requests.IsInTime(claim: null, answering.Task, Stopwatch.GetTimestamp(), Patient);

        waiting.IsCompleted.ShouldBeFalse();
        answering.SetResult();
        (await waiting).ShouldBeTrue();
    }
}
