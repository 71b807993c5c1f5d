using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Teams.Api;

/// <summary>
/// What an HTTP answer of the Connector's means. Whatever does not say clearly that nothing was done leaves it open: after a 502
/// or 504, too, a message may stand there already, whatever the reference says of repeating it
/// (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit and …/bots/build-conversational-capability, "Status code responses").
/// </summary>
internal static class ConnectorReading
{
    private const int LongestWord = 64;

    /// <summary>Reads an answer with its whole body.</summary>
    /// <param name="method">A reading without an answer is worth nothing; what was done without one is done.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="retryAfter">The header, where there is one.</param>
    /// <param name="body">UTF-8.</param>
    public static CallResult Read(HttpMethod method, int status, TimeSpan? retryAfter, ReadOnlyMemory<byte> body) => status switch
    {
        429 or 412 => new CallResult.Limited(retryAfter),
        >= 200 and < 300 when method != HttpMethod.Get || JsonReading.Object(body) is not null => new ConnectorDone(),
        >= 400 and < 500 and not 408 => new CallResult.Refused(Word(body) ?? $"http_{status}", status),
        _ => new CallResult.Uncertain { Reason = $"HTTP {status}" },
    };

    /// <summary>The error's code without anything that is no part of a word; messages may tell of people.</summary>
    private static string? Word(ReadOnlyMemory<byte> body)
    {
        var code = JsonReading.Object(body)?.Text("error", "code") ?? "";
        var word = string.Concat(code.Where(char.IsAsciiLetterOrDigit).Take(LongestWord));
        return word.Length > 0 ? word : null;
    }
}
