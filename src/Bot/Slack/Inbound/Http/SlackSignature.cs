using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AccountNudge.Bot.Slack.Inbound.Http;

/// <summary>Tells whether a request is from Slack (docs.slack.dev/authentication/verifying-requests-from-slack).</summary>
internal static class SlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    private const string Version = "v0=";
    private const long MostSecondsApart = 5 * 60;

    /// <summary>Whether the body was signed with our secret, not more than five minutes from now.</summary>
    /// <param name="secret">The app's signing secret.</param>
    /// <param name="timestamp">The header's Unix time in seconds; null when there is none.</param>
    /// <param name="signature">The header, such as <c>v0=a2114d…</c>; null when there is none.</param>
    /// <param name="body">The body as it came, before anything is read into it.</param>
    /// <param name="now">The real time.</param>
    public static bool IsValid(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (timestamp is null || signature is null || !signature.StartsWith(Version, StringComparison.Ordinal)) return false;
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (!IsNear(seconds, now.ToUnixTimeSeconds())) return false;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var hex = signature.AsSpan(Version.Length);
        if (hex.Length != 2 * given.Length || Convert.FromHexString(hex, given, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        return CryptographicOperations.FixedTimeEquals(given, Of(secret, timestamp, body));
    }

    /// <summary>The signature as Slack makes it, without its version.</summary>
    private static byte[] Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }

    private static bool IsNear(long seconds, long now) => seconds <= now + MostSecondsApart && now <= seconds + (Int128)MostSecondsApart;
}
