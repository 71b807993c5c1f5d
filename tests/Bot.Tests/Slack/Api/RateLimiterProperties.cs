using AccountNudge.Bot.Platforms.Pacing;
using AccountNudge.Bot.Slack.Api;
using FsCheck;
using FsCheck.Fluent;

namespace AccountNudge.Bot.Tests.Slack.Api;

/// <summary>Whatever callers do, and whenever they come back, no limit is passed.</summary>
public sealed class RateLimiterProperties
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    /// <summary>Milliseconds between one caller and the next; many at once now and then.</summary>
    private static Gen<int[]> Arrivals => Gen.Frequency((3, Gen.Constant(0)), (3, Gen.Choose(1, 300)), (1, Gen.Choose(300, 20_000))).ArrayOf(200);

    private static Gen<RateLimit> AnyLimit => Gen.Elements(
        SlackMethods.PostsToChannel, SlackMethods.PostsToWorkspace, SlackMethods.LimitOf("users.list")!.Value, SlackMethods.LimitOf("conversations.info")!.Value, SlackMethods.LimitOf("users.info")!.Value);

    [Fact]
    public void No_two_posts_of_a_channel_come_within_a_second() => Check(Arrivals, arrivals =>
    {
        var taken = Taken(new RateLimiter(SlackMethods.PostsToChannel), arrivals);
        for (var next = 1; next < taken.Count; next++) (taken[next] - taken[next - 1]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
    });

    [Theory]
    [InlineData("chat.postMessage", 300)]
    [InlineData("users.info", 100)]
    [InlineData("conversations.members", 100)]
    [InlineData("views.open", 100)]
    [InlineData("conversations.info", 50)]
    [InlineData("chat.update", 50)]
    [InlineData("users.list", 20)]
    public void No_minute_has_more_than_the_limit(string method, int most) => Check(Arrivals, arrivals =>
    {
        var taken = Taken(new RateLimiter(SlackMethods.LimitOf(method)!.Value), [.. arrivals, .. arrivals]);
        for (var first = 0; first + most < taken.Count; first++) (taken[first + most] - taken[first]).ShouldBeGreaterThan(Minute);
    });

    [Fact]
    public void Nobody_goes_before_a_block_is_over_and_nobody_is_told_to() => Check(AnyLimit.Zip(Arrivals).Zip(Gen.Choose(1, 120)), given =>
    {
        var ((limit, arrivals), seconds) = given;
        var limiter = new RateLimiter(limit);
        var now = TimeSpan.Zero;
        var until = TimeSpan.Zero;
        foreach (var (gap, number) in arrivals.Select((gap, number) => (gap, number)))
        {
            now += TimeSpan.FromMilliseconds(gap);
            if (number % 20 == 10)
            {
                limiter.Block(now + TimeSpan.FromSeconds(seconds));
                until = now + TimeSpan.FromSeconds(seconds) > until ? now + TimeSpan.FromSeconds(seconds) : until;
            }

            limiter.IsBlocked(now).ShouldBe(now < until);
            limiter.Reserve(now, Patience).At.ShouldBeGreaterThanOrEqualTo(until > now ? until : now);
        }
    });

    [Fact]
    public void A_hundred_who_wait_are_spread_over_time_and_all_get_through_when_they_come_back()
    {
        var limiter = new RateLimiter(SlackMethods.PostsToChannel);
        var coming = new PriorityQueue<TimeSpan, TimeSpan>(Enumerable.Repeat((TimeSpan.Zero, TimeSpan.Zero), 100));
        var (asked, taken) = (0, new List<TimeSpan>());
        while (coming.TryDequeue(out var at, out _))
        {
            asked++;
            // They come back in twos, as slow as the job runs.
            var turn = limiter.Reserve(asked <= 100 ? at : TimeSpan.FromSeconds((2 * Math.Ceiling(at.TotalSeconds / 2)) + 2), Patience);
            if (turn.IsTaken) taken.Add(turn.At);
            else coming.Enqueue(turn.At, turn.At);
        }

        taken.Count.ShouldBe(100);
        taken.Max().ShouldBeLessThan(TimeSpan.FromSeconds(125), "a hundred turns, one a second, and none of them lost for long");
        asked.ShouldBeLessThan(600);
    }

    [Fact]
    public void A_turn_that_nobody_comes_for_is_not_lost() => Check(AnyLimit, limit =>
    {
        var limiter = new RateLimiter(limit);
        for (var caller = 0; caller < 500; caller++) limiter.Reserve(TimeSpan.Zero, Patience);
        var later = Patience + (limit.Every * 2);
        limiter.Reserve(later, Patience).ShouldBe(new Reservation(later, true));
    });

    [Fact]
    public void A_limiter_is_idle_when_a_new_one_would_do() => Check(AnyLimit.Zip(Arrivals), given =>
    {
        var (limiter, now) = (new RateLimiter(given.Item1), TimeSpan.Zero);
        foreach (var gap in given.Item2)
        {
            now += TimeSpan.FromMilliseconds(gap);
            if (limiter.IsIdle(now)) limiter.Reserve(now, Patience).ShouldBe(new RateLimiter(given.Item1).Reserve(now, Patience));
            else limiter.Reserve(now, Patience);
        }
    });

    /// <summary>The turns that were taken, by callers who come back when they are told.</summary>
    private static List<TimeSpan> Taken(RateLimiter limiter, int[] arrivals)
    {
        var waiting = new PriorityQueue<int, TimeSpan>();
        var now = TimeSpan.Zero;
        foreach (var gap in arrivals) waiting.Enqueue(0, now += TimeSpan.FromMilliseconds(gap));
        var taken = new List<TimeSpan>();
        while (waiting.TryDequeue(out var times, out var at))
        {
            var turn = limiter.Reserve(at, Patience);
            turn.At.ShouldBeGreaterThanOrEqualTo(at);
            if (turn.IsTaken) taken.Add(turn.At);
            else if (times < 50) waiting.Enqueue(times + 1, turn.At);
        }

        taken.ShouldBe(taken.Order());
        return taken;
    }

    private static void Check<T>(Gen<T> gen, Action<T> property) =>
        Prop.ForAll(gen.ToArbitrary(), property).QuickCheckThrowOnFailure();
}
