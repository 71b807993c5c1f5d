using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Teams;

/// <summary>
/// Stands for login.microsoftonline.com and for a machine's identity on a free loopback port, by https with a certificate of its
/// own: it hands out a new token each time it is asked, and remembers how it was asked.
/// </summary>
public sealed class FakeAuthority : IAsyncDisposable
{
    private readonly X509Certificate2 certificate = Certificate();
    private readonly ConcurrentQueue<TokenRequest> requests = new();
    private WebApplication app = null!;
    private int tokens;

    private FakeAuthority()
    {
    }

    /// <summary>Its address, with a trailing slash.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>All it was asked, in order.</summary>
    public IReadOnlyList<TokenRequest> Requests => [.. requests];

    /// <summary>How long its tokens are good, in seconds.</summary>
    public int Lifetime { get; set; } = 3600;

    /// <summary>It answers with this status and nothing useful.</summary>
    public int? Failure { get; set; }

    /// <summary>It always hands out the same token.</summary>
    public bool IsStubborn { get; set; }

    /// <summary>Starts one.</summary>
    public static async Task<FakeAuthority> Start()
    {
        var authority = new FakeAuthority();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(authority.certificate)));
        authority.app = builder.Build();
        authority.app.Run(authority.Answer);
        await authority.app.StartAsync();
        authority.Url = new Uri(authority.app.Urls.Single().TrimEnd('/') + "/");
        return authority;
    }

    /// <summary>A way to it that knows its certificate, and leads nowhere else: every address ends up here.</summary>
    public HttpMessageHandler Way() => new HostRedirection(Url, certificate);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        certificate.Dispose();
    }

    private async Task Answer(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        var asked = form.Concat(context.Request.Query).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        requests.Enqueue(new TokenRequest(context.Request.Headers[HostRedirection.AskedHost].ToString(), context.Request.Path.Value!, asked));
        context.Response.ContentType = "application/json";
        if (Failure is { } status)
        {
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(new JsonObject { ["error"] = "invalid_client" }.ToJsonString());
            return;
        }

        var token = IsStubborn ? "token-always" : $"token-{Interlocked.Increment(ref tokens)}";
        var ends = DateTimeOffset.UtcNow.AddSeconds(Lifetime).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.Response.WriteAsync(new JsonObject
        {
            ["token_type"] = "Bearer",
            ["access_token"] = token,
            ["expires_in"] = Lifetime,
            ["expires_on"] = ends,
            ["resource"] = asked.GetValueOrDefault("resource"),
        }.ToJsonString());
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=fake authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

/// <summary>How a token was asked for.</summary>
/// <param name="Host">The host that was meant.</param>
/// <param name="Path">The path there.</param>
/// <param name="Fields">Of the form and the query.</param>
public sealed record TokenRequest(string Host, string Path, IReadOnlyDictionary<string, string> Fields);
