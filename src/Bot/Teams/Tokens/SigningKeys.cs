using System.Collections.Frozen;
using System.Text.Json;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Teams.Tokens;

/// <summary>
/// The Bot Framework's public keys, found through its OpenID metadata. They are read anew daily, and at once when a token names
/// a key we do not know, but not again and again for whoever invents key ids. While they cannot be read the last ones are kept.
/// </summary>
internal sealed partial class SigningKeys : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Real time from one reading to the next, however often it is asked for.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>The same as long as nothing was ever read: nobody can be let in until then.</summary>
    private static readonly TimeSpan AtFirst = TimeSpan.FromSeconds(5);

    /// <summary>Bytes that an answer may have; the keys with their endorsements are some hundred thousand.</summary>
    private const int Largest = 4 * 1024 * 1024;

    private readonly Uri metadataUrl;
    private readonly TimeProvider time;
    private readonly ILogger<SigningKeys> logger;
    private readonly HttpClient http;
    private readonly Lock gate = new();
    private FrozenDictionary<string, SigningKey> keys = FrozenDictionary<string, SigningKey>.Empty;
    private long? readAt;
    private long? triedAt;
    private Task? reading;

    public SigningKeys(TeamsSettings settings, TimeProvider time, ILogger<SigningKeys> logger)
        : this(settings, PlatformHttp.Handler(), time, logger)
    {
    }

    /// <summary>With any HTTP handler, for tests.</summary>
    internal SigningKeys(TeamsSettings settings, HttpMessageHandler handler, TimeProvider time, ILogger<SigningKeys> logger)
    {
        (metadataUrl, this.time, this.logger) = (settings.OpenIdMetadataUrl, time, logger);
        http = new HttpClient(handler) { MaxResponseContentBufferSize = Largest, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Real time that a reading may take: an invoke must be answered within five seconds.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Real time that whoever comes with a known key waits for a reading: it may have been taken back, but most likely was not.</summary>
    internal TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The key of this id; null when there is none, or none can be read.</summary>
    public async Task<SigningKey?> Find(string id, CancellationToken cancellation)
    {
        var (isKnown, underWay) = ReadingFor(id);
        await (isKnown && !underWay.IsCompleted ? Task.WhenAny(underWay, Task.Delay(Patience, cancellation)) : underWay).WaitAsync(cancellation);
        lock (gate) return keys.GetValueOrDefault(id);
    }

    public void Dispose() => http.Dispose();

    /// <summary>Whether the key is known already, and what to wait for before it is looked up: one reading for all who ask at the same time.</summary>
    private (bool IsKnown, Task UnderWay) ReadingFor(string id)
    {
        lock (gate)
        {
            var isKnown = keys.ContainsKey(id);
            if (isKnown && !IsOlder(readAt, Fresh)) return (isKnown, Task.CompletedTask);
            if (reading is { IsCompleted: false }) return (isKnown, reading);
            if (!IsOlder(triedAt, readAt is null ? AtFirst : Between)) return (isKnown, Task.CompletedTask);
            triedAt = time.GetTimestamp();
            return (isKnown, reading = Task.Run(Read));
        }
    }

    private bool IsOlder(long? timestamp, TimeSpan age) => timestamp is not { } since || time.GetElapsedTime(since) >= age;

    private async Task Read()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var keysUrl = (await Get(metadataUrl, limit.Token)).Address("jwks_uri");
            var found = keysUrl is not null ? SigningKey.ReadAll(await Get(keysUrl, limit.Token)) : FrozenDictionary<string, SigningKey>.Empty;
            if (found.Count == 0)
            {
                LogEmpty(logger, metadataUrl.Host);
                return;
            }

            lock (gate) (keys, readAt) = (found, time.GetTimestamp());
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException or JsonException or InvalidOperationException)
        {
            LogUnreadable(logger, metadataUrl.Host, e.GetType().Name);
        }
    }

    private async Task<JsonElement> Get(Uri address, CancellationToken cancellation)
    {
        if (!IsTrusted(address)) throw new InvalidOperationException("Keys come by https only.");
        using var document = JsonDocument.Parse(await http.GetByteArrayAsync(address, cancellation));
        return document.RootElement.Clone();
    }

    /// <summary>Nobody may change the keys on their way to us; where the metadata is on this machine, so may the keys be.</summary>
    private bool IsTrusted(Uri address) => address.Scheme == Uri.UriSchemeHttps || (Loopback.IsLoopback(address) && Loopback.IsLoopback(metadataUrl));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Bot Framework's keys could not be read from {Host} ({Failure}); the last ones are kept")]
    private static partial void LogUnreadable(ILogger logger, string host, string failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host} names no keys that could be used; the last ones are kept")]
    private static partial void LogEmpty(ILogger logger, string host);
}
