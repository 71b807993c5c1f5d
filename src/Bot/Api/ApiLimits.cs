using System.Globalization;
using System.Threading.RateLimiting;
using AccountNudge.Core.Access;
using Microsoft.AspNetCore.RateLimiting;

namespace AccountNudge.Bot.Api;

/// <summary>How much other systems may ask of a node.</summary>
internal sealed record ApiLimits
{
    /// <summary>Bytes of a body.</summary>
    public const int LongestBody = 64 * 1024;

    /// <summary>Characters of what was said: as many as a chat message may have.</summary>
    public const int LongestText = 8000;

    /// <summary>Characters of a name or number.</summary>
    public const int LongestName = 200;

    /// <summary>Characters of an Idempotency-Key.</summary>
    public const int LongestKey = 200;

    /// <summary>The rate limit's policy for the API, and for calendars.</summary>
    public const string Policy = "other-systems", CalendarPolicy = "calendars";

    /// <summary>Calls a minute of one token.</summary>
    public int CallsPerMinute { get; init; } = 120;

    /// <summary>Readings a minute of one calendar.</summary>
    public int ReadingsPerMinute { get; init; } = 20;

    /// <summary>The limits of each token and each calendar; whoever has none is limited by where they come from.</summary>
    public void Set(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, http => Limited(http, ApiAccess.TokenOf(http.Request), ApiToken.Prefix, CallsPerMinute));
        options.AddPolicy(CalendarPolicy, http => Limited(http, http.Request.RouteValues["secret"] as string, CalendarFeed.Prefix, ReadingsPerMinute));
        options.OnRejected = Reject;
    }

    private static RateLimitPartition<string> Limited(HttpContext http, string? secret, string prefix, int perMinute)
    {
        var key = Secret.Read(prefix, secret) is { } hash ? Convert.ToHexString(hash) : $"from {http.Connection.RemoteIpAddress}";
        return RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
    }

    private static async ValueTask Reject(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 60;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await new ApiProblem(StatusCodes.Status429TooManyRequests, "too-many-calls", ApiTexts.TooManyCalls(wait)).For(rejected.HttpContext.Request).ExecuteAsync(rejected.HttpContext);
    }
}
