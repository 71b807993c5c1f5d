using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Complaints;

/// <summary>A breach of trust in a conversation; Clara manages the team. 1 March 2027 is a Monday.</summary>
public sealed class BreachTests
{
    [Fact]
    public async Task A_breach_of_trust_until_the_gate_opens()
    {
        using var talk = await Managed();
        await talk.Say(Anna, "since Weber 1 February 2021");
        await talk.Say(Anna, "birthday Sabine Klein 20 March", DirectOf(Anna));
        var opened = await talk.Say(Anna, "complaint Weber by Sabine Klein: the offer went to a competitor");
        await talk.Submit(Anna, await talk.Press(Anna, opened, "complaint.breach"), ("text", "she heard it from them, not from us"));
        await talk.Until("2027-03-01T10:01");
        var told = talk.Posted.Single();
        (told.Address, told.IsDirect).ShouldBe((Clara.Id, true));
        await talk.Press(Clara, ButtonOf(talk.Cards[told.Post.Key], "complaint.senior"), DirectOf(Clara));
        CardText.Of(talk.Cards[told.Post.Key]).ShouldContain("✓ Clara: die Leitung hat mit dem Kunden gesprochen");
        await talk.Say(Anna, "resolve Weber by phone: apologised, and the offer is theirs alone");
        await talk.Say(Anna, "confirm Weber: she gives us another chance");
        await talk.Say(Anna, "today", DirectOf(Anna));
        await talk.Until("2027-03-19T10:00");
        await talk.Say(Anna, "brief Weber", DirectOf(Anna));
        await talk.Say(Anna, "today", DirectOf(Anna));
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("breach Weber: they heard it elsewhere", "they heard it elsewhere")]
    [InlineData("breach of trust Weber", "")]
    [InlineData("trust broken Weber GmbH: they heard it elsewhere", "they heard it elsewhere")]
    [InlineData("vertrauensbruch Weber: hat es woanders gehört", "hat es woanders gehört")]
    [InlineData("Vertrauen verspielt Weber", "")]
    public async Task It_is_typed_and_undone(string line, string words)
    {
        using var talk = await Managed();
        await talk.Say(Anna, "complaint Weber: late");
        var reply = await talk.Say(Anna, line);
        reply.Card!.Headline.Plain.ShouldBe("Weber GmbH: marked as a breach of trust, I’m telling Clara right away");
        var complaint = await Only(talk);
        (complaint.BreachAt, complaint.Steps[^1].Text).ShouldBe((talk.Now, words));
        await talk.Say(Anna, "undo");
        complaint = await Only(talk);
        (complaint.BreachAt, complaint.Steps.Count).ShouldBe((null, 1));
        talk.AsItReads(reply).Headline.Plain.ShouldBe("Weber GmbH: complaint logged");
    }

    [Theory]
    [InlineData("breach", "Anna")]
    [InlineData("vertrauensbruch", "Clara")]
    public async Task It_is_a_form_too(string opening, string who)
    {
        using var talk = await Managed();
        var person = who == "Anna" ? Anna : Clara;
        await talk.Say(Anna, "complaint Weber: late");
        await talk.Submit(person, await talk.Say(person, opening), ("account", "Weber"), ("text", "so it is"));
        (await Only(talk)).BreachAt.ShouldNotBeNull();
        (await talk.Submit(person, await talk.Say(person, opening), ("account", "Weber"))).Errors.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task The_managers_own_talk_ends_it_wherever_it_is_noted()
    {
        using var talk = await Managed();
        var opened = await talk.Say(Anna, "complaint Weber: late");
        await talk.Say(Anna, "breach Weber");
        await talk.Until("2027-03-01T10:05");
        await talk.Say(Anna, "log Weber call: I tried");
        (await Only(talk)).AwaitsSeniorTalk.ShouldBeTrue();
        await talk.Say(Clara, "notiz Weber Anruf mit Sabine Klein: lange gesprochen");
        (await Only(talk)).SeniorTalkAt.ShouldBe(talk.Now);
        CardText.Of(talk.Cards.Values.First()).ShouldContain("✓ Clara: die Leitung hat mit dem Kunden gesprochen");
        opened.Live.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("senior talk Weber: Clara rang them", "Weber GmbH: someone senior has talked to them")]
    [InlineData("leitungsgespräch Weber: Clara hat angerufen", "Weber GmbH: someone senior has talked to them")]
    public async Task A_senior_talk_is_typed(string line, string said)
    {
        using var talk = await Managed();
        await talk.Say(Anna, "complaint Weber: late");
        (await talk.Say(Anna, line)).Card!.Headline.Plain.ShouldContain("That’s for a breach of trust.");
        await talk.Say(Anna, "breach Weber");
        (await talk.Say(Anna, line)).Card!.Headline.Plain.ShouldBe(said);
        (await talk.Say(Anna, line)).Card!.Headline.Plain.ShouldContain("has already talked to them");
    }

    [Fact]
    public async Task Without_a_complaint_there_is_nothing_to_mark()
    {
        using var talk = await Managed();
        (await talk.Say(Anna, "breach Weber")).Card!.Headline.Plain.ShouldContain("There’s no complaint from Weber GmbH.");
        await talk.Say(Anna, "complaint Weber: late");
        await talk.Say(Anna, "breach Weber");
        (await talk.Say(Anna, "breach Weber")).Card!.Headline.Plain.ShouldBe("This complaint is already marked as a breach of trust.");
    }

    [Fact]
    public async Task A_manager_reads_it_first_in_the_week_until_somebody_talked_to_them()
    {
        using var talk = await Managed();
        await talk.Say(Anna, "complaint Weber: late");
        await talk.Say(Anna, "breach Weber");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldContain("Weber GmbH: trust is broken since Monday 10:00; someone senior should talk to them · Anna");
        CardText.Of(await talk.Say(Clara, "überblick", DirectOf(Clara))).ShouldContain("Weber GmbH: Das Vertrauen ist seit Montag, 10 Uhr, angeschlagen, die Leitung sollte mit dem Kunden sprechen · Anna");
        await talk.Say(Anna, "senior talk Weber");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldNotContain("trust is broken");
    }

    [Theory]
    [InlineData("2027-03-31T09:59", true)]
    [InlineData("2027-03-31T10:00", false)]
    public async Task What_is_held_says_why(string until, bool isHeld)
    {
        using var talk = await Managed();
        await talk.Say(Anna, "birthday Sabine Klein 2 April", DirectOf(Anna));
        foreach (var line in new[] { "complaint Weber: late", "breach Weber", "resolve Weber", "confirm Weber" }) await talk.Say(Anna, line);
        await talk.Until(until);
        var day = CardText.Of(await talk.Say(Anna, "today", DirectOf(Anna)));
        day.Contains("until today, after the breach of trust", StringComparison.Ordinal).ShouldBe(isHeld);
        CardText.Of(await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara))).Contains("Zurückgehalten bis heute, nach dem Vertrauensbruch.", StringComparison.Ordinal).ShouldBe(isHeld);
    }

    [Theory]
    [InlineData("ack Weber by call: rang Sabine", InteractionKind.Call, "by phone")]
    [InlineData("ack Weber by phone", InteractionKind.Call, "by phone")]
    [InlineData("update Weber via email: the part is ordered", InteractionKind.Mail, "by mail")]
    [InlineData("zwischenbescheid Weber per Mail: Teil ist bestellt", InteractionKind.Mail, "by mail")]
    [InlineData("eingang Weber per Telefon: Sabine angerufen", InteractionKind.Call, "by phone")]
    [InlineData("update Weber: they asked to be told by mail", null, null)]
    [InlineData("ack Weber", null, null)]
    public async Task A_step_may_say_how_they_were_told(string line, InteractionKind? how, string? said)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "complaint Weber: late");
        var reply = await talk.Say(Anna, line);
        (await Only(talk)).Steps[^1].How.ShouldBe(how);
        if (said is not null) CardText.Of(reply).ShouldContain($"Noted by Anna · {said}");
    }

    [Fact]
    public async Task How_is_a_field_of_the_form()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "complaint Weber: late");
        await talk.Submit(Anna, await talk.Say(Anna, "update"), ("account", "Weber"), ("how", nameof(InteractionKind.Video)));
        (await Only(talk)).Steps[^1].How.ShouldBe(InteractionKind.Video);
    }

    [Theory]
    [InlineData("mail|mail", "Two mails so far. Perhaps ring?")]
    [InlineData("mail|chat", "Only in writing so far. Perhaps ring?")]
    [InlineData("mail|call", null)]
    [InlineData("mail", null)]
    public async Task After_two_words_in_writing_the_next_nudge_proposes_a_call(string kinds, string? said)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "complaint Weber: late");
        foreach (var kind in kinds.Split('|')) await talk.Say(Anna, $"update Weber by {kind}: we are at it");
        await talk.Until("2027-03-03T12:00");
        var nudge = CardText.Of(talk.Cards.Values.Last());
        if (said is null) nudge.ShouldNotContain("Perhaps ring?");
        else nudge.ShouldContain(said);
        CardText.Of(await talk.Say(Anna, "today", DirectOf(Anna))).Contains("Perhaps ring?", StringComparison.Ordinal).ShouldBe(said is not null);
    }

    [Fact]
    public async Task The_card_and_the_nudge_show_what_the_two_have_been_through()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "since Weber 1 February 2021");
        foreach (var line in new[] { "complaint Weber: too loud", "resolve Weber", "confirm Weber" }) await talk.Say(Anna, line);
        CardText.Of(await talk.Say(Anna, "brief Weber", DirectOf(Anna))).ShouldContain("one earlier complaint, confirmed");
        var opened = await talk.Say(Anna, "complaint Weber: late");
        const string history = "together for 6 years · one earlier complaint, confirmed";
        CardText.Of(opened).ShouldContain(history);
        await talk.Until("2027-03-01T15:00");
        CardText.Of(talk.Cards.Values.Last()).ShouldContain(history);
        CardText.Of(await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara))).ShouldContain("eine frühere Beschwerde, bestätigt");
        CardText.Of(await talk.Say(Anna, "ack Weber")).ShouldContain(history);
        CardText.Of(await talk.Say(Anna, "unjustified Weber: came on time")).ShouldNotContain(history);
        CardText.Of(await talk.Say(Anna, "complaint Weber: again")).ShouldContain("together for 6 years · 2 earlier complaints, 1 of them confirmed");
    }

    internal static async Task<Talk> Managed()
    {
        var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (store, _) => store.Memberships.Single(place => place.MemberId == store.Members.Single(member => member.PersonId == Clara.Id).Id).IsManager = true);
        return talk;
    }

    internal static async Task<Complaint> Only(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Complaints.IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
    }
}
