using Microsoft.Extensions.Primitives;

namespace AccountNudge.Bot.Hosting;

/// <summary>Endpoint metadata: it is public and authenticates its callers itself. Whatever lacks it is for this machine only.</summary>
public sealed class PublicEndpoint
{
    private PublicEndpoint()
    {
    }

    internal static PublicEndpoint Mark { get; } = new();
}

/// <summary>
/// Keeps the local page, its assets and <c>/clock</c> to people at this machine's own browser: they exist only while
/// the whole bot is on loopback, and nothing may come through a proxy, a tunnel, a rebound name or another site.
/// </summary>
public static class LocalGuard
{
    private static readonly string[] ProxyHeaders = ["Forwarded", "Via", "X-Real-IP"];
    private static readonly string[] ProxyPrefixes = ["X-Forwarded-", "X-Original-"];

    /// <summary>Makes endpoints public: health and the chat platforms' own.</summary>
    public static TBuilder AllowPublicAccess<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(PublicEndpoint.Mark);

    /// <summary>Guards everything that is not public, whether or not an endpoint is found for it.</summary>
    public static IApplicationBuilder UseLocalGuard(this IApplicationBuilder app, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return app.Use((context, next) =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<PublicEndpoint>() is not null)
            {
                return next(context);
            }

            if (!settings.IsLocal)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            return Refusal(context) is { } reason ? Refuse(context, reason) : next(context);
        });
    }

    /// <summary>Why this request cannot be from someone at this machine; null when it may be. Not to be asked of bots not on loopback.</summary>
    public static string? Refusal(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.Request;
        if (!Loopback.IsLoopback(context.Connection.RemoteIpAddress))
        {
            return "This is for programs on this machine only.";
        }

        if (request.Headers.Keys.FirstOrDefault(IsOfProxy) is { } header)
        {
            return $"This is not available through a proxy ({header}).";
        }

        if (!Loopback.IsLocalName(request.Host.Host))
        {
            return "This is only available as localhost, 127.0.0.1 or [::1].";
        }

        return request.Headers.TryGetValue("Origin", out var origin) && !IsOwn(origin, request.Host)
            ? "This is not available to other sites."
            : null;
    }

    private static bool IsOfProxy(string header) =>
        ProxyHeaders.Contains(header, StringComparer.OrdinalIgnoreCase)
        || ProxyPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The three names of this machine are one to us, but another port is another site.</summary>
    private static bool IsOwn(StringValues origin, HostString host) =>
        origin.Count == 1
        && Uri.TryCreate(origin[0], UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && Loopback.IsLocalName(address.Host)
        && address.Port == (host.Port ?? (address.Scheme == "https" ? 443 : 80));

    private static Task Refuse(HttpContext context, string reason)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(new ErrorBody(reason));
    }
}

/// <summary>The body of an answer that says no, in one sentence.</summary>
/// <param name="Error">The sentence.</param>
public sealed record ErrorBody(string Error);
