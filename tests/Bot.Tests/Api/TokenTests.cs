using AccountNudge.Bot.Conversation.Access;
using AccountNudge.Bot.Tests.Conversation;
using AccountNudge.Core.Access;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Api;

/// <summary>Managers give other systems access and take it back, in chat.</summary>
public sealed class TokenTests
{
    [Fact]
    public async Task It_is_shown_to_the_asker_once_and_stored_as_its_hash_alone()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");

        var made = await talk.Say(Ben, "token create Telephones may talks and briefs");

        made.OnlyAsker.ShouldBeTrue();
        var secret = ApiHost.SecretIn(made);
        await using var store = talk.Stores.Open(Scope.Nothing);
        var token = await store.ApiTokens.IgnoreQueryFilters().SingleAsync();
        (token.Name, token.Scopes).ShouldBe(("Telephones", ApiScopes.Interactions | ApiScopes.Brief));
        token.Hash.ShouldBe(Secret.HashOf(secret));
        var listed = await talk.Say(Ben, "tokens");
        listed.OnlyAsker.ShouldBeTrue();
        CardText.Of(listed).ShouldContain("Telephones · notes talks, reads briefs");
        CardText.Of(listed).ShouldContain("not used yet");
        CardText.Of(listed).ShouldNotContain(secret);
    }

    [Fact]
    public async Task Only_managers_may()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await talk.Say(Anna, "settings");
        await talk.Say(Ben, "team manager @[U-BEN|Ben]");
        await talk.Say(Ben, "token create Telephones");

        foreach (var line in (string[])["token create Mail", "token list", "token revoke Telephones"]) CardText.Of(await talk.Say(Anna, line)).ShouldContain("Only managers");

        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.ApiTokens.IgnoreQueryFilters().SingleAsync()).RevokedAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_list_says_when_it_was_used_and_its_button_ends_it()
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        var token = await ApiRecordingTests.Token(talk);
        await using var host = await ApiHost.Run(talk);
        await host.Brief("+491711234567", token);

        var listed = await talk.Say(Ben, "token list");
        CardText.Of(listed).ShouldContain("last used today");
        var form = await talk.Press(Ben, listed, "token.revoke");
        CardText.Of(await talk.Submit(Ben, form)).ShouldContain("Telephones is disconnected");

        (await host.Brief("+491711234567", token)).Status.ShouldBe(401);
        CardText.Of(await talk.Say(Ben, "token list")).ShouldContain("No other system");
        (await talk.Say(Ben, "token create Telephones")).Card!.Headline.Plain.ShouldContain("Telephones can now connect");
    }

    [Theory]
    [InlineData("token create Telephones", "already connected")]
    [InlineData("token create telephones", "already connected")]
    [InlineData("token create Mail may dance", "I know talks, complaints and briefs")]
    [InlineData("token revoke Mail", "don’t know a connected system")]
    public async Task What_does_not_fit_is_said(string line, string said)
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00");
        await ApiRecordingTests.Token(talk);

        CardText.Of(await talk.Say(Ben, line)).ShouldContain(said);
    }

    [Theory]
    [InlineData("", ApiScopes.All)]
    [InlineData("talks", ApiScopes.Interactions)]
    [InlineData("Gespräche, Kurzprofile", ApiScopes.Interactions | ApiScopes.Brief)]
    [InlineData("Beschwerden und Kurzprofile", ApiScopes.Complaints | ApiScopes.Brief)]
    [InlineData("briefs and complaints", ApiScopes.Complaints | ApiScopes.Brief)]
    public void What_it_may_do_is_said_in_either_language(string words, ApiScopes scopes) => TokenTexts.ReadScopes(words).ShouldBe(scopes);

    [Fact]
    public void No_two_secrets_are_alike_and_only_what_can_be_one_is_looked_up()
    {
        var secrets = Enumerable.Range(0, 200).Select(_ => Secret.New(ApiToken.Prefix).Text).ToList();
        secrets.ShouldBeUnique();
        secrets.ShouldAllBe(secret => secret.All(char.IsAsciiLetterOrDigit));
        Secret.Read(ApiToken.Prefix, secrets[0]).ShouldBe(Secret.HashOf(secrets[0]));
        foreach (var wrong in (string?[])[null, "", ApiToken.Prefix, secrets[0] + "a", secrets[0].ToUpperInvariant(), secrets[0][..^1] + "-"]) Secret.Read(ApiToken.Prefix, wrong).ShouldBeNull(wrong);
        Secret.Read(CalendarFeed.Prefix, secrets[0]).ShouldBeNull();
        new Secret("secret", []).ToString().ShouldNotContain("secret", Case.Sensitive);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_kept_for_a_key_goes_after_a_while_and_the_record_stays(bool onPostgres)
    {
        using var talk = await ApiRecordingTests.Team("2027-03-10T10:00", onPostgres);
        var token = await ApiRecordingTests.Token(talk);
        await using var host = await ApiHost.Run(talk);
        await host.Post("interactions", token, """{"account":"Weber","kind":"call"}""", "call-1");

        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.ApiReceipts.IgnoreQueryFilters().CountAsync()).ShouldBe(1);
        await store.Tidy(talk.Now + NodaTime.Duration.FromDays(1), TestContext.Current.CancellationToken);

        (await store.ApiReceipts.IgnoreQueryFilters().CountAsync()).ShouldBe(0);
        (await store.Interactions.IgnoreQueryFilters().CountAsync()).ShouldBe(1);
    }
}
