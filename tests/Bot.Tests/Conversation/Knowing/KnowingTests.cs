using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Knowing;

/// <summary>What is known of a client for good, in a conversation. 1 March 2027 is a Monday.</summary>
public sealed class KnowingTests
{
    [Fact]
    public async Task What_we_know_of_them_stands_in_the_brief()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var line in (string[])
        [
            "prefer Sabine Klein by first name by mail: reports on Mondays, short", "topic Sabine Klein: moving the warehouse", "limit Weber: no budget before July", "situation Weber: new management since January",
            "related Sabine Klein: Fabian, business partner", "related Sabine Klein: Julia, his wife", "hook Sabine Klein: is off to Fuerteventura", "birthday Sabine Klein 12 March",
        ]) await talk.Say(Anna, line);
        await talk.Say(Anna, "brief Sabine Klein");
        await talk.Say(Ben, "brief Weber");
        await talk.Say(Anna, "timeline Sabine Klein");
        await talk.Until("2027-03-05T09:00");
        await talk.Until("2027-09-02T10:00");
        await talk.Say(Anna, "brief Sabine Klein");
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Was_wir_wissen_steht_im_Kurzprofil()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var line in (string[])
        [
            "vorliebe Sabine Klein per Sie per Telefon: Berichte montags, kurz", "thema Sabine Klein: Umzug des Lagers", "grenze Weber: vor Juli kein Budget", "lage Weber: seit Januar neue Geschäftsführung",
            "umfeld Sabine Klein: Fabian, Geschäftspartner", "umfeld Sabine Klein: Julia, seine Frau", "umfeld Sabine Klein: Fabian Schmidt", "merke Sabine Klein: will nach Fuerteventura",
        ]) await talk.Say(Clara, line, DirectOf(Clara));
        await talk.Say(Clara, "kurzprofil Sabine Klein", DirectOf(Clara));
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Say(Clara, "verlauf Weber", DirectOf(Clara));
        await talk.Until("2027-09-02T10:00");
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("prefer Sabine Klein: short reports", NoteKind.Preference, "Sabine Klein", "short reports", null, null)]
    [InlineData("prefer Sabine Klein by mail", NoteKind.Preference, "Sabine Klein", "", InteractionKind.Mail, null)]
    [InlineData("prefer Sabine Klein by phone: before nine", NoteKind.Preference, "Sabine Klein", "before nine", InteractionKind.Call, null)]
    [InlineData("prefer Weber by video", NoteKind.Preference, null, "", InteractionKind.Video, null)]
    [InlineData("prefer Sabine Klein by first name", NoteKind.Preference, "Sabine Klein", "", null, FormOfAddress.Du)]
    [InlineData("prefer Sabine Klein by surname by mail", NoteKind.Preference, "Sabine Klein", "", InteractionKind.Mail, FormOfAddress.Sie)]
    [InlineData("preference Sabine Klein: on first-name terms, no calls", NoteKind.Preference, "Sabine Klein", "on first-name terms, no calls", null, FormOfAddress.Du)]
    [InlineData("vorliebe Sabine Klein: kurze Berichte", NoteKind.Preference, "Sabine Klein", "kurze Berichte", null, null)]
    [InlineData("vorliebe Sabine Klein per Telefon", NoteKind.Preference, "Sabine Klein", "", InteractionKind.Call, null)]
    [InlineData("vorliebe Sabine Klein per Du per Mail: montags", NoteKind.Preference, "Sabine Klein", "montags", InteractionKind.Mail, FormOfAddress.Du)]
    [InlineData("vorliebe Sabine Klein: per Sie, keine Anrufe", NoteKind.Preference, "Sabine Klein", "per Sie, keine Anrufe", null, FormOfAddress.Sie)]
    [InlineData("vorliebe Sabine Klein siezen", NoteKind.Preference, "Sabine Klein", "", null, FormOfAddress.Sie)]
    [InlineData("topic Weber: moving the warehouse", NoteKind.Topic, null, "moving the warehouse", null, null)]
    [InlineData("topics Sabine Klein moving the warehouse", NoteKind.Topic, "Sabine Klein", "moving the warehouse", null, null)]
    [InlineData("thema Weber: Umzug des Lagers", NoteKind.Topic, null, "Umzug des Lagers", null, null)]
    [InlineData("limit Weber: no budget before July", NoteKind.Limit, null, "no budget before July", null, null)]
    [InlineData("grenze Weber: vor Juli kein Budget", NoteKind.Limit, null, "vor Juli kein Budget", null, null)]
    [InlineData("situation Weber: new management", NoteKind.Situation, null, "new management", null, null)]
    [InlineData("lage Weber: neue Geschäftsführung", NoteKind.Situation, null, "neue Geschäftsführung", null, null)]
    [InlineData("related Sabine Klein: Fabian (business partner)", NoteKind.Related, "Sabine Klein", "Fabian, business partner", null, null)]
    [InlineData("umfeld 030 1234567: Fabian, Geschäftspartner", NoteKind.Related, "Sabine Klein", "Fabian, Geschäftspartner", null, null)]
    public async Task It_is_understood_as_people_type_it(string line, NoteKind kind, string? about, string text, InteractionKind? channel, FormOfAddress? address)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Anna, line)).OnlyAsker.ShouldBeTrue();
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        var note = await store.LastingNotes.SingleAsync(TestContext.Current.CancellationToken);
        var contact = await store.Contacts.FirstOrDefaultAsync(contact => contact.Id == note.ContactId, TestContext.Current.CancellationToken);
        (note.Kind, contact?.Name, note.Text, note.Channel, note.Address, note.On).ShouldBe((kind, about, text, channel, address, new LocalDate(2027, 3, 1)));
    }

    [Theory]
    [InlineData("prefer", "vorliebe", "text")]
    [InlineData("topic", "thema", "text")]
    [InlineData("limit", "grenze", "text")]
    [InlineData("situation", "lage", "text")]
    [InlineData("related", "umfeld", "text")]
    public async Task Its_form_takes_the_same(string english, string german, string field)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var (person, line) in ((Bot.Conversation.Model.ChatPerson, string)[])[(Anna, english), (Clara, german)])
        {
            var form = await talk.Say(person, line);
            var reply = await talk.Submit(person, form, ("name", "Sabine Klein"), (field, "Fabian, accountant"));
            reply.OnlyAsker.ShouldBeTrue();
            CardText.Of(reply).ShouldContain("Fabian, accountant");
            await talk.Submit(person, await talk.Press(person, reply, "record.correct"), (field, "Fabian, lawyer"));
        }

        await using var store = talk.Stores.Open(await Client.Scope(talk));
        (await store.LastingNotes.Select(note => note.Text).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["Fabian, lawyer", "Fabian, lawyer"]);
        await talk.Say(Clara, "rückgängig");
        await talk.Say(Anna, "undo");
        (await store.LastingNotes.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Theory]
    [InlineData("related", "Julia, his wife", "Family is private")]
    [InlineData("related", "Fabian Schmidt", "Just a first name and a role")]
    [InlineData("prefer", "", "What should I keep?")]
    public async Task What_is_not_kept_is_said_at_its_field(string command, string text, string why)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Submit(Anna, await talk.Say(Anna, command), ("name", "Sabine Klein"), ("text", text));
        reply.Errors["text"].ShouldStartWith(why);
    }

    [Fact]
    public async Task A_wish_without_words_opens_its_form()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        (await talk.Say(Anna, "prefer Sabine Klein")).Form!.Fields.Single(field => field.Name == "name").Value.ShouldNotBeEmpty();
    }

    /// <summary>Practice F7: no message of its own, one line below the quiet nudge.</summary>
    [Theory]
    [InlineData("2027-03-01T10:00", "2027-09-01T12:00", false)]
    [InlineData("2027-02-26T10:00", "2027-08-30T12:00", true)]
    public async Task Old_topics_are_asked_about_below_the_quiet_nudge(string noted, string quiet, bool isAsked)
    {
        using var talk = await Client.At(noted);
        await talk.Say(Anna, "topic Sabine Klein: moving the warehouse");
        await talk.Say(Anna, "account tier Weber A");
        await talk.Until(quiet);
        var last = talk.Posted.Last(post => post.Lines.Any(line => line.Nudge.Kind == "quiet"));
        CardText.Of(talk.Cards[last.Post.Key]).Contains("Their topics are more than six months old", StringComparison.Ordinal).ShouldBe(isAsked);
    }

    /// <summary>Practice E5: before a present, what do they like at all?</summary>
    [Theory]
    [InlineData("", true)]
    [InlineData("topic Sabine Klein: moving the warehouse", false)]
    [InlineData("prefer Sabine Klein: tea, no coffee", false)]
    [InlineData("hook Sabine Klein: is off to Fuerteventura", false)]
    [InlineData("prefer Sabine Klein by mail", true)]
    [InlineData("topic Weber: moving the warehouse", true)] // not hers
    public async Task A_birthday_of_somebody_nobody_knows_asks_first(string known, bool asks)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "birthday Sabine Klein 12 March");
        if (known.Length > 0) await talk.Say(Anna, known);
        await talk.Until("2027-03-05T09:00");
        CardText.Of(talk.Cards.Values.Last()).Contains("We know nothing they like yet. Ask first?", StringComparison.Ordinal).ShouldBe(asks);
    }
}
