using System.Text.Json.Nodes;
using AccountNudge.Bot.Teams.Tokens;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Bot.Tests.Teams.Tokens;

public sealed class InboundTokensTests
{
    /// <summary>Tokens by what is the matter with them.</summary>
    private static readonly Dictionary<string, Func<TokenFixture, string>> Tokens = new(StringComparer.Ordinal)
    {
        ["in order"] = fixture => fixture.Token(),
        ["signed with RS384"] = fixture => fixture.Issuer.Sign(fixture.Claims(), algorithm: "RS384"),
        ["signed with RS512"] = fixture => fixture.Issuer.Sign(fixture.Claims(), algorithm: "RS512"),
        ["service URL in capitals"] = fixture => fixture.With("serviceurl", TokenFixture.ServiceUrl.ToUpperInvariant()),
        ["several audiences with ours"] = fixture => fixture.With("aud", new JsonArray("another", TokenFixture.AppId)),
        ["expired within the skew"] = fixture => fixture.With("exp", fixture.In(-4.5)),
        ["valid soon within the skew"] = fixture => fixture.With("nbf", fixture.In(4.5)),
        ["without a beginning"] = fixture => fixture.With("nbf", null),
        ["garbage"] = _ => "garbage",
        ["garbage in three parts"] = _ => "a.b.c",
        ["empty"] = _ => "",
        ["encrypted"] = fixture => fixture.Token() + ".a.b",
        ["another audience"] = fixture => fixture.With("aud", "87654321-1234-1234-1234-123456789abc"),
        ["no audience"] = fixture => fixture.With("aud", null),
        ["another issuer"] = fixture => fixture.With("iss", "https://login.microsoftonline.com/x/v2.0"),
        ["no issuer"] = fixture => fixture.With("iss", null),
        ["expired"] = fixture => fixture.With("exp", fixture.In(-5.5)),
        ["without an end"] = fixture => fixture.With("exp", null),
        ["not yet valid"] = fixture => fixture.With("nbf", fixture.In(5.5)),
        ["unsigned"] = fixture => fixture.Issuer.Sign(fixture.Claims(), algorithm: "none"),
        ["the public key as a secret"] = fixture => fixture.Issuer.Sign(fixture.Claims(), algorithm: "HS256"),
        ["signed with PS256"] = fixture => fixture.Issuer.Sign(fixture.Claims(), algorithm: "PS256"),
        ["signature cut off"] = fixture => fixture.Token()[..(fixture.Token().LastIndexOf('.') + 1)],
        ["changed after signing"] = fixture => Spoiled(fixture.Token()),
        ["an unknown key"] = fixture => fixture.Issuer.Sign(fixture.Claims(), new IssuerKey("msteams")),
        ["an unknown key with a known name"] = fixture => fixture.Issuer.Sign(fixture.Claims(), new IssuerKey("msteams"), keyId: fixture.Issuer.Key.Id),
        ["no key named"] = fixture => fixture.Issuer.Sign(fixture.Claims(), keyId: ""),
        ["a key for another channel"] = fixture => fixture.Issuer.Sign(fixture.Claims(), Published(fixture, "webchat")),
        ["a key for no channel"] = fixture => fixture.Issuer.Sign(fixture.Claims(), Published(fixture)),
        ["a key without endorsements"] = fixture => fixture.Issuer.Sign(fixture.Claims(), Published(fixture, null)),
        ["another service URL"] = fixture => fixture.With("serviceurl", "https://smba.trafficmanager.net/amer/"),
        ["an empty service URL"] = fixture => fixture.With("serviceurl", ""),
        ["a service URL that is none"] = fixture => fixture.With("serviceurl", 7),
        ["no service URL"] = fixture => fixture.With("serviceurl", null),
    };

    [Theory]
    [InlineData("in order", "Accepted")]
    [InlineData("signed with RS384", "Accepted")]
    [InlineData("signed with RS512", "Accepted")]
    [InlineData("service URL in capitals", "Accepted")]
    [InlineData("several audiences with ours", "Accepted")]
    [InlineData("expired within the skew", "Accepted")]
    [InlineData("valid soon within the skew", "Accepted")]
    [InlineData("without a beginning", "Accepted")]
    [InlineData("garbage", "Unauthenticated")]
    [InlineData("garbage in three parts", "Unauthenticated")]
    [InlineData("empty", "Unauthenticated")]
    [InlineData("encrypted", "Unauthenticated")]
    [InlineData("another audience", "Unauthenticated")]
    [InlineData("no audience", "Unauthenticated")]
    [InlineData("another issuer", "Unauthenticated")]
    [InlineData("no issuer", "Unauthenticated")]
    [InlineData("expired", "Unauthenticated")]
    [InlineData("without an end", "Unauthenticated")]
    [InlineData("not yet valid", "Unauthenticated")]
    [InlineData("unsigned", "Unauthenticated")]
    [InlineData("the public key as a secret", "Unauthenticated")]
    [InlineData("signed with PS256", "Unauthenticated")]
    [InlineData("signature cut off", "Unauthenticated")]
    [InlineData("changed after signing", "Unauthenticated")]
    [InlineData("an unknown key", "Unauthenticated")]
    [InlineData("an unknown key with a known name", "Unauthenticated")]
    [InlineData("no key named", "Unauthenticated")]
    [InlineData("a key for another channel", "Forbidden")]
    [InlineData("a key for no channel", "Forbidden")]
    [InlineData("a key without endorsements", "Forbidden")]
    [InlineData("another service URL", "Forbidden")]
    [InlineData("an empty service URL", "Forbidden")]
    [InlineData("a service URL that is none", "Forbidden")]
    [InlineData("no service URL", "Forbidden")]
    public async Task Judges_a_token_by_what_is_the_matter_with_it(string matter, string verdict)
    {
        await using var fixture = await TokenFixture.Build();

        (await fixture.Check(Tokens[matter](fixture))).ToString().ShouldBe(verdict);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Bearer")]
    [InlineData("Basic {token}")]
    [InlineData("{token}")]
    [InlineData("Bearer {token} {token}")]
    [InlineData("Bearer, {token}")]
    public async Task Takes_nothing_but_a_bearer_token(string? header)
    {
        await using var fixture = await TokenFixture.Build();

        (await fixture.Tokens.Check(header?.Replace("{token}", fixture.Token()), "msteams", TokenFixture.ServiceUrl, default)).ShouldBe(Verdict.Unauthenticated);
        (await fixture.Tokens.Check($"bearer {fixture.Token()}", "msteams", TokenFixture.ServiceUrl, default)).ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("webchat", TokenFixture.ServiceUrl)]
    [InlineData("", TokenFixture.ServiceUrl)]
    [InlineData("MSTEAMS", TokenFixture.ServiceUrl)]
    [InlineData("msteams", "")]
    [InlineData("msteams", "https://evil.example/")]
    public async Task A_good_token_lets_no_other_activity_in(string channelId, string serviceUrl)
    {
        await using var fixture = await TokenFixture.Build();

        (await fixture.Check(fixture.Token(), channelId, serviceUrl)).ShouldBe(Verdict.Forbidden);
    }

    [Fact]
    public async Task Nobody_is_let_in_while_there_is_no_app_to_be_let_in_to()
    {
        await using var fixture = await TokenFixture.Build(appId: null);

        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Unauthenticated);
        (await fixture.Tokens.Check(null, "msteams", TokenFixture.ServiceUrl, default)).ShouldBe(Verdict.Unauthenticated);
    }

    [Fact]
    public async Task Where_traffic_without_tokens_is_let_in_a_token_is_checked_nevertheless()
    {
        await using var fixture = await TokenFixture.Build(allowUnauthenticated: true);

        (await fixture.Tokens.Check(null, "msteams", "http://localhost:1/", default)).ShouldBe(Verdict.Accepted);
        (await fixture.Check("garbage")).ShouldBe(Verdict.Unauthenticated);
        (await fixture.Check(fixture.Issuer.Sign(fixture.Claims(), new IssuerKey("msteams")))).ShouldBe(Verdict.Unauthenticated);
        (await fixture.Check(fixture.Token(), serviceUrl: "http://localhost:1/")).ShouldBe(Verdict.Forbidden);
        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public async Task Where_traffic_without_tokens_is_let_in_and_there_is_no_app_a_token_means_nothing()
    {
        await using var fixture = await TokenFixture.Build(appId: null, allowUnauthenticated: true);

        (await fixture.Check("garbage")).ShouldBe(Verdict.Accepted);
        fixture.Issuer.MetadataRequests.ShouldBe(0);
    }

    /// <summary>A key that the issuer really has, beside its own.</summary>
    private static IssuerKey Published(TokenFixture fixture, params string[]? endorsements)
    {
        var key = new IssuerKey(endorsements);
        fixture.Issuer.Publish(key);
        return key;
    }

    /// <summary>One letter of the payload is another.</summary>
    private static string Spoiled(string token)
    {
        var at = token.IndexOf('.') + 20;
        return $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}";
    }
}
