using System.Text.Json.Nodes;
using AccountNudge.Bot.Teams.Tokens;
using AccountNudge.Testing.Teams;

namespace AccountNudge.Bot.Tests.Teams.Tokens;

public sealed class InboundTokensTests
{
    /// <summary>Tokens by what is the matter with them.</summary>
    private static readonly Dictionary<string, Func<Door, string>> Tokens = new(StringComparer.Ordinal)
    {
        ["in order"] = door => door.Token(),
        ["signed with RS384"] = door => door.Issuer.Sign(door.Claims(), algorithm: "RS384"),
        ["signed with RS512"] = door => door.Issuer.Sign(door.Claims(), algorithm: "RS512"),
        ["service URL in capitals"] = door => door.With("serviceurl", Door.ServiceUrl.ToUpperInvariant()),
        ["several audiences with ours"] = door => door.With("aud", new JsonArray("another", Door.AppId)),
        ["expired within the skew"] = door => door.With("exp", door.In(-4.5)),
        ["valid soon within the skew"] = door => door.With("nbf", door.In(4.5)),
        ["without a beginning"] = door => door.With("nbf", null),
        ["garbage"] = _ => "garbage",
        ["garbage in three parts"] = _ => "a.b.c",
        ["empty"] = _ => "",
        ["encrypted"] = door => door.Token() + ".a.b",
        ["another audience"] = door => door.With("aud", "87654321-1234-1234-1234-123456789abc"),
        ["no audience"] = door => door.With("aud", null),
        ["another issuer"] = door => door.With("iss", "https://login.microsoftonline.com/x/v2.0"),
        ["no issuer"] = door => door.With("iss", null),
        ["expired"] = door => door.With("exp", door.In(-5.5)),
        ["without an end"] = door => door.With("exp", null),
        ["not yet valid"] = door => door.With("nbf", door.In(5.5)),
        ["unsigned"] = door => door.Issuer.Sign(door.Claims(), algorithm: "none"),
        ["the public key as a secret"] = door => door.Issuer.Sign(door.Claims(), algorithm: "HS256"),
        ["signed with PS256"] = door => door.Issuer.Sign(door.Claims(), algorithm: "PS256"),
        ["signature cut off"] = door => door.Token()[..(door.Token().LastIndexOf('.') + 1)],
        ["changed after signing"] = door => Spoiled(door.Token()),
        ["an unknown key"] = door => door.Issuer.Sign(door.Claims(), new IssuerKey("msteams")),
        ["an unknown key with a known name"] = door => door.Issuer.Sign(door.Claims(), new IssuerKey("msteams"), keyId: door.Issuer.Key.Id),
        ["no key named"] = door => door.Issuer.Sign(door.Claims(), keyId: ""),
        ["a key for another channel"] = door => door.Issuer.Sign(door.Claims(), Published(door, "webchat")),
        ["a key for no channel"] = door => door.Issuer.Sign(door.Claims(), Published(door)),
        ["a key without endorsements"] = door => door.Issuer.Sign(door.Claims(), Published(door, null)),
        ["another service URL"] = door => door.With("serviceurl", "https://smba.trafficmanager.net/amer/"),
        ["an empty service URL"] = door => door.With("serviceurl", ""),
        ["a service URL that is none"] = door => door.With("serviceurl", 7),
        ["no service URL"] = door => door.With("serviceurl", null),
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
        await using var door = await Door.Build();

        (await door.Check(Tokens[matter](door))).ToString().ShouldBe(verdict);
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
        await using var door = await Door.Build();

        (await door.Tokens.Check(header?.Replace("{token}", door.Token()), "msteams", Door.ServiceUrl, default)).ShouldBe(Verdict.Unauthenticated);
        (await door.Tokens.Check($"bearer {door.Token()}", "msteams", Door.ServiceUrl, default)).ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("webchat", Door.ServiceUrl)]
    [InlineData("", Door.ServiceUrl)]
    [InlineData("MSTEAMS", Door.ServiceUrl)]
    [InlineData("msteams", "")]
    [InlineData("msteams", "https://evil.example/")]
    public async Task A_good_token_lets_no_other_activity_in(string channelId, string serviceUrl)
    {
        await using var door = await Door.Build();

        (await door.Check(door.Token(), channelId, serviceUrl)).ShouldBe(Verdict.Forbidden);
    }

    [Fact]
    public async Task Nobody_is_let_in_while_there_is_no_app_to_be_let_in_to()
    {
        await using var door = await Door.Build(appId: null);

        (await door.Check(door.Token())).ShouldBe(Verdict.Unauthenticated);
        (await door.Tokens.Check(null, "msteams", Door.ServiceUrl, default)).ShouldBe(Verdict.Unauthenticated);
    }

    [Fact]
    public async Task Where_traffic_without_tokens_is_let_in_a_token_is_checked_nevertheless()
    {
        await using var door = await Door.Build(allowUnauthenticated: true);

        (await door.Tokens.Check(null, "msteams", "http://localhost:1/", default)).ShouldBe(Verdict.Accepted);
        (await door.Check("garbage")).ShouldBe(Verdict.Unauthenticated);
        (await door.Check(door.Issuer.Sign(door.Claims(), new IssuerKey("msteams")))).ShouldBe(Verdict.Unauthenticated);
        (await door.Check(door.Token(), serviceUrl: "http://localhost:1/")).ShouldBe(Verdict.Forbidden);
        (await door.Check(door.Token())).ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public async Task Where_traffic_without_tokens_is_let_in_and_there_is_no_app_a_token_means_nothing()
    {
        await using var door = await Door.Build(appId: null, allowUnauthenticated: true);

        (await door.Check("garbage")).ShouldBe(Verdict.Accepted);
        door.Issuer.MetadataRequests.ShouldBe(0);
    }

    /// <summary>A key that the issuer really has, beside its own.</summary>
    private static IssuerKey Published(Door door, params string[]? endorsements)
    {
        var key = new IssuerKey(endorsements);
        door.Issuer.Publish(key);
        return key;
    }

    /// <summary>One letter of the payload is another.</summary>
    private static string Spoiled(string token)
    {
        var at = token.IndexOf('.') + 20;
        return $"{token[..at]}{(token[at] == 'A' ? 'B' : 'A')}{token[(at + 1)..]}";
    }
}
