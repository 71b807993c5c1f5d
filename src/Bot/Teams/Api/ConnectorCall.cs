using System.Text.Json.Nodes;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// One call of the Connector, as its REST reference has it (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference),
/// with what Teams adds to it.
/// </summary>
/// <param name="Name">What it is, for logs.</param>
/// <param name="Method">Of HTTP.</param>
/// <param name="Steps">The path below the service URL, not yet escaped.</param>
/// <param name="Quota">What it uses up.</param>
/// <param name="Place">Of which conversation, person or team.</param>
internal sealed record ConnectorCall(string Name, HttpMethod Method, IReadOnlyList<string> Steps, Quota Quota, string Place)
{
    /// <summary>Visible to one person only, in chats and channels: microsoft/teams.net, ConversationClient.cs.</summary>
    private const string ToOne = "?isTargetedActivity=true";

    /// <summary>The most people a page may have: learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context.</summary>
    private const int PageSize = 500;

    /// <summary>After the path, with its question mark.</summary>
    public string Query { get; init; } = "";

    public JsonObject? Body { get; init; }

    /// <summary>Whether every step is a name: what is empty or only dots would lead elsewhere.</summary>
    public bool IsSound => Steps.All(step => step.Trim('.').Length > 0);

    /// <summary>Its address. An address is joined, not resolved: the service URL may have a path of its own.</summary>
    public Uri At(Uri serviceUrl) => new($"{serviceUrl.AbsoluteUri.TrimEnd('/')}/{string.Join('/', Steps.Select(Uri.EscapeDataString))}{Query}");

    public static ConnectorCall Send(string conversationId, JsonObject activity, string? onlyTo) =>
        new("send", HttpMethod.Post, ["v3", "conversations", conversationId, "activities"], Quota.Messages, PlaceOf(conversationId))
        {
            Query = onlyTo is null ? "" : ToOne,
            Body = onlyTo is null ? activity : With(activity, new JsonObject { ["id"] = onlyTo }),
        };

    /// <summary>What only one person sees takes no recipient here: learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages.</summary>
    public static ConnectorCall Update(string conversationId, string activityId, JsonObject activity, bool isToOne) =>
        new("update", HttpMethod.Put, ["v3", "conversations", conversationId, "activities", activityId], Quota.Messages, PlaceOf(conversationId))
        {
            Query = isToOne ? ToOne : "",
            Body = isToOne ? With(activity, null) : activity,
        };

    /// <summary>One member, no group, the tenant twice: learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages.</summary>
    public static ConnectorCall OpenPersonal(string tenantId, string botId, string personId) =>
        new("open", HttpMethod.Post, ["v3", "conversations"], Quota.Messages, personId)
        {
            Body = new JsonObject
            {
                ["isGroup"] = false,
                ["bot"] = new JsonObject { ["id"] = botId },
                ["members"] = new JsonArray(new JsonObject { ["id"] = personId }),
                ["tenantId"] = tenantId,
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenantId } },
            },
        };

    public static ConnectorCall Members(string conversationId, string? continuation) =>
        new("members", HttpMethod.Get, ["v3", "conversations", conversationId, "pagedmembers"], Quota.Rosters, PlaceOf(conversationId))
        {
            Query = $"?pageSize={PageSize}{(continuation is null ? "" : $"&continuationToken={Uri.EscapeDataString(continuation)}")}",
        };

    public static ConnectorCall Member(string conversationId, string personId) =>
        new("member", HttpMethod.Get, ["v3", "conversations", conversationId, "members", personId], Quota.Rosters, PlaceOf(conversationId));

    /// <summary>Teams' own: microsoft/botbuilder-dotnet, libraries/Microsoft.Bot.Connector/Teams/TeamsOperations.cs.</summary>
    public static ConnectorCall Channels(string teamId) =>
        new("channels", HttpMethod.Get, ["v3", "teams", teamId, "conversations"], Quota.Rosters, teamId);

    /// <summary>Threads share their channel's limits.</summary>
    private static string PlaceOf(string conversationId) => conversationId.Split(';')[0];

    private static JsonObject With(JsonObject activity, JsonObject? recipient)
    {
        var changed = activity.DeepClone().AsObject();
        changed.Remove("recipient");
        if (recipient is not null) changed["recipient"] = recipient;
        return changed;
    }
}
