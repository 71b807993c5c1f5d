using AccountNudge.Core.Complaints;
using static AccountNudge.Bot.Tests.Conversation.Complaints.BreachTests;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Complaints;

/// <summary>Somebody neutral in a conversation; Anna and Ben look after Weber GmbH, Clara manages the team. 1 March 2027 is a Monday.</summary>
public sealed class MediatorTests
{
    private static readonly Bot.Conversation.Model.ChatPerson Dora = new("U-DORA", "Dora", "de-DE", NodaTime.DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

    [Fact]
    public async Task Jemand_Unbeteiligtes_vermittelt()
    {
        using var talk = await WithDora();
        await talk.Say(Clara, "beschwerde Weber von Sabine Klein: Lieferung kam zu spät");
        foreach (var line in new[] { "zwischenbescheid Weber per Mail: Teil ist bestellt", "zwischenbescheid Weber per Mail: Teil ist noch bestellt", "zwischenbescheid Weber per Mail: es dauert noch" }) await talk.Say(Anna, line);
        await talk.Until("2027-03-02T09:00");
        var hint = talk.Posted.Single(post => post.IsDirect);
        hint.Address.ShouldBe(Clara.Id);
        var form = await talk.Press(Clara, ButtonOf(talk.Cards[hint.Post.Key], "complaint.mediator"), DirectOf(Clara));
        await talk.Submit(Clara, form, DirectOf(Clara), ("who", "Dora"), ("text", "gemeinsames Gespräch am Donnerstag"));
        CardText.Of(talk.Cards[hint.Post.Key]).ShouldContain("✓ Clara: jemand Unbeteiligtes vermittelt");
        await talk.Until("2027-03-03T09:00");
        talk.Posted.Count(post => post.Address == Dora.Id).ShouldBe(1);
        await talk.Say(Clara, "keine vermittlung Weber: hat sich erledigt", DirectOf(Clara));
        await talk.Say(Clara, "rückgängig", DirectOf(Clara));
        await talk.Say(Clara, "verlauf Weber", DirectOf(Clara));
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("mediator Weber @[U-DORA|Dora]: a joint talk", "a joint talk")]
    [InlineData("mediator Weber Dora", "")]
    [InlineData("mediate Weber GmbH @[U-DORA|Dora]", "")]
    [InlineData("vermittlung Weber @[U-DORA|Dora]: gemeinsames Gespräch", "gemeinsames Gespräch")]
    public async Task Somebody_is_named_and_that_is_undone(string line, string words)
    {
        using var talk = await WithDora();
        var opened = await talk.Say(Anna, "complaint Weber: late");
        var reply = await talk.Say(Anna, line);
        reply.Card!.Headline.Plain.ShouldBe("Weber GmbH: Dora talks to both sides");
        (await Only(talk)).ShouldSatisfyAllConditions(complaint => complaint.MediatorId.ShouldNotBeNull(), complaint => complaint.Steps[^1].Text.ShouldBe(words), complaint => complaint.State.ShouldBe(ComplaintState.Open));
        CardText.Of(await talk.Say(Anna, "ack Weber")).ShouldContain("Dora talks to both sides.");
        await talk.Say(Anna, "undo");
        await talk.Say(Anna, "undo");
        (await Only(talk)).MediatorId.ShouldBeNull();
        opened.Live.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("mediator Weber Ben", "They look after this account themselves.")]
    [InlineData("mediator Weber Anna", "They look after this account themselves.")]
    public async Task Whoever_looks_after_them_is_refused(string line, string said)
    {
        using var talk = await WithDora();
        await talk.Say(Anna, "complaint Weber: late");
        (await talk.Say(Anna, line)).Card!.Headline.Plain.ShouldContain(said);
        (await Only(talk)).MediatorId.ShouldBeNull();
    }

    [Theory]
    [InlineData("no mediator Weber: we have talked", "Weber GmbH: nobody neutral needed")]
    [InlineData("keine vermittlung Weber", "Weber GmbH: nobody neutral needed")]
    public async Task It_is_declined_by_word(string line, string said)
    {
        using var talk = await WithDora();
        await talk.Say(Anna, "complaint Weber: late");
        (await talk.Say(Anna, line)).Card!.Headline.Plain.ShouldBe(said);
        (await Only(talk)).MediatorDeclined.ShouldBeTrue();
    }

    [Fact]
    public async Task The_card_offers_it_while_both_are_stuck_and_follows_what_is_done()
    {
        using var talk = await WithDora();
        await talk.Say(Anna, "complaint Weber: late");
        foreach (var line in new[] { "resolve Weber", "reopen Weber", "resolve Weber" }) await talk.Say(Anna, line);
        var reopened = await talk.Say(Anna, "reopen Weber");
        ButtonsOf(reopened.Card!).Select(button => button.ActionId).ShouldContain("complaint.mediator");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldContain("reopened twice; a fresh pair of eyes might help");
        var declined = await talk.Press(Ben, reopened, "complaint.no-mediator");
        declined.IsRenewed.ShouldBeTrue();
        ButtonsOf(talk.AsItReads(reopened)).Select(button => button.ActionId).ShouldNotContain("complaint.mediator");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldNotContain("fresh pair of eyes");
    }

    private static async Task<Talk> WithDora()
    {
        var talk = await Managed();
        await talk.Say(Dora, "hilfe");
        return talk;
    }
}
