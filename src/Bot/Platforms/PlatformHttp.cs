using System.Net.Http.Headers;

namespace AccountNudge.Bot.Platforms;

/// <summary>How we speak HTTP to a platform: no redirects are followed, no cookies kept, and an answer may take as long as the caller allows.</summary>
internal static class PlatformHttp
{
    /// <summary>A client for a platform's API.</summary>
    /// <param name="handler">What is below it; null for the usual.</param>
    public static HttpClient Client(HttpMessageHandler? handler = null)
    {
        var http = new HttpClient(handler ?? Handler()) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("AccountNudge", null));
        return http;
    }

    /// <summary>The handler of such a client.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <summary>No connection came about, so nothing was sent. Only for failures before the caller's own limit: beside that only connecting has one.</summary>
    public static bool IsUnreachable(Exception failure) => failure
        is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }
        or OperationCanceledException { InnerException: TimeoutException };

    /// <summary>Real time to wait before the next call, as demanded by the <c>Retry-After</c> header; null when it says nothing.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter is not { } header ? null : header.Delta ?? (header.Date - time.GetUtcNow());
}
