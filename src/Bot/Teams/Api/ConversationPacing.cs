using AccountNudge.Bot.Wire;
using AccountNudge.Bot.Wire.Lanes;
using NodaTime;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// Keeps all calls within Teams' limits, in real time, before Teams has to. A call waits in line for a few seconds at most;
/// whoever would wait longer is told when to come back. What one conversation waits for never holds up another.
/// </summary>
internal sealed class ConversationPacing(TimeProvider time)
{
    /// <summary>Real time that a call waits for its conversation's turn.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Real time that it waits for the turn of all conversations together: for longer, and those of one would come too close to each other.</summary>
    private static readonly TimeSpan Crowding = TimeSpan.FromSeconds(1);

    private static readonly Duration Shortest = Duration.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly Lines<ConversationLine> lines = new();
    private readonly Lane everything = new(Quota.Everything);
    private readonly long origin = time.GetTimestamp();

    private sealed class ConversationLine(Quota quota) : Line
    {
        private readonly Lane soon = new(quota.Short);
        private readonly Lane later = new(quota.Long);

        /// <summary>How often in a row Teams found that it was too much.</summary>
        public int Refusals { get; set; }

        /// <summary>The turn that suits both; not taken when it comes late in either.</summary>
        public Turn Ask(TimeSpan now)
        {
            var first = soon.Ask(now, Patience);
            if (!first.IsTaken) return first;
            var second = later.Ask(now, Patience);
            return second.At > first.At ? second : first with { IsTaken = second.IsTaken };
        }

        public void Block(TimeSpan until) => soon.Block(until);

        public bool IsBlocked(TimeSpan now) => soon.IsBlocked(now);

        public override bool IsIdle(TimeSpan now) => soon.IsIdle(now) && later.IsIdle(now);
    }

    private TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>How many lines are remembered.</summary>
    public int Lines
    {
        get
        {
            lock (gate) return lines.Count;
        }
    }

    /// <summary>Waits for the call's turn and makes it, or answers when to come back.</summary>
    /// <param name="quota">What it uses up.</param>
    /// <param name="place">Of which conversation.</param>
    /// <param name="send">Makes the call.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<TeamsAnswer> Go(Quota quota, string place, Func<Task<Heard>> send, CancellationToken cancellation)
    {
        var line = Enter($"{quota.Name} {place}", quota);
        try
        {
            while (true)
            {
                if (await Wait(line.Ask, cancellation) is { } wait) return new TeamsAnswer.Later(wait);
                if (await Wait(now => everything.Ask(now, Crowding), cancellation) is { } crowd) return new TeamsAnswer.Later(crowd);
                lock (gate)
                {
                    if (line.IsBlocked(Now)) continue;
                }

                return Learn(line, await send());
            }
        }
        finally
        {
            lock (gate) line.Callers--;
        }
    }

    private ConversationLine Enter(string name, Quota quota)
    {
        lock (gate) return lines.Enter(name, () => new ConversationLine(quota), Now);
    }

    /// <summary>Waits for one's turn; how long to stay away when it does not come soon.</summary>
    private async Task<Duration?> Wait(Func<TimeSpan, Turn> ask, CancellationToken cancellation)
    {
        Turn turn;
        lock (gate) turn = ask(Now);
        if (!turn.IsTaken) return Duration.Max(Shortest, Duration.FromTimeSpan(turn.At - Now));
        await turn.Comes(() => Now, time, cancellation);
        return null;
    }

    /// <summary>Leaves the conversation alone when Teams says that it was too much.</summary>
    private TeamsAnswer Learn(ConversationLine line, Heard heard)
    {
        lock (gate)
        {
            if (heard.Answer is { } answer)
            {
                line.Refusals = 0;
                return answer;
            }

            var wait = Duration.Max(Shortest, heard.RetryAfter is { } told ? Duration.FromTimeSpan(told) : BackOff.After(++line.Refusals));
            line.Block(Now + wait.ToTimeSpan());
            return new TeamsAnswer.Later(wait);
        }
    }
}
