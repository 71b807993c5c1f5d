using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AccountNudge.Bot.Tests.Teams.Api;

public sealed class ConversationPacingTests
{
    private static readonly CallResult Said = new ConnectorDone();

    private readonly JumpingTime time = new();
    private readonly ConversationPacing pacing;

    public ConversationPacingTests() => pacing = new ConversationPacing(time);

    /// <summary>Milliseconds between one caller and the next; many at once now and then.</summary>
    private static Gen<int[]> Arrivals => Gen.Frequency((4, Gen.Constant(0)), (3, Gen.Choose(1, 400)), (1, Gen.Choose(400, 30_000))).ArrayOf(300);

    [Fact]
    public void No_window_of_Teams_has_more_messages_than_it_allows() => Check(Quota.Messages, (1, 7), (2, 8), (30, 60), (3600, 1800));

    [Fact]
    public void No_window_of_Teams_has_more_looks_at_rosters_than_it_allows() => Check(Quota.Rosters, (1, 14), (2, 16), (30, 120), (3600, 3600));

    [Fact]
    public async Task An_hour_of_nothing_but_messages_stays_below_its_limit_and_not_far_below()
    {
        var made = await Made(pacing, time, Quota.Messages, Enumerable.Repeat(0, 2000));

        Most(made, TimeSpan.FromHours(1)).ShouldBeInRange(1700, 1800);
        Most(made, TimeSpan.FromSeconds(30)).ShouldBeInRange(40, 60);
    }

    [Fact]
    public async Task A_handful_of_messages_goes_at_once_and_some_more_wait_for_a_few_seconds()
    {
        var start = time.Now;
        for (var message = 0; message < 5; message++) await Go("a");
        time.Now.ShouldBe(start);

        for (var message = 0; message < 5; message++) (await Go("a")).ShouldBeOfType<ConnectorDone>();
        (time.Now - start).ShouldBeInRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_conversation_that_waits_holds_up_no_other()
    {
        await Go("a", () => new CallResult.Limited(TimeSpan.FromSeconds(30)));
        var start = time.Now;

        (await Go("a")).ShouldBeOfType<CallResult.Later>().After.TotalSeconds.ShouldBeInRange(29, 31);
        (await Go("b")).ShouldBeOfType<ConnectorDone>();
        (await pacing.Run(Quota.Rosters, "a", () => Task.FromResult(Said), default)).ShouldBeOfType<ConnectorDone>();

        time.Now.ShouldBe(start);
    }

    [Fact]
    public async Task Whoever_is_limited_comes_back_when_told_and_not_before()
    {
        (await Go("a", () => new CallResult.Limited(TimeSpan.FromSeconds(120)))).ShouldBe(new CallResult.Later(Duration.FromSeconds(120)));
        time.Advance(TimeSpan.FromSeconds(110));
        (await Go("a")).ShouldBeOfType<CallResult.Later>();

        time.Advance(TimeSpan.FromSeconds(10));
        (await Go("a")).ShouldBeOfType<ConnectorDone>();
    }

    [Fact]
    public async Task A_short_block_is_waited_for()
    {
        await Go("a", () => new CallResult.Limited(TimeSpan.FromSeconds(2)));
        var start = time.Now;

        (await Go("a")).ShouldBeOfType<ConnectorDone>();
        (time.Now - start).TotalSeconds.ShouldBeInRange(1.9, 2.1);
    }

    [Fact]
    public async Task Those_already_in_line_heed_a_block_too()
    {
        for (var message = 0; message < 5; message++) await Go("a");
        var calls = 0;
        Task<CallResult> second = null!;
        var first = await pacing.Run(
            Quota.Messages,
            "a",
            () =>
            {
                calls++;
                // This one gets the next turn while the first still waits for its answer, and its timer rings when time is let go on.
                time.IsHeld = true;
                second = Go("a", () =>
                {
                    calls++;
                    return Said;
                });
                return Task.FromResult<CallResult>(new CallResult.Limited(TimeSpan.FromSeconds(60)));
            },
            default);

        time.LetGo();

        first.ShouldBeOfType<CallResult.Later>();
        (await second).ShouldBeOfType<CallResult.Later>().After.TotalSeconds.ShouldBeInRange(55, 61);
        calls.ShouldBe(1);
    }

    [Fact]
    public async Task Untold_the_wait_grows_up_to_a_minute_and_shrinks_again_after_a_success()
    {
        var waits = new List<double>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            var later = (CallResult.Later)await Go("a", () => new CallResult.Limited(null));
            waits.Add(later.After.TotalSeconds);
            time.Advance(later.After.ToTimeSpan());
        }

        waits[0].ShouldBeInRange(1, 2);
        waits[2].ShouldBeInRange(4, 8);
        waits[^1].ShouldBeInRange(30, 60);
        await Go("a");
        ((CallResult.Later)await Go("a", () => new CallResult.Limited(null))).After.TotalSeconds.ShouldBeInRange(1, 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public async Task Nobody_comes_back_at_once(int seconds) =>
        (await Go("a", () => new CallResult.Limited(TimeSpan.FromSeconds(seconds)))).ShouldBe(new CallResult.Later(Duration.FromSeconds(1)));

    [Fact]
    public async Task A_tenant_with_many_conversations_gets_no_more_than_fifty_calls_a_second()
    {
        var made = new List<TimeSpan>();
        for (var conversation = 0; conversation < 500; conversation++)
            await Go($"c{conversation}", () =>
            {
                made.Add(time.Now);
                return Said;
            });

        made.Count.ShouldBe(500);
        Most(made, TimeSpan.FromSeconds(1)).ShouldBeInRange(40, 50);
    }

    [Fact]
    public async Task Conversations_where_nothing_happens_are_forgotten()
    {
        for (var conversation = 0; conversation < 5000; conversation++) await Go($"c{conversation}");

        pacing.Buckets.ShouldBeLessThan(2000);
    }

    [Fact]
    public async Task Whoever_waits_may_stop_waiting()
    {
        for (var message = 0; message < 5; message++) await Go("a");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => pacing.Run(Quota.Messages, "a", () => Task.FromResult(Said), stop.Token));
    }

    private Task<CallResult> Go(string place, Func<CallResult>? send = null) =>
        pacing.Run(Quota.Messages, place, () => Task.FromResult(send?.Invoke() ?? Said), default);

    private static void Check(Quota quota, params (int Seconds, int Most)[] windows) => Prop.ForAll(
        Arrivals.ToArbitrary(),
        arrivals =>
        {
            var alone = new JumpingTime();
            var made = Made(new ConversationPacing(alone), alone, quota, arrivals).GetAwaiter().GetResult();
            foreach (var (seconds, most) in windows) Most(made, TimeSpan.FromSeconds(seconds + 0.1)).ShouldBeLessThanOrEqualTo(most);
        }).QuickCheckThrowOnFailure();

    /// <summary>When calls were made by one who comes back when told, until all are made.</summary>
    private static async Task<List<TimeSpan>> Made(ConversationPacing pacing, JumpingTime time, Quota quota, IEnumerable<int> gaps)
    {
        var made = new List<TimeSpan>();
        var due = time.Now;
        foreach (var gap in gaps)
        {
            due += TimeSpan.FromMilliseconds(gap);
            if (due > time.Now) time.Advance(due - time.Now);
            while (await pacing.Run(quota, "a", Note, default) is CallResult.Later later) time.Advance(later.After.ToTimeSpan());
        }

        return made;

        Task<CallResult> Note()
        {
            made.Add(time.Now);
            return Task.FromResult(Said);
        }
    }

    private static int Most(List<TimeSpan> made, TimeSpan window)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < made.Count; last++)
        {
            while (made[last] - made[first] > window) first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
