using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountNudge.Bot.Slack.Inbound.Payloads;

/// <summary>Where something was done in Slack, and so where its answer goes.</summary>
/// <param name="Channel">Slack's channel id, or the person's own id for their direct message with the bot; empty in the App Home.</param>
internal sealed record SlackOrigin(string Channel)
{
    /// <summary>The thread's first message; null outside of threads.</summary>
    public string? Thread { get; init; }

    /// <summary>The message whose button was pressed; null when none was.</summary>
    public string? Message { get; init; }

    /// <summary>Only the presser sees that message.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Answers there: five times within 30 minutes.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>As a form carries it, and brings it back.</summary>
    public string Write() => JsonSerializer.Serialize(this, Short);

    /// <summary>As a form brought it back; null when it is none.</summary>
    public static SlackOrigin? Read(string origin)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackOrigin>(origin, Short) is { Channel.Length: > 0 } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };
}
