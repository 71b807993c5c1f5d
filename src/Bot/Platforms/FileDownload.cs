using AccountNudge.Core.Import;

namespace AccountNudge.Bot.Platforms;

/// <summary>Reads a file that somebody sent to the bot from their platform.</summary>
internal static class FileDownload
{
    private const int Most = (ImportLimits.Megabytes * 1024 * 1024) + 1;

    /// <summary>Real time that a whole file may take.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>The file, or why there is none. Of one that is too large no more is read than tells so; a redirect is no answer.</summary>
    /// <param name="http">Follows no redirects.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="objection">What is wrong with an answer; null where nothing is.</param>
    /// <param name="otherwise">What is said of anything else that goes wrong.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<(byte[] Content, Text? Problem)> Read(HttpClient http, HttpRequestMessage request, Func<HttpResponseMessage, Text?> objection, Text otherwise, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (!answer.IsSuccessStatusCode) return ([], otherwise);
            if (objection(answer) is { } wrong) return ([], wrong);
            await using var body = await answer.Content.ReadAsStreamAsync(limit.Token);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            int count;
            while (bytes.Length < Most && (count = await body.ReadAsync(buffer, limit.Token)) > 0) bytes.Write(buffer, 0, count);
            return (bytes.ToArray(), null);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return ([], otherwise);
        }
    }
}
