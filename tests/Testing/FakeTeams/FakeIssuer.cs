using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AccountNudge.Testing.Teams;

/// <summary>
/// Stands for login.botframework.com on a free loopback port: it tells its public keys with their endorsements, counts how often
/// it is asked, and signs whatever token one wants.
/// </summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    /// <summary>Who issues the Bot Framework's tokens.</summary>
    public const string Issuer = "https://api.botframework.com";

    private readonly Lock gate = new();
    private readonly List<IssuerKey> keys = [];
    private WebApplication app = null!;
    private int metadataRequests;
    private int keyRequests;

    private FakeIssuer()
    {
    }

    /// <summary>Where its OpenID metadata is.</summary>
    public Uri MetadataUrl { get; private set; } = null!;

    /// <summary>How often the metadata was read.</summary>
    public int MetadataRequests => Volatile.Read(ref metadataRequests);

    /// <summary>How often the keys were read.</summary>
    public int KeyRequests => Volatile.Read(ref keyRequests);

    /// <summary>It answers 503 to everything.</summary>
    public bool IsDown { get; set; }

    /// <summary>It takes requests and answers none.</summary>
    public bool IsSilent { get; set; }

    /// <summary>It names another address for its keys.</summary>
    public string? OtherKeysUrl { get; set; }

    /// <summary>The key it signs with: the last one published.</summary>
    public IssuerKey Key
    {
        get
        {
            lock (gate) return keys[^1];
        }
    }

    /// <summary>Starts one with a single key that may sign for Teams.</summary>
    public static async Task<FakeIssuer> Start()
    {
        var issuer = new FakeIssuer();
        issuer.Publish(IssuerKey.Usual("msteams"));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        issuer.app = builder.Build();
        issuer.app.Run(issuer.Answer);
        await issuer.app.StartAsync();
        issuer.MetadataUrl = new Uri(new Uri(issuer.app.Urls.Single()), "/v1/.well-known/openidconfiguration");
        return issuer;
    }

    /// <summary>A way to it from which no other leads away: every address ends up here, and is counted.</summary>
    public HttpMessageHandler Way() => new HostRedirection(MetadataUrl);

    /// <summary>Adds a key, and signs with it from now on.</summary>
    public void Publish(IssuerKey key)
    {
        lock (gate) keys.Add(key);
    }

    /// <summary>Takes all keys back and publishes another.</summary>
    public void Rotate()
    {
        lock (gate)
        {
            keys.Clear();
            keys.Add(new IssuerKey("msteams"));
        }
    }

    /// <summary>A token as Teams sends it, good for an hour.</summary>
    public string TokenFor(string appId, string serviceUrl, DateTimeOffset now) => Sign(ClaimsFor(appId, serviceUrl, now));

    /// <summary>What stands in such a token.</summary>
    public static JsonObject ClaimsFor(string appId, string serviceUrl, DateTimeOffset now) => new()
    {
        ["iss"] = Issuer,
        ["aud"] = appId,
        ["nbf"] = now.ToUnixTimeSeconds(),
        ["exp"] = now.AddHours(1).ToUnixTimeSeconds(),
        ["serviceurl"] = serviceUrl,
    };

    /// <summary>Signs any claims, with its own key unless told otherwise.</summary>
    /// <param name="claims">The payload.</param>
    /// <param name="key">Null for its own.</param>
    /// <param name="algorithm">RS256, RS384 or RS512; <c>none</c>; or HS256, which misuses the public key as a secret.</param>
    /// <param name="keyId">What the header calls the key; its own id unless told otherwise.</param>
    public string Sign(JsonObject claims, IssuerKey? key = null, string algorithm = "RS256", string? keyId = null)
    {
        var signer = key ?? Key;
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = keyId ?? signer.Id };
        var content = $"{Encode(header)}.{Encode(claims)}";
        return $"{content}.{Base64Url.EncodeToString(signer.Sign(Encoding.ASCII.GetBytes(content), algorithm))}";
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private Task Answer(HttpContext context)
    {
        if (context.Request.Path == "/keys") Interlocked.Increment(ref keyRequests);
        else Interlocked.Increment(ref metadataRequests);
        if (IsSilent) return Task.Delay(Timeout.Infinite, context.RequestAborted);
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync((context.Request.Path == "/keys" ? KeySet() : Metadata()).ToJsonString());
    }

    private JsonObject Metadata() => new()
    {
        ["issuer"] = Issuer,
        ["jwks_uri"] = OtherKeysUrl ?? new Uri(MetadataUrl, "/keys").AbsoluteUri,
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
    };

    private JsonObject KeySet()
    {
        lock (gate) return new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.Public())]) };
    }
}

/// <summary>A key pair of the issuer's, or of someone who would like to be it.</summary>
public sealed class IssuerKey
{
    /// <summary>Making a pair takes a while: every issuer begins with this one.</summary>
    private static readonly RSAParameters UsualPair = RSA.Create(2048).ExportParameters(includePrivateParameters: true);

    private readonly RSA rsa;
    private readonly string[]? endorsements;

    /// <summary>A pair nobody else has.</summary>
    /// <param name="endorsements">The channels it may sign for; null leaves them out altogether.</param>
    public IssuerKey(params string[]? endorsements)
        : this(RSA.Create(2048), endorsements)
    {
    }

    private IssuerKey(RSA rsa, string[]? endorsements) => (this.rsa, this.endorsements) = (rsa, endorsements);

    /// <summary>Its id.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The pair that every issuer begins with, under an id of its own.</summary>
    internal static IssuerKey Usual(params string[]? endorsements) => new(RSA.Create(UsualPair), endorsements);

    internal byte[] Sign(byte[] content, string algorithm) => algorithm switch
    {
        "RS256" => rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        "RS384" => rsa.SignData(content, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1),
        "RS512" => rsa.SignData(content, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
        "PS256" => rsa.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), content),
        "none" => [],
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm), algorithm, "Not an algorithm of the fake's."),
    };

    internal JsonObject Public()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = Id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (endorsements is not null) key["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        return key;
    }
}
