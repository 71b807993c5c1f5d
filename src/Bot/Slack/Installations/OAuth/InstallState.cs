using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace AccountNudge.Bot.Slack.Installations.OAuth;

/// <summary>
/// Binds what comes back from Slack to the browser that went there: otherwise somebody could be led to install into a workspace
/// that is not theirs. A state is random, good for ten minutes and one use, and lies in a cookie only we can read.
/// </summary>
internal sealed class InstallState(IDataProtectionProvider protection, SlackSettings settings, TimeProvider time)
{
    private const string CookieName = "accountnudge-slack-install";
    private static readonly Duration Life = Duration.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("AccountNudge.Slack.InstallState.v1");

    /// <summary>States that came back, until they would have expired anyway. Slack's code, too, is good for one use, on any node.</summary>
    private readonly ConcurrentDictionary<string, long> used = new(StringComparer.Ordinal);

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A new state; the browser gets its cookie.</summary>
    public string Begin(HttpContext http)
    {
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var expires = Now + (long)Life.TotalSeconds;
        http.Response.Cookies.Append(CookieName, protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{expires}.{state}")), Options(Life));
        return state;
    }

    /// <summary>Whether this browser was sent to Slack with this state, not long ago and not yet returned. The cookie goes.</summary>
    public bool Complete(HttpContext http, string? state)
    {
        var cookie = http.Request.Cookies[CookieName];
        http.Response.Cookies.Delete(CookieName, Options(null));
        if (string.IsNullOrEmpty(state) || Read(cookie) is not { } sent || sent.Expires <= Now) return false;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent.State), Encoding.UTF8.GetBytes(state))) return false;
        foreach (var (old, expires) in used.Where(entry => entry.Value <= Now)) used.TryRemove(old, out _);
        return used.TryAdd(sent.State, sent.Expires);
    }

    private (long Expires, string State)? Read(string? cookie)
    {
        try
        {
            return !string.IsNullOrEmpty(cookie) && protector.Unprotect(cookie).Split('.') is [var expires, var state] ? (long.Parse(expires, CultureInfo.InvariantCulture), state) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Lax, because the browser comes back by a link on Slack's page.</summary>
    private CookieOptions Options(Duration? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = settings.PublicUrl!.Scheme == Uri.UriSchemeHttps,
        Path = settings.PublicUrl.AbsolutePath,
        MaxAge = life?.ToTimeSpan(),
        IsEssential = true,
    };
}
