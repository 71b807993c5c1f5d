using System.Net;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Wire;

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

    private int failures;

    /// <summary>Real time that an answer may take.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(15);

    /// <exception cref="ConnectorException">It is no success.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Remove(ToOne)) request.RequestUri = new Uri(request.RequestUri!.AbsoluteUri + ToOneQuery);
        var (response, heard) = await Once(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized && request.Headers.Authorization is not null)
        {
            // A call whose token is refused did nothing: it is made once more with another one, and after that not before long.
            response.Dispose();
            await credentials.Renew(request, cancellationToken);
            (response, heard) = await Once(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized) heard = new Heard(new TeamsAnswer.Later(BackOff.After(Interlocked.Increment(ref failures))));
        }

        if (heard.Answer is TeamsAnswer.Done) return response;
        using (response) throw new ConnectorException(heard, $"HTTP {(int)response.StatusCode}");
    }

    private async Task<(HttpResponseMessage Response, Heard Heard)> Once(HttpRequestMessage request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, limit.Token);
            await response.Content.LoadIntoBufferAsync(Largest, limit.Token);
            var body = await response.Content.ReadAsByteArrayAsync(limit.Token);
            var heard = ConnectorReading.Read(request.Method, (int)response.StatusCode, PlatformHttp.RetryAfter(response, time), body);
            if (response.StatusCode != HttpStatusCode.Unauthorized) Interlocked.Exchange(ref failures, 0);
            // The library knows three of the successes.
            if (heard.Answer is TeamsAnswer.Done) response.StatusCode = HttpStatusCode.OK;
            return (response, heard);
        }
        catch (Exception failure) when (PlatformHttp.IsUnreachable(failure) && !limit.IsCancellationRequested)
        {
            throw new ConnectorException(new Heard(new TeamsAnswer.Later(BackOff.After(Interlocked.Increment(ref failures))))) { IsUnreachable = true };
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException || (failure is OperationCanceledException && (!cancellation.IsCancellationRequested || request.Method != HttpMethod.Get)))
        {
            response?.Dispose();
            throw new ConnectorException(new Heard(new TeamsAnswer.Uncertain()), failure.GetType().Name);
        }
    }
}
