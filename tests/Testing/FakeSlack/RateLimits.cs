using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Slack;

public sealed partial class FakeSlack
{
    /// <summary>Calls a minute for one method and token, docs.slack.dev/apis/web-api/rate-limits (tiers 2, 3 and 4).</summary>
    private static readonly Dictionary<string, int> Tiers = new(StringComparer.Ordinal)
    {
        ["conversations.list"] = 20, ["users.list"] = 20,
        ["chat.update"] = 50, ["conversations.info"] = 50, ["conversations.history"] = 50, ["conversations.open"] = 50, ["users.conversations"] = 50,
        ["conversations.members"] = 100, ["users.info"] = 100, ["chat.postEphemeral"] = 100,
        ["views.open"] = 100, ["views.update"] = 100, ["views.publish"] = 100,
    };

    private readonly Dictionary<string, Queue<DateTimeOffset>> windows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> waits = new(StringComparer.Ordinal);

    /// <summary>Turns the limits on: one post a second and channel (a second one may follow at once), 300 a minute and token, and the tiers.</summary>
    public bool LimitsRates { get; set; }

    /// <summary>As for apps sold outside the Marketplace: history once a minute, 15 messages at most.</summary>
    public bool HistoryIsScarce { get; set; }

    /// <summary>Seconds to wait; null when the call is within the limits.</summary>
    private int? OverLimit(FakeCall call)
    {
        if (!LimitsRates) return null;
        lock (gate)
        {
            if (call.Method == "chat.postMessage")
                return Over($"{call.Token} {call.Method} {Text(call.Arguments, "channel")}", 2, TimeSpan.FromSeconds(2)) ?? Over($"{call.Token} {call.Method}", 300, TimeSpan.FromMinutes(1));
            var most = call.Method == "conversations.history" && HistoryIsScarce ? 1 : Tiers.GetValueOrDefault(call.Method, int.MaxValue);
            return Over($"{call.Token} {call.Method}", most, TimeSpan.FromMinutes(1));
        }
    }

    private int? Over(string key, int most, TimeSpan span)
    {
        if (!windows.TryGetValue(key, out var window)) windows[key] = window = new Queue<DateTimeOffset>();
        var now = DateTimeOffset.UtcNow;
        while (window.TryPeek(out var oldest) && oldest <= now - span) window.Dequeue();
        if (window.Count >= most) return Math.Max(1, (int)Math.Ceiling((window.Peek() + span - now).TotalSeconds));
        window.Enqueue(now);
        return null;
    }

    private async Task Refuse(HttpContext context, FakeCall call, int seconds)
    {
        call.Outcome = "ratelimited";
        lock (gate) waits[WaitKey(call)] = DateTimeOffset.UtcNow.AddSeconds(seconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await WriteJson(context, new JsonObject { ["ok"] = false, ["error"] = "ratelimited" }, StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Whoever calls again before the wait is over is noted.</summary>
    private void NoteImpatience(FakeCall call)
    {
        if (waits.TryGetValue(WaitKey(call), out var until) && until - call.At is { TotalMilliseconds: > 20 } early)
            violations.Add(string.Create(CultureInfo.InvariantCulture, $"{call.Method} was called {early.TotalSeconds:0.00} s before Retry-After was over"));
    }

    /// <summary>Posts are limited by channel, everything else by method.</summary>
    private static string WaitKey(FakeCall call) =>
        call.Method == "chat.postMessage" ? $"{call.Token} {call.Method} {Text(call.Arguments, "channel")}" : $"{call.Token} {call.Method}";
}
