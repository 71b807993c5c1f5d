using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Wire;
using NodaTime;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// The Connector: Teams' side of the Bot Framework, at the service URL that activities bring along. Every call is paced, made
/// once and not repeated here, but for one that certainly did nothing because our token was refused: whether it may be repeated
/// is for the caller to say. Redirects are not followed; nothing is sent to an address that is not Teams'.
/// </summary>
internal sealed partial class ConnectorApi : IDisposable
{
    /// <summary>Bytes that an answer may have: a page of five hundred people is about three hundred thousand.</summary>
    private const int Largest = 4 * 1024 * 1024;

    /// <summary>As short as JSON can be: the size of a message counts.</summary>
    private static readonly JsonSerializerOptions Short = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly AccessTokens tokens;
    private readonly ConversationPacing pacing;
    private readonly TimeProvider time;
    private readonly ILogger<ConnectorApi> logger;
    private readonly HttpClient http;
    private readonly bool isLocal;
    private int failures;

    public ConnectorApi(TeamsSettings settings, AccessTokens tokens, TimeProvider time, ILogger<ConnectorApi> logger)
    {
        (this.tokens, this.time, this.logger) = (tokens, time, logger);
        pacing = new ConversationPacing(time);
        // Tokens of an authority on this very machine are worth nothing elsewhere, and tell nobody anything.
        isLocal = settings.AllowUnauthenticated || Loopback.IsLoopback(settings.AuthorityUrl);
        http = PlatformHttp.Client();
    }

    /// <summary>Real time that an answer may take.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether we may speak to such a service at all: https and on the list; loopback only when unauthenticated.</summary>
    public bool IsAllowed(string serviceUrl) => ServiceUrls.IsAllowed(serviceUrl, isLocal);

    /// <summary>Sends an activity; the new activity's id is <c>Done.Body.id</c>, if told.</summary>
    /// <param name="serviceUrl">The Connector.</param>
    /// <param name="conversationId">The conversation, or thread: <c>id;messageid=root</c>.</param>
    /// <param name="activity">What is sent.</param>
    /// <param name="onlyTo">The one person who is to see it; null for all.</param>
    /// <param name="isThere">Asked when its turn has come: whether we are in the conversation still. Null when that need not be asked.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public Task<TeamsAnswer> Send(Uri serviceUrl, string conversationId, JsonObject activity, string? onlyTo, Func<Task<bool>>? isThere, CancellationToken cancellation) =>
        Call(serviceUrl, ConnectorCall.Send(conversationId, activity, onlyTo), cancellation, isThere);

    /// <summary>Puts another activity in the place of one that all can see.</summary>
    public Task<TeamsAnswer> Update(Uri serviceUrl, string conversationId, string activityId, JsonObject activity, CancellationToken cancellation) =>
        Call(serviceUrl, ConnectorCall.Update(conversationId, activityId, activity, isToOne: false), cancellation);

    /// <summary>Puts another activity in the place of one that only one person sees. After 24 hours there is nothing to replace any more.</summary>
    public Task<TeamsAnswer> UpdateToOne(Uri serviceUrl, string conversationId, string activityId, JsonObject activity, CancellationToken cancellation) =>
        Call(serviceUrl, ConnectorCall.Update(conversationId, activityId, activity, isToOne: true), cancellation);

    /// <summary>Opens (or finds) the personal chat; its id is <c>Done.Body.id</c>.</summary>
    public Task<TeamsAnswer> OpenPersonal(Uri serviceUrl, string tenantId, string botId, string personId, CancellationToken cancellation) =>
        Call(serviceUrl, ConnectorCall.OpenPersonal(tenantId, botId, personId), cancellation);

    /// <summary>One page of a conversation's people: <c>members[]</c>, <c>continuationToken</c>.</summary>
    public Task<TeamsAnswer> Members(Uri serviceUrl, string conversationId, string? continuation, CancellationToken cancellation) =>
        Call(serviceUrl, ConnectorCall.Members(conversationId, continuation), cancellation);

    /// <summary>One person of a conversation.</summary>
    public Task<TeamsAnswer> Member(Uri serviceUrl, string conversationId, string personId, CancellationToken cancellation) =>
        Call(serviceUrl, ConnectorCall.Member(conversationId, personId), cancellation);

    /// <summary>The channels of a Microsoft team: <c>conversations[]</c> with <c>id</c>, <c>name</c>, <c>type</c>.</summary>
    public Task<TeamsAnswer> Channels(Uri serviceUrl, string teamId, CancellationToken cancellation) =>
        Call(serviceUrl, ConnectorCall.Channels(teamId), cancellation);

    /// <summary>We know that we are not in the conversation, or not any more: the Connector was not asked.</summary>
    public static TeamsAnswer NotThere => new TeamsAnswer.Refused(StatusCodes.Status403Forbidden, "NotThere");

    public void Dispose() => http.Dispose();

    /// <summary>Never throws for anything Teams or the network does.</summary>
    private async Task<TeamsAnswer> Call(Uri serviceUrl, ConnectorCall call, CancellationToken cancellation, Func<Task<bool>>? isThere = null)
    {
        if (!IsAllowed(serviceUrl.OriginalString))
        {
            LogForeign(logger, call.Name, serviceUrl.IsAbsoluteUri ? serviceUrl.Host : "");
            return new TeamsAnswer.Refused(StatusCodes.Status403Forbidden, "ForeignServiceUrl");
        }

        if (!call.IsSound) return new TeamsAnswer.Refused(StatusCodes.Status400BadRequest, "NoSuchId");
        var answer = await pacing.Go(call.Quota, call.Place, Go, cancellation);
        if (answer is TeamsAnswer.Refused refused) LogRefused(logger, call.Name, refused.Status, refused.Error);
        else if (answer is TeamsAnswer.Later later) LogLater(logger, call.Name, later.After.TotalSeconds);
        return answer;

        // Its turn may come seconds later, and meanwhile we may have been put out.
        async Task<Heard> Go() => isThere is null || await isThere() ? await WithToken(call.At(serviceUrl), call, cancellation) : new Heard(NotThere);
    }

    /// <summary>A call whose token is refused did nothing: it is made once more with another one, and after that not before long.</summary>
    private async Task<Heard> WithToken(Uri address, ConnectorCall call, CancellationToken cancellation)
    {
        var (token, hindrance) = await tokens.Get(refused: null, cancellation);
        if (hindrance is not null) return new Heard(hindrance);
        var heard = await Send(address, call, token, cancellation);
        if (token is null || !IsTokenRefused(heard)) return heard;

        (token, hindrance) = await tokens.Get(refused: token, cancellation);
        if (hindrance is not null) return new Heard(hindrance);
        heard = await Send(address, call, token, cancellation);
        return IsTokenRefused(heard) ? new Heard(new TeamsAnswer.Later(BackOff.After(Interlocked.Increment(ref failures)))) : heard;
    }

    private static bool IsTokenRefused(Heard heard) => heard.Answer is TeamsAnswer.Refused { Status: StatusCodes.Status401Unauthorized };

    private async Task<Heard> Send(Uri address, ConnectorCall call, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(call.Method, address);
        if (call.Body is { } body) request.Content = new StringContent(body.ToJsonString(Short), Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await response.Content.LoadIntoBufferAsync(Largest, limit.Token);
            var heard = ConnectorReading.Read(call.Method, (int)response.StatusCode, PlatformHttp.RetryAfter(response, time), await response.Content.ReadAsByteArrayAsync(limit.Token));
            if (heard.Answer is TeamsAnswer.Uncertain) LogUncertain(logger, call.Name, $"HTTP {(int)response.StatusCode}");
            if (!IsTokenRefused(heard)) Interlocked.Exchange(ref failures, 0);
            return heard;
        }
        catch (Exception failure) when (PlatformHttp.IsUnreachable(failure) && !limit.IsCancellationRequested)
        {
            LogUnreachable(logger, call.Name, address.Host);
            return new Heard(new TeamsAnswer.Later(BackOff.After(Interlocked.Increment(ref failures))));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException || (failure is OperationCanceledException && (!cancellation.IsCancellationRequested || call.Method != HttpMethod.Get)))
        {
            LogUncertain(logger, call.Name, failure.GetType().Name);
            return new Heard(new TeamsAnswer.Uncertain());
        }
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
