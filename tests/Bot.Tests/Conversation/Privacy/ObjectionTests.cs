using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Privacy;

/// <summary>Sabine Klein does not want to be thought of. Her birthday is on 15 March, it is Friday 5 March.</summary>
public class ObjectionTests
{
    [Fact]
    public async Task Nothing_is_suggested_about_them_any_more()
    {
        using var talk = await Known();
        CardText.Of(await talk.Say(Anna, "brief Sabine Klein", DirectOf(Anna))).ShouldContain("Sails");
        await talk.Say(Anna, "objection Sabine Klein", DirectOf(Anna));
        var brief = CardText.Of(await talk.Say(Anna, "brief Sabine Klein", DirectOf(Anna)));
        brief.ShouldContain("Objection: since 5 March 2027");
        brief.ShouldNotContain("Sails");
        brief.ShouldNotContain("15 March");
        await talk.Until("2027-05-15T10:00");

        talk.Cards.Values.Where(card => CardText.Of(card).Contains("Sabine", StringComparison.Ordinal)).Select(CardText.Of).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_we_owe_them_is_said_all_the_same()
    {
        using var talk = await Known();
        await talk.Say(Anna, "objection Sabine Klein", DirectOf(Anna));
        await talk.Say(Anna, "complaint Weber GmbH by Sabine Klein: late again");
        await talk.Until("2027-03-08T17:00");

        talk.Cards.Values.ShouldContain(card => CardText.Of(card).Contains("Sabine Klein", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_noted_once_and_can_be_taken_back()
    {
        using var talk = await Known();
        (await talk.Say(Anna, "widerspruch Sabine Klein")).OnlyAsker.ShouldBeTrue();
        CardText.Of(await talk.Say(Anna, "objection Sabine Klein")).ShouldContain("noted already, since 5 March 2027");
        CardText.Of(await talk.Say(Anna, "objection Sabine Klein taken back")).ShouldContain("objection taken back");
        CardText.Of(await talk.Say(Anna, "widerspruch Sabine Klein zurückgenommen")).ShouldContain("No objection is noted");
        await talk.Until("2027-03-15T10:00");
        talk.Cards.Values.ShouldContain(card => CardText.Of(card).Contains("Sabine Klein", StringComparison.Ordinal));

        await using var all = talk.Stores.Open(Scope.Nothing);
        (await all.Audit.IgnoreQueryFilters().OrderBy(entry => entry.At).ThenBy(entry => entry.Id).Select(entry => entry.Act).ToListAsync()).ShouldBe([PrivacyAct.Objected, PrivacyAct.ObjectionWithdrawn]);
    }

    [Fact]
    public async Task Of_the_dead_nothing_is_noted()
    {
        using var talk = await Known();
        await talk.Say(Anna, "deceased Sabine Klein");

        CardText.Of(await talk.Say(Anna, "objection Sabine Klein")).ShouldContain("They have died");
    }

    private static async Task<Talk> Known()
    {
        var talk = await At("2027-03-05T10:00");
        await talk.Say(Anna, "account add \"Weber GmbH\" tier C");
        await talk.Say(Anna, "contact add Sabine Klein at Weber GmbH birthday 1977-03-15");
        await talk.Say(Anna, "contact add Tom Berg at Weber GmbH");
        await talk.Say(Anna, "log Weber GmbH call with Tom Berg: as usual");
        await talk.Say(Anna, "hook Sabine Klein: Sails in summer");
        await talk.Say(Anna, "occasion Sabine Klein wedding anniversary on 14 May");
        return talk;
    }
}
