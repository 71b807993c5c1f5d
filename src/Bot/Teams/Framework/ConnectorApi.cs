using System.Text.Encodings.Web;
using System.Text.Json;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using JsonObject = System.Text.Json.Nodes.JsonObject;
using Schema = Microsoft.Bot.Schema;

namespace AccountNudge.Bot.Teams.Framework;

/// <summary>
/// The Connector: Teams' side of the Bot Framework, at the service URL that activities bring along, spoken to with the library's own
/// clients. Every call is paced, made once and not repeated here: whether it may be repeated is for the caller to say. Nothing is
/// sent to an address that is not Teams'.
/// </summary>
internal sealed partial class ConnectorApi : ConnectorFactory, IDisposable
{
    /// <summary>The most people a page may have: learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context.</summary>
    private const int PageSize = 500;

    /// <summary>As short as JSON can be: the size of a message counts.</summary>
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One for all clients, which would each find out anew what the models are made of.</summary>
    private static readonly DefaultContractResolver Models = new();
    private static readonly Dictionary<string, List<string>> ToOne = new() { [ConnectorHandler.ToOne] = [""] };

    private readonly ConversationPacing pacing;
    private readonly ILogger<ConnectorApi> logger;
    private readonly ConnectorCredentials credentials;
    private readonly ConnectorHandler handler;
    private readonly HttpClient http;
    private readonly bool isLocal;

    public ConnectorApi(TeamsSettings settings, AccessTokens tokens, TimeProvider time, ILogger<ConnectorApi> logger)
    {
        (pacing, this.logger) = (new ConversationPacing(time), logger);
        // Tokens of an authority on this very machine are worth nothing elsewhere, and tell nobody anything.
        isLocal = settings.AllowUnauthenticated || Loopback.IsLoopback(settings.AuthorityUrl);
        credentials = new ConnectorCredentials(tokens);
        handler = new ConnectorHandler(credentials, time);
        http = PlatformHttp.Client(handler);
    }

    /// <summary>Real time that an answer may take.</summary>
    internal TimeSpan Limit
    {
        init => handler.Limit = value;
    }

    /// <summary>Whether we may speak to such a service at all: https and on the list; loopback only when unauthenticated.</summary>
    public bool IsAllowed(string serviceUrl) => ServiceUrls.IsAllowed(serviceUrl, isLocal);

    /// <summary>Sends an activity; the new activity's id is in the answer, if told.</summary>
    /// <param name="serviceUrl">The Connector.</param>
    /// <param name="conversationId">The conversation, or thread: <c>id;messageid=root</c>.</param>
    /// <param name="message">What is sent: a message activity.</param>
    /// <param name="onlyTo">The one person who is to see it; null for all.</param>
    /// <param name="isThere">Asked when its turn has come: whether we are in the conversation still. Null when that need not be asked.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task<CallResult> Send(Uri serviceUrl, string conversationId, JsonObject message, string? onlyTo, Func<Task<bool>>? isThere, CancellationToken cancellation)
    {
        var activity = MessageOf(message, onlyTo);
        return Call(
            new("send", Quota.Messages, ConversationIds.PlaceOf(conversationId)) { IsThere = isThere }, serviceUrl, [conversationId],
            async client => Said((await client.Conversations.SendToConversationWithHttpMessagesAsync(conversationId, activity, onlyTo is null ? null : ToOne, cancellation)).Body?.Id), cancellation);
    }

    /// <summary>
    /// Puts another activity in the place of one. Of one that only one person sees there is nothing to replace any more after 24 hours, and
    /// it takes no recipient here (learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages).
    /// </summary>
    /// <param name="serviceUrl">The Connector.</param>
    /// <param name="conversationId">The conversation, or thread.</param>
    /// <param name="activityId">What is replaced.</param>
    /// <param name="message">What takes its place: a message activity.</param>
    /// <param name="isToOne">Only one person sees it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task<CallResult> Update(Uri serviceUrl, string conversationId, string activityId, JsonObject message, bool isToOne, CancellationToken cancellation)
    {
        var activity = MessageOf(message, onlyTo: null);
        return Call(
            new("update", Quota.Messages, ConversationIds.PlaceOf(conversationId)), serviceUrl, [conversationId, activityId],
            async client => Said((await client.Conversations.UpdateActivityWithHttpMessagesAsync(conversationId, activityId, activity, isToOne ? ToOne : null, cancellation)).Body?.Id), cancellation);
    }

    /// <summary>
    /// Opens (or finds) the personal chat, whose id is in the answer. One member, no group, the tenant twice:
    /// learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages.
    /// </summary>
    public Task<CallResult> OpenPersonal(Uri serviceUrl, string tenantId, string botId, string personId, CancellationToken cancellation)
    {
        var chat = new ConversationParameters
        {
            IsGroup = false, Bot = new ChannelAccount(botId), Members = [new ChannelAccount(personId)], TenantId = tenantId,
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo(tenantId) },
        };
        return Call(
            new("open", Quota.Messages, personId), serviceUrl, [],
            async client => Said((await client.Conversations.CreateConversationAsync(chat, cancellation))?.Id), cancellation);
    }

    /// <summary>One page of a conversation's people: a <see cref="MemberPage"/>.</summary>
    public Task<CallResult> Members(Uri serviceUrl, string conversationId, string? continuation, CancellationToken cancellation) => Call(
        new("members", Quota.Rosters, ConversationIds.PlaceOf(conversationId)) { IsReading = true }, serviceUrl, [conversationId],
        async client =>
        {
            var page = await client.Conversations.GetConversationPagedMembersAsync(conversationId, PageSize, continuation, cancellation);
            return new MemberPage([.. (page.Members ?? []).Where(member => member is not null).Select(MemberOf)], Some(page.ContinuationToken));
        },
        cancellation);

    /// <summary>One person of a conversation: a <see cref="MemberFound"/>.</summary>
    public Task<CallResult> Member(Uri serviceUrl, string conversationId, string personId, CancellationToken cancellation) => Call(
        new("member", Quota.Rosters, ConversationIds.PlaceOf(conversationId)) { IsReading = true }, serviceUrl, [conversationId, personId],
        async client => new MemberFound(MemberOf(await ((Conversations)client.Conversations).GetConversationMemberAsync(personId, conversationId, cancellation))), cancellation);

    /// <summary>The channels of a Microsoft team: a <see cref="ChannelList"/>.</summary>
    public Task<CallResult> Channels(Uri serviceUrl, string teamId, CancellationToken cancellation) => Call(
        new("channels", Quota.Rosters, teamId) { IsReading = true }, serviceUrl, [teamId],
        async client =>
        {
            using var teams = new TeamsConnectorClient(client.BaseUri, credentials, http, disposeHttpClient: false);
            (teams.DeserializationSettings.ContractResolver, teams.DeserializationSettings.MaxDepth) = (Models, Activity.Deepest);
            var list = await teams.Teams.FetchChannelListAsync(teamId, cancellation);
            return new ChannelList([.. (list.Conversations ?? []).Where(channel => channel is not null).Select(channel => new ListedChannel(channel.Id ?? "", Some(channel.Name), Some(channel.Type)))]);
        },
        cancellation);

    /// <summary>We know that we are not in the conversation, or not any more: the Connector was not asked.</summary>
    public static CallResult NotThere => new CallResult.Refused("NotThere", StatusCodes.Status403Forbidden);

    /// <summary>A client that speaks for us; asks for nothing yet.</summary>
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) => Task.FromResult<IConnectorClient>(Client(new Uri(serviceUrl)));

    public void Dispose() => http.Dispose();

    private ConnectorClient Client(Uri serviceUrl)
    {
        var client = new ConnectorClient(serviceUrl, credentials, http, disposeHttpClient: false);
        client.SerializationSettings.ContractResolver = Models;
        (client.DeserializationSettings.ContractResolver, client.DeserializationSettings.MaxDepth) = (Models, Activity.Deepest);
        return client;
    }

    /// <summary>Never throws for anything Teams or the network does.</summary>
    private async Task<CallResult> Call(ConnectorCall call, Uri serviceUrl, string[] ids, Func<ConnectorClient, Task<CallResult.Done>> ask, CancellationToken cancellation)
    {
        if (!IsAllowed(serviceUrl.OriginalString))
        {
            LogForeign(logger, call.Name, serviceUrl.IsAbsoluteUri ? serviceUrl.Host : "");
            return new CallResult.Refused("ForeignServiceUrl", StatusCodes.Status403Forbidden);
        }

        // What is empty or only dots would lead elsewhere.
        if (ids.Any(id => id.Trim('.').Length == 0)) return new CallResult.Refused("NoSuchId", StatusCodes.Status400BadRequest);
        var result = await pacing.Run(call.Quota, call.Place, Run, cancellation);
        if (result is CallResult.Refused refused) LogRefused(logger, call.Name, refused.Status, refused.Error);
        else if (result is CallResult.Later later) LogLater(logger, call.Name, later.After.TotalSeconds);
        return result;

        // Its turn may come seconds later, and meanwhile we may have been put out.
        async Task<CallResult> Run() => call.IsThere is null || await call.IsThere() ? await Once(call, serviceUrl, ask, cancellation) : NotThere;
    }

    private async Task<CallResult> Once(ConnectorCall call, Uri serviceUrl, Func<ConnectorClient, Task<CallResult.Done>> ask, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var client = Client(serviceUrl);
        try
        {
            return await ask(client);
        }
        catch (ConnectorException failure)
        {
            if (failure.Result is CallResult.Later { IsUnreachable: true }) LogUnreachable(logger, call.Name, serviceUrl.Host);
            else if (failure.Result is CallResult.Uncertain uncertain) LogUncertain(logger, call.Name, uncertain.Reason);
            return failure.Result;
        }
        catch (SerializationException)
        {
            // What was done without an answer that can be read is done; a reading without one is worth nothing.
            return call.IsReading ? new CallResult.Uncertain() : new ConnectorDone();
        }
    }

    /// <summary>
    /// A message as the library sends it. Cards are handed over as they were drawn: it would read them as models of its own, and cannot
    /// write the runtime's nodes without end.
    /// </summary>
    private static Schema.Activity MessageOf(JsonObject message, string? onlyTo) => new()
    {
        Type = (string?)message["type"],
        TextFormat = (string?)message["textFormat"],
        Text = (string?)message["text"],
        Summary = (string?)message["summary"],
        Attachments = message["attachments"]?.AsArray().Select(card => new Attachment((string?)card!["contentType"], content: new JRaw(card["content"]!.ToJsonString(Short)))).ToList(),
        Recipient = onlyTo is null ? null : new ChannelAccount(onlyTo),
    };

    private static ConnectorDone Said(string? id) => new() { Id = id ?? "" };

    private static string? Some(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static TeamsMember MemberOf(ChannelAccount account)
    {
        var more = Activity.As<TeamsChannelAccount>(account.Properties) ?? new TeamsChannelAccount();
        return new TeamsMember(account.Id ?? "", Some(account.Name) ?? more.GivenName ?? "", more.UserRole ?? "", more.TenantId ?? "", more.UserPrincipalName ?? "");
    }

    /// <summary>One call, as it is logged and paced.</summary>
    private sealed record ConnectorCall(string Name, Quota Quota, string Place)
    {
        public bool IsReading { get; init; }

        public Func<Task<bool>>? IsThere { get; init; }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A service URL on {Host} is not Teams'; no {Call} was sent there")]
    private static partial void LogForeign(ILogger logger, string call, string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams cannot be reached for {Call} on {Host}")]
    private static partial void LogUnreachable(ILogger logger, string call, string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Teams left open what became of {Call} ({Failure})")]
    private static partial void LogUncertain(ILogger logger, string call, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A {Call} has to wait for {Seconds} s")]
    private static partial void LogLater(ILogger logger, string call, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Teams refused {Call}: {Status} {Error}")]
    private static partial void LogRefused(ILogger logger, string call, int status, string error);
}
