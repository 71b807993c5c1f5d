using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Promises;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Departures;

/// <summary>People who are not at their client any more. 1 March 2027 is a Monday.</summary>
public sealed class DepartureTests
{
    [Fact]
    public async Task Someone_leaves_from_the_word_to_the_first_talk_with_whoever_follows()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "team manager @[U-CLARA|Clara]");
        await talk.Say(Anna, "contact add Petra Moos at Weber role Buying");
        await talk.Say(Anna, "complaint Weber by Sabine Klein: delivery was late");
        await talk.Say(Anna, "plan Weber visit with Sabine Klein on Friday 10:00");
        await talk.Press(Ben, await talk.Say(Ben, "Sabine Klein is no longer with Weber, I heard"), "draft.run");
        await talk.Say(Anna, "contact show Sabine Klein", DirectOf(Anna));
        await talk.Say(Anna, "today", DirectOf(Anna));
        await talk.Submit(Anna, await talk.Press(Anna, Offered(talk, "departure.successor")), ("name", "Tom Berg"));
        await talk.Press(Anna, Offered(talk, "departure.congratulated"));
        await talk.Say(Anna, "account show Weber");
        await talk.Until("2027-03-03T10:00");
        await talk.Submit(Anna, await talk.Press(Anna, Offered(talk, "departure.introduced")), ("kind", nameof(InteractionKind.Call)), ("text", "a first hello"));
        await talk.Say(Anna, "timeline Weber", DirectOf(Anna));
        await talk.Say(Anna, "brief Sabine Klein", DirectOf(Anna));
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task A_departure_that_is_taken_back_is_not_called_settled()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "team manager @[U-CLARA|Clara]");
        await talk.Say(Ben, "left Sabine Klein");
        var told = talk.Posted.Single(post => post.Address == Clara.Id).Post.Key;
        CardText.Of(talk.Cards[told]).ShouldContain("ist nicht mehr dort");
        await talk.Say(Ben, "undo");
        CardText.Of(talk.Cards[told]).ShouldContain("wurde zurückgenommen");
    }

    [Fact]
    public async Task Whoever_reads_of_a_departure_in_the_channel_reads_what_there_is_to_do_once()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(Ben, "left Sabine Klein");
        CardText.Of(reply).ShouldContain("I’m telling Anna");
        Talk.ButtonsOf(reply.Card!).Select(button => button.ActionId).ShouldBe(["record.correct", "record.remove"]);
        var asked = talk.Posted.Single(post => post.Address == Channel.Id).Post.Key;
        CardText.Of(talk.Cards[asked]).ShouldContain("○ Find out who follows");
        // Congratulated: the message renews itself, and the answer is a word.
        var pressed = await talk.Press(Anna, ButtonOf(talk.Cards[asked], "departure.congratulated"));
        pressed.OnlyAsker.ShouldBeTrue();
        pressed.Card!.Headline.Plain.ShouldBe("✓ Congratulated Sabine Klein (Anna)");
        CardText.Of(talk.Cards[asked]).ShouldContain("✓ Congratulated Sabine Klein (Anna)");
        await talk.Say(Anna, "successor Sabine Klein is Tom Berg");
        CardText.Of(talk.AsItReads(reply)).ShouldNotContain("I’m telling");
    }

    [Theory] // as of which day, what the checklist says of the introduction that is owed by Wednesday
    [InlineData("2027-03-01", "○ Introduce ourselves to Tom Berg by Wednesday 3 March")]
    [InlineData("2027-03-02", "○ Introduce ourselves to Tom Berg by tomorrow")]
    [InlineData("2027-03-03", "○ Introduce ourselves to Tom Berg today")]
    [InlineData("2027-03-04", "○ Introduce ourselves to Tom Berg, overdue since yesterday")]
    [InlineData("2027-03-05", "○ Introduce ourselves to Tom Berg, overdue since Wednesday 3 March")]
    public async Task An_introduction_is_owed_by_a_day_and_overdue_since_it(string day, string said)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "left Sabine Klein successor Tom Berg");
        await talk.Until($"{day}T16:00");
        CardText.Of(await talk.Say(Anna, "farewell Sabine Klein")).ShouldContain(said);
    }

    [Fact]
    public async Task Jemand_geht_vom_Wort_bis_zum_ersten_Gespraech_mit_der_Nachfolge()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Clara, "team sprache Deutsch");
        await talk.Say(Clara, "team leitung @[U-BEN|Ben]");
        await talk.Say(Clara, "kunde betreuung Weber @[U-CLARA|Clara]");
        var noted = await talk.Say(Clara, "gegangen Sabine Klein zu Globex");
        await talk.Say(Clara, "heute", DirectOf(Clara));
        await talk.Until("2027-03-02T10:00");
        await talk.Say(Clara, "nachfolge Sabine Klein ist Tom Berg");
        talk.AsItReads(noted).Headline.Plain.ShouldBe("Sabine Klein, Weber GmbH: nicht mehr dort, jetzt bei Globex");
        await talk.Say(Clara, "verabschiedet Sabine Klein");
        await talk.Say(Clara, "überblick");
        await talk.Until("2027-03-04T10:00");
        await talk.Say(Clara, "notiz Weber telefonat mit Tom Berg: stellt sich vor");
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Say(Clara, "verlauf Weber", DirectOf(Clara));
        await talk.Say(Clara, "ansprechperson zurück Sabine Klein");
        await talk.Say(Clara, "kunde zeigen Weber");
        Approved.Transcript(talk);
    }

    [Theory]
    [InlineData("log Weber call with Tom Berg: a first hello", "successor Sabine Klein is Tom Berg")]
    [InlineData("nobody follows Sabine Klein")]
    public async Task Somebody_elsewhere_can_still_be_congratulated(string ends, string follows = "")
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Anna, "left Sabine Klein for Globex");
        if (follows.Length > 0) noted = await talk.Say(Anna, follows);
        var ended = await talk.Say(Anna, ends);
        if (follows.Length == 0) noted = ended;
        await talk.Until("2027-03-01T10:30");
        StepsOn(talk.AsItReads(noted)).ShouldBe(["departure.congratulated"]);
        await talk.Press(Anna, ButtonOf(talk.AsItReads(noted), "departure.congratulated"));
        CardText.Of(talk.AsItReads(noted)).ShouldContain("✓ Congratulated Sabine Klein (Anna)");
        StepsOn(talk.AsItReads(noted)).ShouldBeEmpty();

        static IEnumerable<string> StepsOn(Card card) => ButtonsOf(card).Select(button => button.ActionId).Where(id => id.StartsWith("departure.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("left Sabine Klein", "", null)]
    [InlineData("left Sabine Klein for Globex", "Globex", null)]
    [InlineData("left Sabine Klein to Globex successor Tom Berg", "Globex", "Tom Berg")]
    [InlineData("contact left Frau Klein followed by Tom Berg", "", "Tom Berg")]
    [InlineData("left Weber for Globex", "Globex", null, false)]
    [InlineData("gegangen Sabine Klein", "", null)]
    [InlineData("gegangen Sabine Klein zu Globex", "Globex", null)]
    [InlineData("gegangen Klein nach Hamburg nachfolgerin Petra Moos", "Hamburg", "Petra Moos")]
    [InlineData("ansprechperson gegangen Sabine Klein nachfolge Tom Berg", "", "Tom Berg")]
    public async Task A_departure_is_typed_in_either_language(string line, string where, string? successor, bool isNoted = true)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(line.Contains("gegangen", StringComparison.Ordinal) ? Clara : Anna, line);
        var departures = await Departures(talk);
        if (!isNoted)
        {
            departures.ShouldBeEmpty();
            return;
        }

        var (departure, contacts) = (departures.Single(), await Contacts(talk));
        departure.Text.ShouldBe(where);
        contacts.SingleOrDefault(contact => contact.Id == departure.SuccessorContactId)?.Name.ShouldBe(successor);
        contacts.Count.ShouldBe(successor is null ? 1 : 2);
        contacts.Single(contact => contact.Name == "Sabine Klein").ShouldSatisfyAllConditions(
            contact => contact.State.ShouldBe(ContactState.Left), contact => contact.GoneOn.ShouldBe(new LocalDate(2027, 3, 1)), contact => contact.DeleteOn.ShouldBe(new LocalDate(2027, 8, 28)));
    }

    [Theory]
    [InlineData("left", "Tom Berg", false)]
    [InlineData("gegangen", "Tom Berg", true)]
    public async Task A_departure_is_noted_by_form(string line, string successor, bool isGerman)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var person = isGerman ? Clara : Anna;
        var form = await talk.Say(person, line);
        form.Form!.Fields.Select(field => field.Name).ShouldBe(["contact", "where", "successor"]);
        var reply = await talk.Submit(person, form, ("contact", form.Form.Fields[0].Choices.Single().Value), ("successor", successor));
        reply.Card!.Headline.Plain.ShouldStartWith("Sabine Klein, Weber GmbH: ");
        (await Departures(talk)).Single().SuccessorContactId.ShouldBe((await Contacts(talk)).Single(contact => contact.Name == successor).Id);
    }

    [Theory]
    [InlineData("Sabine Klein is no longer with us", "left")]
    [InlineData("Sabine Klein is no longer with Weber", "left")]
    [InlineData("Sabine Klein has left the company", "left")]
    [InlineData("Sabine Klein handed in her notice", "left")]
    [InlineData("Sabine Klein ist nicht mehr bei uns", "left")]
    [InlineData("Frau Klein ist nicht mehr bei Weber", "left")]
    [InlineData("Sabine Klein hat gekündigt", "left")]
    [InlineData("Sabine Klein verlässt das Unternehmen", "left")]
    [InlineData("Sabine Klein passed away", "deceased")]
    [InlineData("Sabine Klein has died", "deceased")]
    [InlineData("Sabine Klein ist gestorben", "deceased")]
    [InlineData("Sabine Klein ist leider verstorben", "deceased")]
    [InlineData("Leider ist Frau Klein nicht mehr bei Weber", "left")]
    [InlineData("Sabine Klein has left", "left")]
    [InlineData("Sabine Klein has left a message", null)]
    [InlineData("Sabine Klein's assistant is no longer with us", null)]
    [InlineData("Sabine Klein's dog died", null)]
    [InlineData("left a voicemail for Weber", null)]
    [InlineData("Sabine Klein rang, she is content", null)]
    [InlineData("Weber is no longer with us", null)] // a company is nobody
    public async Task Own_words_propose_it_and_record_nothing_before_a_press(string line, string? proposed)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var reply = await talk.Say(line.Contains(" ist ", StringComparison.Ordinal) || line.Contains(" hat ", StringComparison.Ordinal) ? Clara : Anna, line);
        (await Departures(talk)).ShouldBeEmpty();
        if (proposed is null)
        {
            if (reply.Card is { } card && ButtonsOf(card).FirstOrDefault(button => button.ActionId == "draft.run") is { } button) await talk.Press(Anna, button);
            (await Departures(talk)).ShouldBeEmpty();
            return;
        }

        await talk.Press(line.Contains(" ist ", StringComparison.Ordinal) || line.Contains(" hat ", StringComparison.Ordinal) ? Clara : Anna, reply, "draft.run");
        (await Departures(talk)).Single().IsDeath.ShouldBe(proposed == "deceased");
    }

    [Theory]
    [InlineData("deceased Sabine Klein", false)]
    [InlineData("passed away Sabine Klein", false)]
    [InlineData("verstorben Sabine Klein", true)]
    [InlineData("gestorben Frau Klein", true)]
    public async Task A_death_is_answered_shortly_and_nobody_is_reminded_of_them(string line, bool isGerman)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var person = isGerman ? Clara : Anna;
        await talk.Say(Anna, "birthday Sabine Klein 10 March", DirectOf(Anna));
        await Client.Complain(talk, "late again");
        var reply = await talk.Say(person, line, DirectOf(person));
        reply.Card!.Headline.Plain.ShouldBe(isGerman ? "Das tut mir leid. Ich erwähne Sabine Klein von jetzt an nicht mehr." : "I’m sorry to hear that. I won’t mention Sabine Klein again.");
        ButtonsOf(reply.Card).Select(button => button.ActionId).ShouldBe(["record.remove"]);
        await talk.Until("2027-03-20T10:00");
        talk.Posted.ShouldNotBeEmpty();
        talk.Cards.Values.ShouldAllBe(card => !CardText.Of(card).Contains("Klein", StringComparison.Ordinal));
        foreach (var asked in (string[])["today", "digest", "quiet", "open"]) CardText.Of(await talk.Say(Anna, asked, DirectOf(Anna))).ShouldNotContain("Klein");
        (await talk.Say(Anna, "log Weber", DirectOf(Anna))).Form!.Fields.Single(field => field.Name == "contact").Choices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Told_in_a_direct_message_the_owner_should_hear_of_a_death_from_a_person()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        CardText.Of(await talk.Say(Ben, "deceased Sabine Klein", DirectOf(Ben))).ShouldContain("It’s best if Anna hears it from you.");
        talk.Posted.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("log Weber call with Sabine Klein: about the offer", "Sabine Klein isn’t at Weber GmbH any more. Who is it about?", "Sabine Klein, all the same")]
    [InlineData("complaint Weber by Sabine Klein: too late", "Sabine Klein isn’t at Weber GmbH any more. Who is it about?", "Sabine Klein, all the same")]
    [InlineData("plan Weber visit with Sabine Klein on Friday", "Sabine Klein isn’t at Weber GmbH any more. Who is it about?", "Sabine Klein, all the same")]
    [InlineData("notiz Weber telefonat mit Sabine Klein: Angebot", "Sabine Klein ist nicht mehr bei Weber GmbH. Um wen geht es?", "Trotzdem Sabine Klein")]
    public async Task Something_new_with_whoever_left_is_asked_about(string line, string asked, string anyway)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var person = line.StartsWith("notiz", StringComparison.Ordinal) ? Clara : Anna;
        await talk.Say(Anna, "left Sabine Klein successor Tom Berg");
        var reply = await talk.Say(person, line);
        reply.Card!.Headline.Plain.ShouldBe(asked);
        ButtonsOf(reply.Card).Select(button => button.Label).Take(2).ShouldBe(["Tom Berg", anyway]);
        CardText.Of(await talk.Press(person, ButtonsOf(reply.Card).First())).ShouldContain("Tom Berg");
        (await talk.Press(person, ButtonsOf(reply.Card).ElementAt(1))).Card!.Headline.Plain.ShouldBe(person == Clara ? "Das ist schon erledigt." : "That’s already done.");
        var again = await talk.Say(person, line);
        CardText.Of(await talk.Press(person, ButtonsOf(again.Card!).ElementAt(1))).ShouldContain("Sabine Klein");
    }

    [Fact]
    public async Task Whoever_left_is_not_offered_in_forms_for_something_new_and_a_short_name_means_who_is_there()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "left Sabine Klein successor Sabine Berg");
        (await talk.Say(Anna, "plan")).Form!.Fields.Single(field => field.Name == "contact").Choices.Select(choice => choice.Label).ShouldBe(["Sabine Berg · Weber GmbH"]);
        (await talk.Say(Anna, "contact back")).Form!.Fields.Single(field => field.Name == "contact").Choices.Count.ShouldBe(2);
        CardText.Of(await talk.Say(Anna, "log Weber call with Sabine: hello")).ShouldContain("Sabine Berg");
    }

    [Fact]
    public async Task A_departure_is_corrected_removed_and_undone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Anna, "left Sabine Klein for Globex successor Tom Berg");
        await talk.Submit(Anna, await talk.Press(Anna, noted, "record.correct"), ("where", "Initech"));
        (await Departures(talk)).Single().Text.ShouldBe("Initech");
        (await Contacts(talk)).Select(contact => contact.Name).Order().ShouldBe(["Sabine Klein", "Tom Berg"]);
        await talk.Say(Anna, "undo");
        (await Departures(talk)).ShouldBeEmpty();
        (await Contacts(talk)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(contact => contact.IsThere.ShouldBeTrue(), contact => contact.DeleteOn.ShouldBeNull());
        await talk.Until("2027-03-12T10:00");
        talk.Posted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Steps_are_taken_back_one_by_one()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "left Sabine Klein");
        await talk.Say(Anna, "nobody follows Sabine Klein");
        (await Departures(talk)).Single().End.ShouldBe(DepartureEnd.NobodyFollows);
        await talk.Say(Anna, "undo");
        (await Departures(talk)).Single().End.ShouldBeNull();
        await talk.Say(Anna, "farewell Sabine Klein");
        (await Departures(talk)).Single().CongratulatedAt.ShouldNotBeNull();
        await talk.Say(Anna, "undo");
        (await Departures(talk)).Single().CongratulatedAt.ShouldBeNull();
        await talk.Say(Anna, "undo");
        (await Departures(talk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_successor_who_is_named_in_a_departure_stays()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var added = await talk.Say(Anna, "contact add Tom Berg at Weber");
        await talk.Say(Anna, "left Sabine Klein successor Berg");
        (await Contacts(talk)).Count.ShouldBe(2);
        CardText.Of(await talk.Press(Anna, added, "record.remove")).ShouldContain("Something has happened since");
    }

    [Fact]
    public async Task Buttons_of_the_card_do_what_they_say()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var noted = await talk.Say(Anna, "left Sabine Klein");
        ButtonsOf(noted.Card!).Select(button => button.Label).ShouldBe(["Name a successor …", "Nobody follows", "Congratulated", "Correct", "Remove"]);
        await talk.Press(Anna, noted, "departure.congratulated");
        CardText.Of(talk.AsItReads(noted)).ShouldContain("✓ Congratulated Sabine Klein (Anna)");
        await talk.Press(Anna, ButtonOf(talk.AsItReads(noted), "departure.nobody"));
        CardText.Of(talk.AsItReads(noted)).ShouldContain("✓ Nobody follows");
        (await talk.Press(Anna, noted, "departure.nobody")).Card!.Headline.Plain.ShouldBe("This is settled.");
        (await talk.Press(Anna, noted, "departure.successor")).Card!.Headline.Plain.ShouldBe("This is settled.");
    }

    [Theory]
    [InlineData("left Sabine Klein", "Sabine Klein has left. That’s noted already.")]
    [InlineData("successor Sabine Klein is Sabine Klein", "Nobody can follow themselves. Who takes over?")]
    [InlineData("contact merge Sabine Klein into Tom Berg", "Sabine Klein has left, so the two stay apart. “/nudge contact back Sabine Klein” changes that.")]
    [InlineData("contact back Tom Berg", "Tom Berg is at Weber GmbH. Nothing to change.")]
    [InlineData("successor Tom Berg is Petra Moos", "Tom Berg hasn’t left. “/nudge left Tom Berg” would note it.")]
    public async Task What_does_not_fit_is_said(string line, string said)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "contact add Tom Berg at Weber");
        await talk.Say(Anna, "left Sabine Klein");
        (await talk.Say(Anna, line)).Card!.Headline.Plain.ShouldBe(said);
    }

    [Fact]
    public async Task Where_somebody_went_is_found_by_search()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "left Sabine Klein for Globex Hamburg");
        CardText.Of(await talk.Say(Anna, "search Hamburg", DirectOf(Anna))).ShouldContain("Sabine Klein left");
    }

    [Fact]
    public async Task Another_teams_departure_is_answered_like_a_missing_one()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var action in new[] { "departure.successor", "departure.introduced", "departure.nobody", "departure.congratulated", "handover.introduced", "account.name-owner" })
            (await talk.Press(Anna, new Button(action, "", ButtonValue.For(Guid.NewGuid()).ToString()))).Card!.Headline.Plain.ShouldBe("I can’t find that any more. “/nudge today” shows what is open.");
    }

    /// <summary>The last button of this action on what was posted.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_open_goes_on_with_whoever_follows(bool isPressed)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "complaint Weber by Sabine Klein: delivery was late");
        await talk.Say(Anna, "plan Weber visit with Sabine Klein on Friday 10:00");
        await talk.Say(Anna, "promise Weber to Sabine Klein: the sample by Friday");
        await talk.Say(Anna, "log Weber call with Sabine Klein: spoke of the sample");
        await talk.Say(Anna, "birthday Sabine Klein 4 March");
        var card = await talk.Say(Anna, "left Sabine Klein");
        ButtonsOf(talk.AsItReads(card)).ShouldNotContain(button => button.ActionId == "departure.hand-on");
        CardText.Of(await talk.Say(Anna, "successor takes over Sabine Klein")).ShouldContain("Nobody follows them yet. Who takes over?");
        card = await talk.Say(Anna, "successor Sabine Klein is Tom Berg");
        var (leaver, successor) = ((await Contacts(talk)).Single(contact => !contact.IsThere).Id, (await Contacts(talk)).Single(contact => contact.Name == "Tom Berg").Id);
        if (isPressed) await talk.Press(Anna, card, "departure.hand-on");
        else await talk.Say(Anna, "successor takes over Sabine Klein");
        (await Named(talk)).ShouldBe((successor, successor, successor, leaver)); // what was said stays with whom it was said
        ButtonsOf(talk.AsItReads(card)).ShouldNotContain(button => button.ActionId == "departure.hand-on");
        await talk.Say(Anna, "undo");
        (await Named(talk)).ShouldBe((leaver, leaver, leaver, leaver));
    }

    [Fact]
    public async Task Once_their_data_is_gone_a_former_contact_is_left()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await Client.Change(talk, (_, team) => team.Settings = team.Settings with { KeepGoneDays = 10 });
        await talk.Say(Anna, "log Weber call with Sabine Klein: Sabine Klein likes the new catalogue");
        await talk.Say(Anna, "hook Sabine Klein: sails in summer");
        await talk.Say(Anna, "complaint Weber by Sabine Klein: late");
        CardText.Of(await talk.Say(Anna, "left Sabine Klein for Globex")).ShouldContain("What’s noted about Sabine Klein as a person is deleted on 11 March 2027.");
        await talk.Until("2027-03-10T23:59");
        CardText.Of(await talk.Say(Anna, "timeline Weber", DirectOf(Anna))).ShouldContain("Sabine Klein");
        await talk.Until("2027-03-11T00:00");
        foreach (var line in new[] { "timeline Weber", "brief Weber", "today", "open", "account show Weber", "digest", "search catalogue" })
            CardText.Of(await talk.Say(Anna, line, DirectOf(Anna))).ShouldSatisfyAllConditions(text => text.ShouldNotContain("Klein"), text => text.ShouldNotContain("Globex"), text => text.ShouldNotContain("sails"));
        CardText.Of(await talk.Say(Anna, "timeline Weber", DirectOf(Anna))).ShouldContain("a former contact likes the new catalogue");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldContain("Former contacts whose data was deleted in seven days: 1");
        CardText.Of(await talk.Say(Anna, "contact back Sabine Klein")).ShouldNotContain("is back");
        CardText.Of(await talk.Say(Anna, "undo")).ShouldNotContain("Klein");
    }

    /// <summary>Whom complaint, plan, promise and talk name.</summary>
    private static async Task<(Guid? Complaint, Guid? Plan, Guid? Promise, Guid? Talk)> Named(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return ((await store.Complaints.SingleAsync()).ContactId, (await store.Plans.SingleAsync()).ContactId, (await store.Promises.SingleAsync()).ContactId, (await store.Interactions.SingleAsync()).ContactId);
    }

    private static Button Offered(Talk talk, string actionId) => talk.Cards.Values.SelectMany(ButtonsOf).Last(button => button.ActionId == actionId);

    private static async Task<List<Departure>> Departures(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Departures.ToListAsync();
    }

    private static async Task<List<Contact>> Contacts(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Contacts.ToListAsync();
    }
}
