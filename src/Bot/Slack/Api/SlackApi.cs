using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AccountNudge.Bot.Slack.Installations;
using AccountNudge.Bot.Wire;
using NodaTime;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>
/// Slack's Web API and response URLs. Every call is paced, made once and never repeated here: whether it may be repeated is for
/// the caller to say. Redirects are not followed; tokens travel in the header alone.
/// </summary>
internal sealed partial class SlackApi : IDisposable
{
    /// <summary>Real time that an answer may take.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Bytes that an answer may have: a page of a thousand people is about three megabytes.</summary>
    private const int Largest = 8 * 1024 * 1024;

    private static readonly Duration Shortly = Duration.FromSeconds(1);

    private readonly HttpClient http;
    private readonly Uri apiUrl;
    private readonly Func<string, CancellationToken, Task<Installation?>> find;
    private readonly Func<Installation, bool, CancellationToken, Task<bool>> refuse;
    private readonly Pacing pacing;
    private readonly TimeProvider time;
    private readonly ILogger<SlackApi> logger;
    private int failures;

    public SlackApi(SlackSettings settings, Installations.Installations installations, TimeProvider time, ILogger<SlackApi> logger)
        : this(settings.ApiUrl, installations.Find, installations.Refuse, time, logger)
    {
    }

    /// <summary>With any keeper of tokens.</summary>
    internal SlackApi(
        Uri apiUrl, Func<string, CancellationToken, Task<Installation?>> find, Func<Installation, bool, CancellationToken, Task<bool>> refuse, TimeProvider time, ILogger<SlackApi> logger)
    {
        (this.apiUrl, this.find, this.refuse, this.time, this.logger) = (apiUrl, find, refuse, time, logger);
        pacing = new Pacing(time);
        http = PlatformHttp.Client();
    }

    /// <summary>The app in a workspace; null when it is not there (any more).</summary>
    public Task<Installation?> Installed(string workspaceId, CancellationToken cancellation) => find(workspaceId, cancellation);

    /// <summary>Calls a method with the workspace's token. Never throws for anything Slack or the network does.</summary>
    public async Task<SlackAnswer> Call(string workspaceId, string method, JsonObject arguments, CancellationToken cancellation)
    {
        if (await find(workspaceId, cancellation) is not { } installation) return new SlackAnswer.NotInstalled();
        var answer = await Paced(workspaceId, installation.Token, method, arguments, cancellation);
        if (answer is not SlackAnswer.Refused refused || !SlackReading.IsNoAccess(refused.Error)) return answer;
        LogNoAccess(logger, workspaceId, method, refused.Error);
        // With another token, the same call may succeed.
        return await refuse(installation, SlackReading.IsEnd(refused.Error), cancellation) ? new SlackAnswer.NotInstalled() : new SlackAnswer.Later(Shortly);
    }

    /// <summary>Calls a method with this token, or with none. Never throws for anything Slack or the network does.</summary>
    public Task<SlackAnswer> CallWith(string? token, string method, JsonObject arguments, CancellationToken cancellation) =>
        Paced(token is null ? "" : Owner(token), token, method, arguments, cancellation);

    /// <summary>
    /// Answers on a response URL: five times within 30 minutes (docs.slack.dev/interactivity/handling-user-interaction). It
    /// must belong to slack.com or to the API's own host.
    /// </summary>
    public async Task<SlackAnswer> Respond(Uri responseUrl, JsonObject message, CancellationToken cancellation)
    {
        if (!IsSlacks(responseUrl))
        {
            LogForeign(logger, responseUrl.IsAbsoluteUri ? responseUrl.Host : "");
            return new SlackAnswer.Refused("foreign_url", default);
        }

        return (await Send(responseUrl, null, "response_url", SlackMethods.Json(message), cancellation)).Answer;
    }

    /// <summary>Whether an address that came with a payload may be written to.</summary>
    internal bool IsSlacks(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length == 0
        && (Uri.Compare(address, apiUrl, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort
                && (address.IdnHost == "slack.com" || address.IdnHost.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase))));

    public void Dispose() => http.Dispose();

    private Task<SlackAnswer> Paced(string owner, string? token, string method, JsonObject arguments, CancellationToken cancellation)
    {
        var channel = method == SlackMethods.PostMessage ? (string?)arguments["channel"] : null;
        return pacing.Go(owner, method, channel, () => Send(new Uri(apiUrl, method), token, method, SlackMethods.Body(method, arguments), cancellation), cancellation);
    }

    private async Task<Sent> Send(Uri address, string? token, string method, HttpContent body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await response.Content.LoadIntoBufferAsync(Largest, limit.Token);
            var sent = SlackReading.Read((int)response.StatusCode, PlatformHttp.RetryAfter(response, time), await response.Content.ReadAsByteArrayAsync(limit.Token));
            Interlocked.Exchange(ref failures, 0);
            Tell(method, (int)response.StatusCode, sent);
            return sent;
        }
        catch (Exception failure) when (PlatformHttp.IsUnreachable(failure) && !limit.IsCancellationRequested)
        {
            LogUnreachable(logger, method, (failure as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ConnectionError);
            return new Sent(new SlackAnswer.Later(BackOff.After(Interlocked.Increment(ref failures))));
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            LogUncertain(logger, method, failure.GetType().Name);
            return new Sent(new SlackAnswer.Uncertain());
        }
    }

    private void Tell(string method, int status, Sent sent)
    {
        if (sent.RetryAfter is { } wait) LogLimited(logger, method, wait.TotalSeconds);
        else if (sent.Answer is SlackAnswer.Refused refused) LogRefused(logger, method, refused.Error);
        else if (sent.Answer is SlackAnswer.Uncertain) LogUncertain(logger, method, $"HTTP {status}");
    }

    /// <summary>Stands for a token where limits are counted, so that none lies about in memory.</summary>
    private static string Owner(string token) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not let us into workspace {WorkspaceId} ({Method}: {Error})")]
    private static partial void LogNoAccess(ILogger logger, string workspaceId, string method, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A response URL on {Host} is not Slack's; nothing was sent there")]
    private static partial void LogForeign(ILogger logger, string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack cannot be reached for {Method} ({Failure})")]
    private static partial void LogUnreachable(ILogger logger, string method, HttpRequestError failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack left open what became of {Method} ({Failure})")]
    private static partial void LogUncertain(ILogger logger, string method, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack limits {Method} for {Seconds} s")]
    private static partial void LogLimited(ILogger logger, string method, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack refused {Method}: {Error}")]
    private static partial void LogRefused(ILogger logger, string method, string error);
}
