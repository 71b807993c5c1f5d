using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AccountNudge.Testing.Teams;

/// <summary>Something that Teams delivers to the bot; delivered twice it is a resend, with the same id.</summary>
/// <param name="Activity">As Teams writes it.</param>
public sealed record TeamsDelivery(JsonObject Activity)
{
    /// <summary>The message it tells of; null when it tells of something else.</summary>
    public FakeChatMessage? Message { get; init; }

    /// <summary>The same once more under a new id, as Teams sends an invoke again whose answer took too long (microsoft/botbuilder-dotnet#5005).</summary>
    public TeamsDelivery Anew()
    {
        var activity = Activity.DeepClone().AsObject();
        activity["id"] = NewId();
        return this with { Activity = activity };
    }

    internal Action Heard { get; init; } = static () => { };

    /// <summary>Ids of what is no message.</summary>
    internal static string NewId() => $"f:{Guid.NewGuid():D}";
}

/// <summary>What the bot answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The answer of an invoke; null when there was none.</param>
/// <param name="Elapsed">Real time it took.</param>
public sealed record TeamsReply(int Status, JsonNode? Body, TimeSpan Elapsed)
{
    /// <summary>The card that takes the pressed one's place for whoever pressed, or that a dialog shows; null when there is none.</summary>
    public JsonObject? Card => Body?["type"]?.ToString() == AdaptiveCards.ContentType ? Body["value"] as JsonObject : Dialog;

    /// <summary>The words that a press was answered with, or that end a dialog; null when there are none.</summary>
    public string? Words => Body?["type"]?.ToString() == "application/vnd.microsoft.activity.message" ? Body["value"]?.ToString() : Dialog is { } last && !AdaptiveCards.Buttons(last).Any() ? string.Join('\n', AdaptiveCards.Wording(last)) : null;

    private JsonObject? Dialog => (Body?["task"]?["value"] as JsonObject)?["card"]?["content"] as JsonObject;
}

public sealed partial class FakeTeams
{
    /// <summary>Where the bot listens, such as <c>http://127.0.0.1:8080/api/messages</c>.</summary>
    public Uri? BotUrl { get; set; }

    /// <summary>Signs for a service URL; null delivers without a token.</summary>
    public Func<string, string?>? Token { get; set; }

    /// <summary>Delivers, and returns once the bot has answered. Cards in answers are held to the same rules as those in messages.</summary>
    public async Task<TeamsReply> Deliver(TeamsDelivery delivery)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, BotUrl ?? throw new InvalidOperationException("Where is the bot? Set BotUrl."));
        if (Token?.Invoke(Text(delivery.Activity, "serviceUrl")) is { } token) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new StringContent(delivery.Activity.ToJsonString(), Encoding.UTF8, "application/json");
        var asked = Stopwatch.StartNew();
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.IsSuccessStatusCode) delivery.Heard();
        var reply = new TeamsReply((int)response.StatusCode, Read(text), asked.Elapsed);
        CheckReply(delivery.Activity, reply, text);
        return reply;
    }

    /// <summary>Delivers one after the other.</summary>
    public async Task<IReadOnlyList<TeamsReply>> Deliver(IEnumerable<TeamsDelivery> deliveries)
    {
        var replies = new List<TeamsReply>();
        foreach (var delivery in deliveries) replies.Add(await Deliver(delivery));
        return replies;
    }

    private static JsonNode? Read(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What all activities have in common; the time zones are not the person's, as it happens in Teams.</summary>
    private JsonObject Activity(string type, FakePerson by, JsonObject conversation, JsonObject channelData, string? id = null)
    {
        var now = DateTimeOffset.UtcNow;
        return new JsonObject
        {
            ["type"] = type, ["id"] = id ?? TeamsDelivery.NewId(), ["channelId"] = "msteams", ["serviceUrl"] = ServiceUrl(Text(conversation, "tenantId")).AbsoluteUri,
            ["timestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            ["localTimestamp"] = now.ToOffset(TimeSpan.FromHours(-8)).ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture), ["localTimezone"] = "America/Los_Angeles",
            ["from"] = new JsonObject { ["id"] = by.Id, ["name"] = by.Name, ["aadObjectId"] = by.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = BotName },
            ["conversation"] = conversation, ["channelData"] = channelData, ["locale"] = by.Locale,
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo", ["locale"] = by.Locale, ["country"] = by.Locale.Split('-')[^1], ["platform"] = "Web", ["timezone"] = "America/Los_Angeles",
            }),
        };
    }

    private static JsonObject Conversation(FakePlace place, string? root = null)
    {
        var conversation = new JsonObject
        {
            ["conversationType"] = char.ToLowerInvariant(place.Kind.ToString()[0]) + place.Kind.ToString()[1..], ["tenantId"] = place.Tenant,
            ["id"] = root is null ? place.Id : place.Id + ThreadMark + root,
        };
        if (place.Kind != PlaceKind.Personal) conversation["isGroup"] = true;
        return conversation;
    }

    private static JsonObject ChannelData(FakePlace place)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = place.Tenant } };
        if (place.Team is not { } team) return data;
        (data["teamsChannelId"], data["teamsTeamId"]) = (place.Id, team.Id);
        data["channel"] = new JsonObject { ["id"] = place.Id };
        data["team"] = new JsonObject { ["id"] = team.Id };
        return data;
    }
}
