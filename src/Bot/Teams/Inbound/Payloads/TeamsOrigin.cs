using System.Text.Json;
using System.Text.Json.Serialization;

namespace AccountNudge.Bot.Teams.Inbound.Payloads;

/// <summary>Where a form came from, which it carries along and brings back. Then nothing in it is certain any more.</summary>
/// <param name="Token">The form's own: submitted twice, it acts once.</param>
/// <param name="Place">The conversation its answer goes to, with the thread; empty for the person's own chat with us.</param>
internal sealed record TeamsOrigin(Guid Token, string Place)
{
    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>The message there whose button opened the form; null when none did.</summary>
    public string? Message { get; init; }

    /// <summary>The form belongs to something private. Untrusted as well, so it may only narrow who sees its answer.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>A new form of someone's own chat with us, or of a place.</summary>
    public static TeamsOrigin New(string place, string? message, bool isPrivate) => new(Guid.NewGuid(), place) { Message = message, IsPrivate = isPrivate };

    public string Write() => JsonSerializer.Serialize(this, Short);

    /// <summary>As a form brought it back; null when it is none.</summary>
    public static TeamsOrigin? Read(string origin)
    {
        try
        {
            return JsonSerializer.Deserialize<TeamsOrigin>(origin, Short) is { Place: not null } read && read.Token != Guid.Empty ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
