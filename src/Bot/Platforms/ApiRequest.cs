using System.Net;

namespace AccountNudge.Bot.Platforms;

/// <summary>
/// Makes requests of a platform's API: each once, within a time limit and with a bounded answer. Whatever the network does comes
/// back as a result. Whether a call may be repeated is for the caller to say.
/// </summary>
/// <param name="largest">Bytes that an answer may have.</param>
internal sealed class ApiRequest(int largest)
{
    private int failures;

    /// <summary>Real time that an answer may take.</summary>
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Sends a request and reads its answer. There is a response only when all of it was read; the caller disposes of it.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="read">What an answer means.</param>
    /// <param name="mayAbandon">Whoever gives up waiting gets an exception; otherwise what was being sent meanwhile is left open.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<(CallResult Result, HttpResponseMessage? Response)> Send(
        Func<CancellationToken, Task<HttpResponseMessage>> send, Func<HttpResponseMessage, byte[], CallResult> read, bool mayAbandon, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        HttpResponseMessage? response = null;
        try
        {
            response = await send(limit.Token);
            await response.Content.LoadIntoBufferAsync(largest, limit.Token);
            var result = read(response, await response.Content.ReadAsByteArrayAsync(limit.Token));
            if (response.StatusCode != HttpStatusCode.Unauthorized) Interlocked.Exchange(ref failures, 0);
            return (result, response);
        }
        catch (Exception failure) when (PlatformHttp.IsUnreachable(failure) && !limit.IsCancellationRequested)
        {
            var error = (failure as HttpRequestException)?.HttpRequestError ?? HttpRequestError.ConnectionError;
            return (RetryLater() with { Error = error.ToString(), IsUnreachable = true }, null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException || (failure is OperationCanceledException && !(mayAbandon && cancellation.IsCancellationRequested)))
        {
            response?.Dispose();
            return (new CallResult.Uncertain { Reason = failure.GetType().Name }, null);
        }
    }

    /// <summary>It did nothing and may be tried again; the longer after, the more such calls there were in a row.</summary>
    public CallResult.Later RetryLater() => new(BackOff.After(Interlocked.Increment(ref failures)));
}
