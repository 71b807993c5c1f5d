using System.Text.Json;
using AccountNudge.Bot.Teams.Tokens;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.Tokens;

public sealed class SigningKeysTests
{
    [Fact]
    public async Task Keys_are_read_once_for_all_who_come_at_the_same_time()
    {
        await using var fixture = await TokenFixture.Build();
        var token = fixture.Token();

        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.Check(token)))).ShouldAllBe(verdict => verdict == Verdict.Accepted);

        fixture.Issuer.MetadataRequests.ShouldBe(1);
        fixture.Issuer.KeyRequests.ShouldBe(1);
    }

    [Fact]
    public async Task New_keys_are_found_at_once_with_one_reading()
    {
        await using var fixture = await TokenFixture.Build();
        await fixture.Check(fixture.Token());
        var old = fixture.Token();
        fixture.Time.Pass(TimeSpan.FromMinutes(2));
        fixture.Issuer.Rotate();
        var token = fixture.Token();

        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => fixture.Check(token)))).ShouldAllBe(verdict => verdict == Verdict.Accepted);

        fixture.Issuer.KeyRequests.ShouldBe(2);
        (await fixture.Check(old)).ShouldBe(Verdict.Unauthenticated, "a key that was taken back is no good any more");
    }

    [Fact]
    public async Task Invented_key_ids_do_not_make_us_ask_again_and_again()
    {
        await using var fixture = await TokenFixture.Build();
        await fixture.Check(fixture.Token());

        for (var forged = 0; forged < 30; forged++)
            (await fixture.Check(fixture.Issuer.Sign(fixture.Claims(), keyId: $"forged-{forged}"))).ShouldBe(Verdict.Unauthenticated);
        fixture.Issuer.MetadataRequests.ShouldBe(1);
        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Accepted);

        fixture.Time.Pass(TimeSpan.FromMinutes(1));
        for (var forged = 0; forged < 30; forged++) await fixture.Check(fixture.Issuer.Sign(fixture.Claims(), keyId: $"forged-{forged}"));
        fixture.Issuer.MetadataRequests.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_are_asked_for_only_when_a_token_could_be_one_of_theirs()
    {
        await using var fixture = await TokenFixture.Build();

        await fixture.Check("garbage");
        await fixture.Check(fixture.With("iss", "https://evil.example"));
        await fixture.Check(fixture.Issuer.Sign(fixture.Claims(), algorithm: "none"));

        fixture.Issuer.MetadataRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_let_in_while_keys_cannot_be_read_and_soon_after_everybody_is()
    {
        await using var fixture = await TokenFixture.Build();
        fixture.Issuer.IsDown = true;

        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Unauthenticated);
        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Unauthenticated);
        fixture.Issuer.MetadataRequests.ShouldBe(1);

        fixture.Issuer.IsDown = false;
        fixture.Time.Pass(TimeSpan.FromSeconds(5));
        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public async Task Keys_are_read_anew_daily_and_kept_while_that_fails()
    {
        await using var fixture = await TokenFixture.Build();
        await fixture.Check(fixture.Token());
        fixture.Time.Pass(TimeSpan.FromHours(23));
        await fixture.Check(fixture.Token());
        fixture.Issuer.MetadataRequests.ShouldBe(1);

        fixture.Issuer.IsDown = true;
        fixture.Time.Pass(TimeSpan.FromHours(2));
        for (var caller = 0; caller < 10; caller++) (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Accepted);
        fixture.Issuer.MetadataRequests.ShouldBe(2);

        fixture.Issuer.IsDown = false;
        var old = fixture.Token();
        fixture.Issuer.Rotate();
        fixture.Time.Pass(TimeSpan.FromMinutes(1));
        (await fixture.Check(old)).ShouldBe(Verdict.Unauthenticated);
        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public async Task Whoever_asks_may_stop_asking_without_stopping_the_others()
    {
        await using var fixture = await TokenFixture.Build();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var token = fixture.Token();

        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Tokens.Check($"Bearer {token}", "msteams", TokenFixture.ServiceUrl, stop.Token));
        (await fixture.Check(token)).ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("https://login.botframework.com/v1/metadata", "https://login.botframework.com/keys", "Accepted", 1, 1)]
    [InlineData("http://127.0.0.1/v1/metadata", "http://localhost/keys", "Accepted", 1, 1)]
    [InlineData("https://login.botframework.com/v1/metadata", "http://login.botframework.com/keys", "Unauthenticated", 1, 0)]
    [InlineData("https://login.botframework.com/v1/metadata", "http://127.0.0.1/keys", "Unauthenticated", 1, 0)]
    [InlineData("https://login.botframework.com/v1/metadata", "file:///keys", "Unauthenticated", 1, 0)]
    [InlineData("https://login.botframework.com/v1/metadata", "/keys", "Unauthenticated", 1, 0)]
    [InlineData("https://login.botframework.com/v1/metadata", "", "Unauthenticated", 1, 0)]
    [InlineData("http://login.botframework.com/v1/metadata", "https://login.botframework.com/keys", "Unauthenticated", 0, 0)]
    public async Task Keys_come_by_https_or_from_this_machine(string metadataUrl, string keysUrl, string verdict, int metadataRequests, int keyRequests)
    {
        await using var fixture = await TokenFixture.Build(metadataUrl: metadataUrl);
        fixture.Issuer.OtherKeysUrl = keysUrl;

        (await fixture.Check(fixture.Token())).ToString().ShouldBe(verdict);
        fixture.Issuer.MetadataRequests.ShouldBe(metadataRequests);
        fixture.Issuer.KeyRequests.ShouldBe(keyRequests);
    }

    [Fact]
    public async Task Metadata_nobody_answers_for_lets_nobody_in()
    {
        await using var fixture = await TokenFixture.Build();
        await fixture.Issuer.DisposeAsync();

        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Unauthenticated);
    }

    [Fact]
    public async Task An_issuer_that_says_nothing_is_not_waited_for_and_known_keys_still_open()
    {
        await using var fixture = await TokenFixture.Build(limit: TimeSpan.FromSeconds(1));
        // A busy machine may be too slow for so short a limit at first.
        while (await fixture.Check(fixture.Token()) != Verdict.Accepted) fixture.Time.Pass(TimeSpan.FromSeconds(5));
        var before = fixture.Issuer.MetadataRequests;
        fixture.Issuer.IsSilent = true;
        fixture.Time.Pass(TimeSpan.FromDays(1));

        (await fixture.Check(fixture.Token())).ShouldBe(Verdict.Accepted);
        await Wait.Until(() => fixture.Issuer.MetadataRequests == before + 1);
    }

    [Fact]
    public async Task Who_comes_with_a_known_key_waits_but_a_moment_for_an_issuer_that_says_nothing()
    {
        await using var fixture = await TokenFixture.Build(limit: TimeSpan.FromMinutes(1), patience: TimeSpan.FromMilliseconds(50));
        await fixture.Check(fixture.Token());
        fixture.Issuer.IsSilent = true;
        fixture.Time.Pass(TimeSpan.FromDays(1));

        var known = fixture.Check(fixture.Token());
        (await known.WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(Verdict.Accepted);
    }

    [Theory]
    [InlineData("""{}""", "")]
    [InlineData("""[]""", "")]
    [InlineData("""{"keys":"none"}""", "")]
    [InlineData("""{"keys":[1,null,{}]}""", "")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"a","n":"AQ","e":"AQAB"}]}""", "a:")]
    [InlineData("""{"keys":[{"kty":"RSA","use":"enc","kid":"a","n":"AQ","e":"AQAB"}]}""", "")]
    [InlineData("""{"keys":[{"kty":"oct","kid":"a","k":"AQ"}]}""", "")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"a","n":"AQ","e":"AQAB","endorsements":"msteams"}]}""", "a:")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"a","n":"AQ","e":"AQAB","endorsements":["msteams",1,null]}]}""", "a:msteams")]
    [InlineData("""{"keys":[{"kty":"RSA","kid":"a","n":"AQ","e":"AQAB","endorsements":["one"]},{"kty":"RSA","kid":"a","n":"AQ","e":"AQAB","endorsements":["two"]}]}""", "a:one")]
    public void Only_what_is_clear_is_a_key(string keySet, string keys) =>
        string.Join(' ', SigningKey.ReadAll(JsonDocument.Parse(keySet).RootElement).Select(key => $"{key.Key}:{string.Join(',', key.Value.Endorsements)}")).ShouldBe(keys);
}
