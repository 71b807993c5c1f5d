using AccountNudge.Bot.Teams;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Tests.Slack.Outbound;
using AccountNudge.Testing;
using AccountNudge.Testing.Teams;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Bot.Tests.Teams.Api;

public sealed class AccessTokensTests : IAsyncLifetime
{
    private const string AppId = "12345678-1234-1234-1234-123456789abc";
    private const string TenantId = "aaaaaaaa-1234-1234-1234-123456789abc";

    private readonly MovedTime time = new();
    private FakeAuthority authority = null!;

    public async ValueTask InitializeAsync() => authority = await FakeAuthority.Start();

    public ValueTask DisposeAsync() => authority.DisposeAsync();

    [Fact]
    public async Task The_secret_is_exchanged_for_a_token_and_nobody_else_is_asked()
    {
        using var tokens = BySecret();

        (await tokens.Get(null, default)).ShouldBe(("token-1", null));

        var asked = authority.Requests.ShouldHaveSingleItem();
        asked.Host.ShouldBe(authority.Url.Authority);
        asked.Path.ShouldBe($"/{TenantId}/oauth2/v2.0/token");
        asked.Fields["grant_type"].ShouldBe("client_credentials");
        asked.Fields["client_id"].ShouldBe(AppId);
        asked.Fields["client_secret"].ShouldBe("the secret");
        asked.Fields["scope"].ShouldContain("https://api.botframework.com/.default");
    }

    [Fact]
    public async Task The_usual_authority_is_taken_as_it_is_too()
    {
        using var tokens = BySecret(new Uri("https://login.microsoftonline.com/"));

        (await tokens.Get(null, default)).Token.ShouldBe("token-1");

        var asked = authority.Requests.ShouldHaveSingleItem();
        asked.Host.ShouldBe("login.microsoftonline.com");
        asked.Path.ShouldBe($"/{TenantId}/oauth2/v2.0/token");
    }

    [Fact]
    public async Task The_machines_identity_is_asked_of_the_machine()
    {
        using var tokens = new AccessTokens(Settings() with { ManagedIdentityClientId = AppId }, authority.Way(), time, NullLogger<AccessTokens>.Instance);

        (await tokens.Get(null, default)).Token.ShouldStartWith("token-");
        (await tokens.Get(null, default)).Token.ShouldStartWith("token-");

        var asked = authority.Requests.ShouldHaveSingleItem();
        asked.Host.ShouldBe("169.254.169.254");
        asked.Path.ShouldBe("/metadata/identity/oauth2/token");
        asked.Fields["resource"].ShouldBe("https://api.botframework.com");
        asked.Fields["client_id"].ShouldBe(AppId);
    }

    [Fact]
    public async Task A_token_is_fetched_once_for_all_who_need_it()
    {
        using var tokens = BySecret();

        var had = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.Get(null, default)));

        had.ShouldAllBe(one => one.Token == "token-1");
        authority.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_that_ends_soon_is_replaced()
    {
        authority.Lifetime = 60;
        using var tokens = BySecret();

        (await tokens.Get(null, default)).Token.ShouldBe("token-1");
        (await tokens.Get(null, default)).Token.ShouldBe("token-2");
    }

    [Fact]
    public async Task A_refused_token_is_exchanged_once_and_not_again_before_a_minute_is_over()
    {
        using var tokens = BySecret();
        await tokens.Get(null, default);

        var had = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.Get("token-1", default)));
        had.ShouldAllBe(one => one.Token == "token-2");
        authority.Requests.Count.ShouldBe(2);

        (await tokens.Get("token-2", default)).Failure.ShouldNotBeNull();
        authority.Requests.Count.ShouldBe(2);
        (await tokens.Get(null, default)).Token.ShouldBe("token-2", "others may be luckier");

        time.Pass(TimeSpan.FromMinutes(1));
        (await tokens.Get("token-2", default)).Token.ShouldBe("token-3");
    }

    [Fact]
    public async Task The_same_token_again_is_none()
    {
        authority.IsStubborn = true;
        using var tokens = BySecret();
        await tokens.Get(null, default);

        (await tokens.Get("token-always", default)).Failure.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_authority_that_gives_none_is_left_alone_for_a_while(int failure)
    {
        authority.Failure = failure;
        using var tokens = BySecret();

        (await tokens.Get(null, default)).Failure!.After.TotalSeconds.ShouldBeInRange(1, 2);
        (await tokens.Get(null, default)).Failure!.After.TotalSeconds.ShouldBeInRange(0.1, 2);
        authority.Requests.Count.ShouldBe(1);

        time.Pass(TimeSpan.FromSeconds(2));
        (await tokens.Get(null, default)).Failure!.After.TotalSeconds.ShouldBeInRange(2, 4);
        authority.Failure = null;
        time.Pass(TimeSpan.FromSeconds(4));
        (await tokens.Get(null, default)).Token.ShouldBe("token-1");
    }

    [Fact]
    public async Task An_authority_that_cannot_be_reached_is_a_matter_of_waiting()
    {
        using var tokens = new AccessTokens(
            Settings(new Uri($"https://127.0.0.1:{FreePort.Next()}/")) with { ClientSecret = "s" }, time, NullLogger<AccessTokens>.Instance);

        (await tokens.Get(null, default)).Failure.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_authority_with_a_certificate_nobody_vouches_for_is_not_trusted()
    {
        using var tokens = new AccessTokens(Settings() with { ClientSecret = "the secret" }, time, NullLogger<AccessTokens>.Instance);

        (await tokens.Get(null, default)).Failure.ShouldNotBeNull();
        authority.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task None_is_needed_where_traffic_without_tokens_is_let_in()
    {
        using var tokens = new AccessTokens(Settings() with { ClientSecret = "the secret", AllowUnauthenticated = true }, authority.Way(), time, NullLogger<AccessTokens>.Instance);

        (await tokens.Get(null, default)).ShouldBe((null, null));
        authority.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_waits_may_stop_waiting()
    {
        using var tokens = BySecret();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => tokens.Get(null, stop.Token));
        (await tokens.Get(null, default)).Token.ShouldBe("token-1");
    }

    private AccessTokens BySecret(Uri? authorityUrl = null) =>
        new(Settings(authorityUrl) with { ClientSecret = "the secret" }, authority.Way(), time, NullLogger<AccessTokens>.Instance);

    private TeamsSettings Settings(Uri? authorityUrl = null) => new()
    {
        AppId = AppId,
        TenantId = TenantId,
        OpenIdMetadataUrl = new Uri("https://127.0.0.1/"),
        AuthorityUrl = authorityUrl ?? authority.Url,
    };
}
