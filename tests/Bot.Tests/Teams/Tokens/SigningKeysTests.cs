using System.Text.Json;
using AccountNudge.Bot.Teams.Tokens;
using AccountNudge.Testing;

namespace AccountNudge.Bot.Tests.Teams.Tokens;

public sealed class SigningKeysTests
{
    [Fact]
    public async Task Keys_are_read_once_for_all_who_come_at_the_same_time()
    {
        await using var door = await Door.Build();
        var token = door.Token();

        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => door.Check(token)))).ShouldAllBe(verdict => verdict == Verdict.Accepted);

        door.Issuer.MetadataRequests.ShouldBe(1);
        door.Issuer.KeyRequests.ShouldBe(1);
    }

    [Fact]
    public async Task New_keys_are_found_at_once_with_one_reading()
    {
        await using var door = await Door.Build();
        await door.Check(door.Token());
        var old = door.Token();
        door.Time.Pass(TimeSpan.FromMinutes(2));
        door.Issuer.Rotate();
        var token = door.Token();

        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => door.Check(token)))).ShouldAllBe(verdict => verdict == Verdict.Accepted);

        door.Issuer.KeyRequests.ShouldBe(2);
        (await door.Check(old)).ShouldBe(Verdict.Unauthenticated, "a key that was taken back is no good any more");
    }

    [Fact]
    public async Task Invented_key_ids_do_not_make_us_ask_again_and_again()
    {
        await using var door = await Door.Build();
        await door.Check(door.Token());

        for (var forged = 0; forged < 30; forged++)
            (await door.Check(door.Issuer.Sign(door.Claims(), keyId: $"forged-{forged}"))).ShouldBe(Verdict.Unauthenticated);
        door.Issuer.MetadataRequests.ShouldBe(1);
        (await door.Check(door.Token())).ShouldBe(Verdict.Accepted);

        door.Time.Pass(TimeSpan.FromMinutes(1));
        for (var forged = 0; forged < 30; forged++) await door.Check(door.Issuer.Sign(door.Claims(), keyId: $"forged-{forged}"));
        door.Issuer.MetadataRequests.ShouldBe(2);
    }

    [Fact]
    public async Task Keys_are_asked_for_only_when_a_token_could_be_one_of_theirs()
    {
        await using var door = await Door.Build();

        await door.Check("garbage");
        await door.Check(door.With("iss", "https://evil.example"));
        await door.Check(door.Issuer.Sign(door.Claims(), algorithm: "none"));

        door.Issuer.MetadataRequests.ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_is_let_in_while_keys_cannot_be_read_and_soon_after_everybody_is()
    {
        await using var door = await Door.Build();
        door.Issuer.IsDown = true;

        (await door.Check(door.Token())).ShouldBe(Verdict.Unauthenticated);
        (await door.Check(door.Token())).ShouldBe(Verdict.Unauthenticated);
        door.Issuer.MetadataRequests.ShouldBe(1);

        door.Issuer.IsDown = false;
        door.Time.Pass(TimeSpan.FromSeconds(5));
        (await door.Check(door.Token())).ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public async Task Keys_are_read_anew_daily_and_kept_while_that_fails()
    {
        await using var door = await Door.Build();
        await door.Check(door.Token());
        door.Time.Pass(TimeSpan.FromHours(23));
        await door.Check(door.Token());
        door.Issuer.MetadataRequests.ShouldBe(1);

        door.Issuer.IsDown = true;
        door.Time.Pass(TimeSpan.FromHours(2));
        for (var caller = 0; caller < 10; caller++) (await door.Check(door.Token())).ShouldBe(Verdict.Accepted);
        door.Issuer.MetadataRequests.ShouldBe(2);

        door.Issuer.IsDown = false;
        var old = door.Token();
        door.Issuer.Rotate();
        door.Time.Pass(TimeSpan.FromMinutes(1));
        (await door.Check(old)).ShouldBe(Verdict.Unauthenticated);
        (await door.Check(door.Token())).ShouldBe(Verdict.Accepted);
    }

    [Fact]
    public async Task Whoever_asks_may_stop_asking_without_stopping_the_others()
    {
        await using var door = await Door.Build();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var token = door.Token();

        await Should.ThrowAsync<OperationCanceledException>(() => door.Tokens.Check($"Bearer {token}", "msteams", Door.ServiceUrl, stop.Token));
        (await door.Check(token)).ShouldBe(Verdict.Accepted);
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
        await using var door = await Door.Build(metadataUrl: metadataUrl);
        door.Issuer.OtherKeysUrl = keysUrl;

        (await door.Check(door.Token())).ToString().ShouldBe(verdict);
        door.Issuer.MetadataRequests.ShouldBe(metadataRequests);
        door.Issuer.KeyRequests.ShouldBe(keyRequests);
    }

    [Fact]
    public async Task Metadata_nobody_answers_for_lets_nobody_in()
    {
        await using var door = await Door.Build();
        await door.Issuer.DisposeAsync();

        (await door.Check(door.Token())).ShouldBe(Verdict.Unauthenticated);
    }

    [Fact]
    public async Task An_issuer_that_says_nothing_is_not_waited_for_and_known_keys_still_open()
    {
        await using var door = await Door.Build(limit: TimeSpan.FromSeconds(1));
        // A busy machine may be too slow for so short a limit at first.
        while (await door.Check(door.Token()) != Verdict.Accepted) door.Time.Pass(TimeSpan.FromSeconds(5));
        var before = door.Issuer.MetadataRequests;
        door.Issuer.IsSilent = true;
        door.Time.Pass(TimeSpan.FromDays(1));

        (await door.Check(door.Token())).ShouldBe(Verdict.Accepted);
        await Wait.Until(() => door.Issuer.MetadataRequests == before + 1);
    }

    [Fact]
    public async Task Who_comes_with_a_known_key_waits_but_a_moment_for_an_issuer_that_says_nothing()
    {
        await using var door = await Door.Build(limit: TimeSpan.FromMinutes(1), patience: TimeSpan.FromMilliseconds(50));
        await door.Check(door.Token());
        door.Issuer.IsSilent = true;
        door.Time.Pass(TimeSpan.FromDays(1));

        var known = door.Check(door.Token());
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
