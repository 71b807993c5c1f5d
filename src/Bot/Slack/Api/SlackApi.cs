using System.Net.Http.Headers;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>
/// Slack's Web API and response URLs. Every call is paced, made once and never repeated here: whether it may be repeated is for
/// the caller to say. Redirects are not followed; tokens travel in the header alone.
/// </summary>
internal sealed partial class SlackApi(SlackSettings settings, ISlackTokens tokens, TimeProvider time, ILogger<SlackApi> logger) : IDisposable
{
    /// <summary>Bytes that an answer may have: a page of a thousand people is about three megabytes.</summary>
    private const int Largest = 8 * 1024 * 1024;
    private static readonly Duration WithAnotherToken = Duration.FromSeconds(1);

    private readonly Uri apiUrl = settings.ApiUrl;
    private readonly HttpClient http = PlatformHttp.Client();
    private readonly SlackPacing pacing = new(time);
    private readonly ApiRequest requests = new(Largest);

    /// <summary>Real time that an answer may take.</summary>
    internal TimeSpan Limit
    {
        init => requests.Limit = value;
    }

    /// <summary>The app in a workspace; null when it is not there (any more).</summary>
    public Task<Installation?> Installed(string workspaceId, CancellationToken cancellation) => tokens.Find(workspaceId, cancellation);

    /// <summary>Calls a method with the workspace's token. Never throws for anything Slack or the network does.</summary>
    public async Task<CallResult> Call(string workspaceId, string method, JsonObject arguments, CancellationToken cancellation)
    {
        if (await tokens.Find(workspaceId, cancellation) is not { } installation) return new NotInstalled();
        var result = await Paced(workspaceId, installation.Token, method, arguments, cancellation);
        if (result is not CallResult.Refused refused || !SlackReading.IsNoAccess(refused.Error)) return result;
        LogNoAccess(logger, workspaceId, method, refused.Error);
        return await tokens.Refuse(installation, SlackReading.IsEnd(refused.Error), cancellation) ? new NotInstalled() : new CallResult.Later(WithAnotherToken);
    }

    /// <summary>Calls a method with this token, or with none. Never throws for anything Slack or the network does.</summary>
    public Task<CallResult> CallWith(string? token, string method, JsonObject arguments, CancellationToken cancellation) =>
        Paced(token is null ? "" : Owner(token), token, method, arguments, cancellation);

    /// <summary>
    /// Answers on a response URL: five times within 30 minutes (docs.slack.dev/interactivity/handling-user-interaction). It
    /// must belong to slack.com or to the API's own host.
    /// </summary>
    public async Task<CallResult> Respond(Uri responseUrl, JsonObject message, CancellationToken cancellation)
    {
        if (!IsSlacks(responseUrl))
        {
            LogForeign(logger, responseUrl.IsAbsoluteUri ? responseUrl.Host : "");
            return new CallResult.Refused("foreign_url");
        }

        var result = await Send(responseUrl, null, "response_url", SlackMethods.Json(message), cancellation);
        return result is CallResult.Limited { RetryAfter: { } wait } ? new CallResult.Later(Duration.FromTimeSpan(wait)) : result;
    }

    /// <summary>
    /// Reads a file that was sent to us (docs.slack.dev/reference/objects/file-object: its address takes the token of an app with
    /// <c>files:read</c>). The token goes to Slack's own hosts or the API's alone, and nowhere a redirect would lead.
    /// </summary>
    /// <returns>The file, or why there is none. Of one that is too large no more is read than tells so.</returns>
    public async Task<(byte[] Content, Text? Problem)> Download(string workspaceId, Uri address, CancellationToken cancellation)
    {
        if (!IsSlacks(address))
        {
            LogForeign(logger, address.IsAbsoluteUri ? address.Host : "");
            return ([], SlackTexts.NoFile);
        }

        if (await tokens.Find(workspaceId, cancellation) is not { } installation) return ([], SlackTexts.NoFile);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", installation.Token);
        // Without the scope Slack shows a page to log in at.
        return await FileDownload.Read(http, request, answer => answer.Content.Headers.ContentType?.MediaType == "text/html" ? SlackTexts.MayNotRead : null, SlackTexts.NoFile, cancellation);
    }

    /// <summary>Sends a file into a direct message (docs.slack.dev/messaging/working-with-files#uploading_files); whether it stands there.</summary>
    public async Task<bool> Upload(string workspaceId, string channel, string name, byte[] content, CancellationToken cancellation)
    {
        var place = await Call(workspaceId, "files.getUploadURLExternal", new JsonObject { ["filename"] = name, ["length"] = content.Length }, cancellation);
        if (place is not SlackDone done || done.Body.Address("upload_url") is not { } address || !IsSlacks(address)) return false;
        var sent = await Send(address, null, "upload_url", new ByteArrayContent(content), cancellation);
        if (sent is CallResult.Later or CallResult.Limited or CallResult.Refused) return false;
        var files = new JsonArray(new JsonObject { ["id"] = done.Body.Text("file_id"), ["title"] = name });
        return await Call(workspaceId, "files.completeUploadExternal", new JsonObject { ["files"] = files, ["channel_id"] = channel }, cancellation) is SlackDone;
    }

    /// <summary>Whether an address that came with a payload may be written to.</summary>
    internal bool IsSlacks(Uri address) =>
        address.IsAbsoluteUri && address.UserInfo.Length == 0
        && (Uri.Compare(address, apiUrl, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            || (address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort
                && (address.IdnHost == "slack.com" || address.IdnHost.EndsWith(".slack.com", StringComparison.OrdinalIgnoreCase))));

    public void Dispose() => http.Dispose();

    private Task<CallResult> Paced(string owner, string? token, string method, JsonObject arguments, CancellationToken cancellation)
    {
        var channel = method == SlackMethods.PostMessage ? (string?)arguments["channel"] : null;
        return pacing.Run(owner, method, channel, () => Send(new Uri(apiUrl, method), token, method, SlackMethods.Body(method, arguments), cancellation), cancellation);
    }

    private async Task<CallResult> Send(Uri address, string? token, string method, HttpContent body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var (result, response) = await requests.Send(
            limit => http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit),
            (answer, content) => SlackReading.Read((int)answer.StatusCode, PlatformHttp.RetryAfter(answer, time), content), mayAbandon: true, cancellation);
        response?.Dispose();
        Log(method, result);
        return result;
    }

    private void Log(string method, CallResult result)
    {
        switch (result)
        {
            case CallResult.Limited { RetryAfter: { } wait }:
                LogLimited(logger, method, wait.TotalSeconds);
                break;
            case CallResult.Refused refused:
                LogRefused(logger, method, refused.Error);
                break;
            case CallResult.Uncertain uncertain:
                LogUncertain(logger, method, uncertain.Reason);
                break;
            case CallResult.Later { IsUnreachable: true } unreachable:
                LogUnreachable(logger, method, unreachable.Error ?? "");
                break;
        }
    }

    /// <summary>Stands for a token where limits are counted, so that buckets keep no token in memory.</summary>
    private static string Owner(string token) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack does not let us into workspace {WorkspaceId} ({Method}: {Error})")]
    private static partial void LogNoAccess(ILogger logger, string workspaceId, string method, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A response URL on {Host} is not Slack's; nothing was sent there")]
    private static partial void LogForeign(ILogger logger, string host);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack cannot be reached for {Method} ({Failure})")]
    private static partial void LogUnreachable(ILogger logger, string method, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack left open what became of {Method} ({Failure})")]
    private static partial void LogUncertain(ILogger logger, string method, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack limits {Method} for {Seconds} s")]
    private static partial void LogLimited(ILogger logger, string method, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Slack refused {Method}: {Error}")]
    private static partial void LogRefused(ILogger logger, string method, string error);
}
