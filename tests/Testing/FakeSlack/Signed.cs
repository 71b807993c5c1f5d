using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Slack;

/// <summary>Something that Slack delivers.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Payload">As Slack writes it.</param>
public sealed record FakeDelivery(DeliveryKind Kind, JsonObject Payload)
{
    /// <summary>The envelope's type in Socket Mode.</summary>
    public string SocketType => Kind switch
    {
        DeliveryKind.Command => "slash_commands",
        DeliveryKind.Event => "events_api",
        _ => "interactive",
    };
}

/// <summary>The three ways Slack has of delivering.</summary>
public enum DeliveryKind
{
    Command,
    Event,
    Interaction,
}

/// <summary>What is wrong with a signed request.</summary>
public enum Tamper
{
    Nothing,
    WrongSecret,
    NoSignature,
    Stale,
    Future,
    BadTimestamp,
    WrongVersion,
    ChangedBody,
}

/// <summary>What came back over HTTP.</summary>
public sealed record HttpAnswer(HttpStatusCode Status, string Body, TimeSpan Elapsed);

public sealed partial class FakeSlack
{
    private const int Hour = 3600;

    /// <summary>Delivers by signed HTTP, docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="delivery">What.</param>
    /// <param name="tamper">What is wrong with it.</param>
    /// <param name="retry">Which attempt after the first this is; 0 for the first.</param>
    public async Task<HttpAnswer> Post(Uri endpoint, FakeDelivery delivery, Tamper tamper = Tamper.Nothing, int retry = 0)
    {
        var (type, body) = delivery.Kind switch
        {
            DeliveryKind.Event => ("application/json", delivery.Payload.ToJsonString()),
            DeliveryKind.Command => ("application/x-www-form-urlencoded", Form(delivery.Payload)),
            _ => ("application/x-www-form-urlencoded", "payload=" + Uri.EscapeDataString(delivery.Payload.ToJsonString())),
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        Sign(request, body, tamper);
        request.Content = new StringContent(tamper == Tamper.ChangedBody ? body + " " : body, Encoding.UTF8);
        request.Content.Headers.ContentType = new(type);
        if (retry > 0)
        {
            request.Headers.Add("X-Slack-Retry-Num", retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("X-Slack-Retry-Reason", "http_timeout");
        }

        var started = TimeProvider.System.GetTimestamp();
        using var response = await http.SendAsync(request);
        return new HttpAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), TimeProvider.System.GetElapsedTime(started));
    }

    private void Sign(HttpRequestMessage request, string body, Tamper tamper)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + tamper switch
        {
            Tamper.Stale => -Hour,
            Tamper.Future => Hour,
            _ => 0,
        };
        var at = tamper == Tamper.BadTimestamp ? "noon" : now.ToString(CultureInfo.InvariantCulture);
        var secret = tamper == Tamper.WrongSecret ? "another-secret" : SigningSecret;
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{at}:{body}")));
        request.Headers.Add("X-Slack-Request-Timestamp", at);
        if (tamper != Tamper.NoSignature) request.Headers.Add("X-Slack-Signature", (tamper == Tamper.WrongVersion ? "v9=" : "v0=") + mac);
    }

    private static string Form(JsonObject payload) =>
        string.Join('&', payload.Where(field => field.Value is not null).Select(field => $"{field.Key}={Uri.EscapeDataString(Text(payload, field.Key)!)}"));
}
