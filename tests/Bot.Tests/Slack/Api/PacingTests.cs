using System.Collections.Concurrent;
using System.Diagnostics;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Api;
using AccountNudge.Bot.Tests.Teams.Api;

namespace AccountNudge.Bot.Tests.Slack.Api;

public sealed class PacingTests
{
    private static readonly CallResult Said = new CallResult.Uncertain();

    private readonly JumpingTime time = new();
    private readonly SlackPacing pacing;

    public PacingTests() => pacing = new SlackPacing(time);

    [Fact]
    public async Task A_channel_that_waits_holds_up_no_other()
    {
        time.IsHeld = true;
        var busy = Enumerable.Range(0, 50).Select(_ => Post("C1")).ToList();
        await Task.WhenAll(Enumerable.Range(2, 10).Select(number => Post($"C{number}")));

        time.Now.ShouldBe(TimeSpan.Zero);
        busy.Count(post => post.IsCompleted).ShouldBeGreaterThan(40, "who would wait long is told so at once");
        time.LetGo();
        (await Task.WhenAll(busy)).Count(answer => answer is CallResult.Uncertain).ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task Posts_of_one_channel_are_a_second_apart()
    {
        var at = new ConcurrentQueue<TimeSpan>();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Post("C1", () =>
        {
            at.Enqueue(time.Now);
            return Said;
        })));

        at.Zip(at.Skip(1), (one, next) => next - one).ShouldAllBe(gap => gap > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_limited_channel_is_left_alone_until_it_may_be_called_again_even_by_those_in_line()
    {
        var calls = 0;
        var first = Post("C1", () => Interlocked.Increment(ref calls) == 1 ? Limited(30) : Said);
        var second = Post("C1", () => Interlocked.Increment(ref calls) == 1 ? Limited(30) : Said);

        var answers = await Task.WhenAll(first, second);

        calls.ShouldBe(1);
        answers.ShouldAllBe(answer => answer is CallResult.Later);
        ((CallResult.Later)await Post("C1")).After.TotalSeconds.ShouldBeInRange(25, 60);
        (await Post("C2")).ShouldBeOfType<CallResult.Uncertain>();
    }

    [Fact]
    public async Task Two_limited_channels_mean_that_the_workspace_has_too_much()
    {
        await Post("C1", () => Limited(30));
        await Post("C2", () => Limited(30));

        (await Post("C3")).ShouldBeOfType<CallResult.Later>();
        (await pacing.Run("T2", "chat.postMessage", "C3", () => Task.FromResult(Said), CancellationToken.None)).ShouldBeOfType<CallResult.Uncertain>();
    }

    [Fact]
    public async Task A_limited_method_is_left_alone_in_its_workspace_only()
    {
        await pacing.Run("T1", "users.info", null, () => Task.FromResult(Limited(30)), CancellationToken.None);

        (await pacing.Run("T1", "users.info", null, () => Task.FromResult(Said), CancellationToken.None)).ShouldBeOfType<CallResult.Later>();
        (await pacing.Run("T1", "users.list", null, () => Task.FromResult(Said), CancellationToken.None)).ShouldBeOfType<CallResult.Uncertain>();
        (await pacing.Run("T2", "users.info", null, () => Task.FromResult(Said), CancellationToken.None)).ShouldBeOfType<CallResult.Uncertain>();
    }

    [Fact]
    public async Task A_call_without_an_answer_holds_up_the_next_for_a_moment_only()
    {
        var real = new SlackPacing(TimeProvider.System);
        var never = new TaskCompletionSource<CallResult>();
        var hanging = real.Run("T1", "users.info", null, () => never.Task, CancellationToken.None);
        var clock = Stopwatch.StartNew();

        await real.Run("T1", "users.info", null, () => Task.FromResult(Said), CancellationToken.None);

        clock.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(0.9), TimeSpan.FromMinutes(1));
        never.SetResult(Said);
        await hanging;
    }

    [Fact]
    public async Task Lines_nobody_stands_in_are_forgotten()
    {
        for (var number = 0; number < 5000; number++)
            await pacing.Run($"T{number}", "unheard.of", null, () => Task.FromResult(Said), CancellationToken.None);

        pacing.Buckets.ShouldBeLessThan(2000);
    }

    private static CallResult Limited(int seconds) => new CallResult.Limited(TimeSpan.FromSeconds(seconds));

    private Task<CallResult> Post(string channel, Func<CallResult>? send = null) =>
        pacing.Run("T1", "chat.postMessage", channel, () => Task.FromResult(send?.Invoke() ?? Said), CancellationToken.None);
}
