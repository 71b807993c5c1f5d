using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace AccountNudge.Bot.Api;

/// <summary>How one talked, as the API says it.</summary>
[JsonConverter(typeof(NamedValues<ApiKind>))]
internal enum ApiKind
{
    [JsonStringEnumMemberName("visit")]
    Visit,
    [JsonStringEnumMemberName("call")]
    Call,
    [JsonStringEnumMemberName("video")]
    Video,
    [JsonStringEnumMemberName("mail")]
    Mail,
    [JsonStringEnumMemberName("chat")]
    Chat,
    [JsonStringEnumMemberName("greeting")]
    Greeting,
    [JsonStringEnumMemberName("gift")]
    Gift,
    [JsonStringEnumMemberName("newsletter")]
    Newsletter,
    [JsonStringEnumMemberName("note")]
    Note,
}

/// <summary>Who began it, as the API says it.</summary>
[JsonConverter(typeof(NamedValues<ApiDirection>))]
internal enum ApiDirection
{
    [JsonStringEnumMemberName("incoming")]
    Incoming,
    [JsonStringEnumMemberName("outgoing")]
    Outgoing,
}

/// <summary>How it felt, as the API says it.</summary>
[JsonConverter(typeof(NamedValues<ApiMood>))]
internal enum ApiMood
{
    [JsonStringEnumMemberName("good")]
    Good,
    [JsonStringEnumMemberName("so-so")]
    SoSo,
    [JsonStringEnumMemberName("tense")]
    Tense,
}

/// <summary>Given or asked, as the API says it.</summary>
[JsonConverter(typeof(NamedValues<ApiBalance>))]
internal enum ApiBalance
{
    [JsonStringEnumMemberName("give")]
    Give,
    [JsonStringEnumMemberName("ask")]
    Ask,
}

/// <summary>Values by name alone, never by number.</summary>
internal sealed class NamedValues<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>Whom a call is about: at least one of these.</summary>
internal abstract record AboutSomebody
{
    [Description("The client's name as the team writes it, or short for it.")]
    [MaxLength(ApiLimits.LongestName)]
    public string? Account { get; init; }

    [Description("The name of somebody there.")]
    [MaxLength(ApiLimits.LongestName)]
    public string? Contact { get; init; }

    [Description("The telephone number of somebody there, in any notation.")]
    [MaxLength(ApiLimits.LongestName)]
    public string? Phone { get; init; }
}

/// <summary>A talk to be noted.</summary>
internal sealed record NewInteraction : AboutSomebody
{
    [Description("How one talked; without it, it is a plain note, which counts as no talk.")]
    public ApiKind? Kind { get; init; }

    [Description("Whether the client or we began it; outgoing unless said otherwise.")]
    public ApiDirection? Direction { get; init; }

    [Description("How it felt.")]
    public ApiMood? Mood { get; init; }

    [Description("Whether we gave something or asked for something.")]
    public ApiBalance? Balance { get; init; }

    [Description("The day, in the team's time zone; today unless said otherwise, never a day to come.")]
    public DateOnly? On { get; init; }

    [Description("What it was about. A plain note needs it.")]
    [MaxLength(ApiLimits.LongestText)]
    public string? Text { get; init; }
}

/// <summary>A complaint to be logged.</summary>
internal sealed record NewComplaint : AboutSomebody
{
    [Description("What it is about; needed.")]
    [MaxLength(ApiLimits.LongestText)]
    public string? Text { get; init; }

    [Description("By when it is to be solved, where that was agreed with the client.")]
    public DateOnly? ResolveBy { get; init; }
}

/// <summary>What was recorded.</summary>
/// <param name="Id">The record; the same call again, with the same Idempotency-Key, has the same.</param>
/// <param name="Account">The client's name.</param>
/// <param name="Contact">The name of whom there.</param>
internal sealed record Recorded(
    [property: Description("The record; the same call again, with the same Idempotency-Key, has the same.")] Guid Id,
    [property: Description("The client it was recorded for.")] string? Account,
    [property: Description("Whom there.")] string? Contact);

/// <summary>Everything for one call.</summary>
internal sealed record CallBrief(
    [property: Description("Who is calling, the person first, then the client.")] string Title,
    [property: Description("The client.")] string Account,
    [property: Description("Who is calling.")] string Contact,
    [property: Description("The language of what follows: de or en.")] string Language,
    [property: Description("What to know, in the order in which it is needed on the telephone.")] IReadOnlyList<CallBriefSection> Sections);

/// <summary>One part of a brief.</summary>
internal sealed record CallBriefSection(
    [property: Description("Its heading; none at the top.")] string? Title,
    [property: Description("Facts, each with what it is.")] IReadOnlyList<CallBriefFact> Facts,
    [property: Description("Sentences.")] IReadOnlyList<string> Lines);

/// <summary>One fact of a brief.</summary>
internal sealed record CallBriefFact(string Label, string Value);
