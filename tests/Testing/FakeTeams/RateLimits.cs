using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Teams;

public sealed partial class FakeTeams
{
    /// <summary>Calls per bot and thread, learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit.</summary>
    private static readonly (int Most, TimeSpan Span)[] SendLimits = [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1))];

    /// <summary>The same page's limits for rosters and lists of channels.</summary>
    private static readonly (int Most, TimeSpan Span)[] ReadLimits = [(14, TimeSpan.FromSeconds(1)), (16, TimeSpan.FromSeconds(2)), (120, TimeSpan.FromSeconds(30)), (3_600, TimeSpan.FromHours(1))];

    private static readonly HashSet<string> Sending = ["send", "reply", "update", "delete", "create"];

    private readonly Dictionary<string, List<DateTimeOffset>> windows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> waits = new(StringComparer.Ordinal);

    /// <summary>Turns Teams' own limits on.</summary>
    public bool LimitsRates { get; set; }

    /// <summary>How many calls were over the limits.</summary>
    public int Throttled { get; private set; }

    /// <summary>How long to wait; null when the call is within the limits.</summary>
    private TimeSpan? OverLimit(ConnectorCall call)
    {
        if (!LimitsRates) return null;
        lock (gate)
        {
            if (!windows.TryGetValue(WaitKey(call), out var window)) windows[WaitKey(call)] = window = [];
            var wait = (Sending.Contains(call.Action) ? SendLimits : ReadLimits)
                .Where(limit => window.Count >= limit.Most).Select(limit => window[^limit.Most] + limit.Span - call.At).DefaultIfEmpty().Max();
            if (wait > TimeSpan.Zero)
            {
                Throttled++;
                return wait;
            }

            window.Add(call.At);
            return null;
        }
    }

    private async Task Throttle(HttpContext context, ConnectorCall call, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        lock (gate) call.Outcome = "Throttled";
        MakeWait(call, TimeSpan.FromSeconds(seconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await Write(context, new Answer(StatusCodes.Status429TooManyRequests, ConnectorRefusalException.Describe("Throttled")));
    }

    private void MakeWait(ConnectorCall call, TimeSpan wait)
    {
        lock (gate) waits[WaitKey(call)] = DateTimeOffset.UtcNow + wait;
    }

    /// <summary>Whoever calls again before the wait is over is noted.</summary>
    private void NoteImpatience(ConnectorCall call)
    {
        if (waits.TryGetValue(WaitKey(call), out var until) && until - call.At is { TotalMilliseconds: > 20 } early)
            Note(string.Create(CultureInfo.InvariantCulture, $"{call.Action} was called {early.TotalSeconds:0.00} s before Retry-After was over"));
    }

    private static string WaitKey(ConnectorCall call) => $"{(Sending.Contains(call.Action) ? "send" : "read")} {call.Conversation}";
}
