using System.Net;
using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;

namespace AccountNudge.Bot.Teams.Framework;

/// <summary>
/// What every request of the library's clients goes through: it is made once, but for one that certainly did nothing because our
/// token was refused, and only a success comes back. Redirects are not followed.
/// </summary>
internal sealed class ConnectorHandler(ConnectorCredentials credentials, TimeProvider time) : DelegatingHandler(PlatformHttp.Handler())
{
    /// <summary>Marks a request about a message that only one person sees, of which the library knows nothing.</summary>
    public const string ToOne = "X-Targeted";

    /// <summary>Visible to one person only, in chats and channels: microsoft/teams.net, ConversationClient.cs.</summary>
    private const string ToOneQuery = "?isTargetedActivity=true";

    /// <summary>Bytes that an answer may have: a page of five hundred people is about three hundred thousand.</summary>
    private const int Largest = 4 * 1024 * 1024;

    private readonly ApiRequest requests = new(Largest);

    /// <summary>Real time that an answer may take.</summary>
    public TimeSpan Limit
    {
        set => requests.Limit = value;
    }

    /// <exception cref="ConnectorException">It is no success.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Remove(ToOne)) request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri + ToOneQuery);
        var (result, response) = await Once(request, cancellationToken);
        if (response?.StatusCode == HttpStatusCode.Unauthorized && request.Headers.Authorization is not null)
        {
            // A call whose token is refused did nothing: it is made once more with another one, and after that not before long.
            response.Dispose();
            await credentials.Renew(request, cancellationToken);
            (result, response) = await Once(request, cancellationToken);
            if (response?.StatusCode == HttpStatusCode.Unauthorized) result = requests.RetryLater();
        }

        if (result is CallResult.Done && response is not null)
        {
            // The library knows three of the successes.
            response.StatusCode = HttpStatusCode.OK;
            return response;
        }

        response?.Dispose();
        throw new ConnectorException(result);
    }

    /// <summary>Whoever gives up waiting for something that was being sent is told that it is left open.</summary>
    private Task<(CallResult Result, HttpResponseMessage? Response)> Once(HttpRequestMessage request, CancellationToken cancellation) => requests.Send(
        limit => base.SendAsync(request, limit),
        (response, body) => ConnectorReading.Read(request.Method, (int)response.StatusCode, PlatformHttp.RetryAfter(response, time), body),
        mayAbandon: request.Method == HttpMethod.Get, cancellation);
}
