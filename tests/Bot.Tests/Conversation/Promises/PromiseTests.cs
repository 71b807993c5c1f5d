using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Announcements;
using AccountNudge.Core.Accounts;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Promises;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Promises;

/// <summary>Promises in a conversation. 1 March 2027 is a Monday.</summary>
public sealed class PromiseTests
{
    private static readonly ChatPerson Grace = new("U-GRACE", "Grace", "en-GB", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    private static readonly ChatPerson Bernd = new("U-BERND", "Bernd", "de-DE", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
    private static readonly ChatPerson Gisela = new("U-GISELA", "Gisela", "de-DE", DateTimeZoneProviders.Tzdb["Europe/Berlin"]);

    /// <summary>Promised, missed, chased, promised again, missed again: no anniversary in between, and all is well only when the client says so.</summary>
    [Fact]
    public async Task A_promise_that_was_missed_twice()
    {
        using var talk = await WithBloeker(Anna, Ben, Grace, Language.English);
        await talk.Say(Ben, "promise Weber to Blöker \"the confirmation in the post\" by Friday");
        await talk.Until("2027-03-04T09:00");
        await talk.Until("2027-03-05T09:00");
        await talk.Until("2027-03-05T17:00");
        await talk.Until("2027-03-08T10:00");
        await talk.Say(Anna, "log Weber call with Blöker incoming tense: asks where the confirmation is");
        await talk.Say(Anna, "moved Weber to Wednesday told");
        await talk.Until("2027-03-09T09:00");
        await talk.Until("2027-03-10T09:00");
        await talk.Until("2027-03-10T17:00");
        await talk.Until("2027-03-11T10:00");
        await talk.Say(Anna, "brief Weber", DirectOf(Anna));
        await talk.Until("2027-03-11T13:00");
        await talk.Until("2027-03-12T10:00");
        await talk.Say(Ben, "kept Weber");
        await talk.Say(Anna, "today", DirectOf(Anna));
        await talk.Say(Anna, "brief Weber", DirectOf(Anna));
        await talk.Until("2027-03-15T09:00");
        await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(card => ButtonsOf(card).Any(button => button.ActionId == "promise.confirmed")), "promise.confirmed"));
        await talk.Say(Anna, "brief Weber", DirectOf(Anna));
        await talk.Until("2027-03-16T09:00");
        await talk.Say(Anna, "timeline Weber", DirectOf(Anna));
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Eine_Zusage_wird_zweimal_verpasst()
    {
        using var talk = await WithBloeker(Clara, Bernd, Gisela, Language.German);
        await talk.Say(Bernd, "zusage Weber an Blöker „Bestätigung per Post“ bis Freitag");
        await talk.Until("2027-03-04T09:00");
        await talk.Until("2027-03-05T09:00");
        await talk.Until("2027-03-05T17:00");
        await talk.Until("2027-03-08T10:00");
        await talk.Say(Clara, "notiz Weber anruf mit Blöker eingehend angespannt: fragt, wo die Bestätigung bleibt");
        await talk.Say(Clara, "verschoben Weber auf Mittwoch gesagt");
        await talk.Until("2027-03-09T09:00");
        await talk.Until("2027-03-10T09:00");
        await talk.Until("2027-03-10T17:00");
        await talk.Until("2027-03-11T10:00");
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Until("2027-03-11T13:00");
        await talk.Until("2027-03-12T10:00");
        await talk.Say(Bernd, "gehalten Weber");
        await talk.Say(Clara, "heute", DirectOf(Clara));
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Until("2027-03-15T09:00");
        await talk.Press(Clara, ButtonOf(talk.Cards.Values.Last(card => ButtonsOf(card).Any(button => button.ActionId == "promise.confirmed")), "promise.confirmed"));
        await talk.Say(Clara, "kurzprofil Weber", DirectOf(Clara));
        await talk.Until("2027-03-16T09:00");
        await talk.Say(Clara, "verlauf Weber", DirectOf(Clara));
        Approved.Transcript(talk);
    }

    [Fact]
    public async Task Every_step_can_be_taken_back()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "promise Weber: the sample by Friday");
        foreach (var (line, state) in new[]
        {
            ("kept Weber", PromiseState.Kept), ("withdraw Weber", PromiseState.Withdrawn), ("moved Weber to Monday told", PromiseState.Renegotiated), ("moved Weber to Monday", PromiseState.Missed),
        })
        {
            var before = await Rows(talk);
            await talk.Say(Anna, line);
            (await Promises(talk)).Single().StateAt(talk.Now).ShouldBe(state, line);
            await talk.Say(Anna, "undo");
            (await Rows(talk)).ShouldBe(before, line);
        }

        await talk.Until("2027-03-15T10:00");
        var broken = await Rows(talk);
        await talk.Say(Anna, "promise confirmed Weber");
        (await Promises(talk)).Single().ConfirmedAt.ShouldNotBeNull();
        await talk.Say(Anna, "undo");
        (await Rows(talk)).ShouldBe(broken);
    }

    [Fact]
    public async Task A_promise_that_was_noted_is_undone_and_goes_with_its_steps()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Press(Anna, await talk.Say(Anna, "promise Weber: the sample by Friday"), "record.remove");
        (await Promises(talk)).ShouldBeEmpty();
        await talk.Say(Anna, "promise Weber: the sample by Friday");
        await talk.Until("2027-03-05T18:00");
        await talk.Say(Anna, "undo");
        (await Rows(talk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_card_stays_as_true_as_the_promise()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var made = await talk.Say(Ben, "promise Weber to Sabine Klein: the sample by Friday");
        CardText.Of(talk.AsItReads(made)).ShouldContain("Sabine Klein, Weber GmbH: promised by Friday 5 March");
        await talk.Press(Anna, made, "promise.kept");
        CardText.Of(talk.AsItReads(made)).ShouldContain("promise kept");
        ButtonsOf(talk.AsItReads(made)).Select(button => button.ActionId).ShouldNotContain("promise.kept");
        await talk.Say(Anna, "undo");
        CardText.Of(talk.AsItReads(made)).ShouldContain("promised by Friday 5 March");
    }

    /// <summary>Which day "today" is in a message that was sent on one day and drawn on another, nobody could tell.</summary>
    [Fact]
    public async Task A_card_that_is_drawn_anew_on_another_day_names_days_by_their_dates()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var made = await talk.Say(Ben, "promise Weber: the sample by Thursday");
        var tomorrow = await talk.Say(Ben, "promise Weber: the leaflet by tomorrow");
        await talk.Until("2027-03-04T10:00");
        await talk.Say(Anna, "moved Weber to Friday told: the sample");
        await talk.Press(Anna, tomorrow, "promise.kept");
        await talk.Say(Anna, "undo");
        CardText.Of(talk.AsItReads(made)).ShouldSatisfyAllConditions(text => text.ShouldContain("promised by Thursday 4 March"), text => text.ShouldContain("> the sample"));
        CardText.Of(talk.AsItReads(tomorrow)).ShouldContain("promised by Tuesday 2 March");
    }

    [Theory]
    [InlineData("English")]
    [InlineData("German")]
    public async Task A_complaint_about_a_promise_is_offered_once(string language)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var (person, brief) = language == "English" ? (Anna, "brief Weber") : (Clara, "kurzprofil Weber");
        await talk.Say(person, "promise Weber: the sample by tomorrow");
        await talk.Until("2027-03-05T10:00");
        var nudge = talk.Cards.Values.Last(card => ButtonsOf(card).Any(button => button.ActionId == "promise.complain"));
        var offered = await talk.Say(person, brief);
        ButtonsOf(offered.Card!).ShouldContain(button => button.ActionId == "promise.complain");
        await talk.Submit(person, await talk.Press(person, offered, "promise.complain"));
        ButtonsOf((await talk.Say(person, brief)).Card!).ShouldNotContain(button => button.ActionId == "promise.complain");
        var again = await talk.Press(person, ButtonOf(nudge, "promise.complain"));
        again.Form.ShouldBeNull();
        CardText.Of(again).ShouldContain(language == "English" ? "A complaint by Weber GmbH is open already" : "Von Weber GmbH ist schon eine Beschwerde offen");
    }

    [Theory]
    [InlineData("promise.moved-told", "told", "promise moved to Monday 8 March, and they know", PromiseState.Renegotiated)]
    [InlineData("promise.moved-untold", "not-told", "promise moved to Monday 8 March; they don’t know yet", PromiseState.Missed)]
    public async Task A_new_date_is_asked_for_in_a_form(string action, string told, string said, PromiseState state)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var made = await talk.Say(Ben, "promise Weber: the sample by Friday");
        await talk.Say(Ben, "promise Weber: something else by Thursday");
        var form = await talk.Press(Ben, made, action);
        form.Form!.Fields.ToDictionary(field => field.Name, field => field.Value).ShouldSatisfyAllConditions(
            fields => fields["told"].ShouldBe(told), fields => fields["text"].ShouldBe("the sample"), fields => fields["due"].ShouldBeEmpty());
        (await talk.Submit(Ben, form, ("due", "yesterday"))).Errors.Values.Single().ShouldContain("That’s in the past.");
        (await talk.Submit(Ben, form, ("due", "Monday"))).Card!.Headline.Plain.ShouldContain(said);
        (await Promises(talk)).Single(promise => promise.Text == "the sample").ShouldSatisfyAllConditions(
            promise => promise.On.ShouldBe(new LocalDate(2027, 3, 8)), promise => promise.StateAt(talk.Now).ShouldBe(state));
    }

    [Theory]
    [InlineData("told", "is expecting this tomorrow, as promised.")]
    [InlineData("not-told", "the new date is tomorrow, and they don’t know it yet. Best to tell them.")]
    public async Task Before_a_new_date_it_is_said_whether_they_know_it(string told, string said)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var made = await talk.Say(Ben, "promise Weber to Sabine Klein: the sample by Friday");
        await talk.Submit(Ben, await talk.Press(Ben, made, "promise.moved-told"), ("due", "10 March"), ("told", told));
        await talk.Until("2027-03-09T09:30");
        talk.Cards.Values.Select(CardText.Of).ShouldContain(card => card.Contains("Sabine Klein (Weber GmbH)", StringComparison.Ordinal) && card.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_several_promises_words_or_buttons_tell_which()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "promise Weber to Sabine Klein: the new sample by Thursday");
        await talk.Say(Ben, "zusage Weber: Angebot bis Freitag");
        var which = await talk.Say(Anna, "kept Weber");
        ButtonsOf(which.Card!).Select(button => button.Label).ShouldBe(["“the new sample” to Sabine Klein by Thursday 4 March", "“Angebot” by Friday 5 March"]);
        (await talk.Press(Anna, ButtonsOf(which.Card!).Last())).Card!.Headline.Plain.ShouldBe("Weber GmbH: promise kept");
        (await talk.Press(Anna, ButtonsOf(which.Card!).First())).Card!.Headline.Plain.ShouldBe("That’s already done.");
        await talk.Say(Anna, "promise Weber: an invitation by Friday");
        (await talk.Say(Anna, "kept Weber: sample")).Card!.Headline.Plain.ShouldBe("Sabine Klein, Weber GmbH: promise kept");
        (await talk.Say(Anna, "kept Weber")).Card!.Headline.Plain.ShouldBe("Weber GmbH: promise kept");
        (await talk.Say(Anna, "kept Weber")).Card!.Headline.Plain.ShouldBe("Nothing is promised to Weber GmbH right now. “/nudge promise Weber GmbH: … by Friday” notes a promise.");
        (await talk.Say(Anna, "promise confirmed Weber")).Card!.Headline.Plain.ShouldBe("Weber GmbH has nothing to confirm at the moment.");
    }

    [Theory]
    [InlineData("we promised Weber the sample by Friday", "Shall I keep this promise to Weber GmbH in mind?")]
    [InlineData("habe Weber bis Freitag das Angebot versprochen", "Weber GmbH: Soll ich mir diese Zusage merken?")]
    public async Task A_sentence_of_own_words_may_be_a_promise(string sentence, string asked)
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var person = sentence.StartsWith("we", StringComparison.Ordinal) ? Anna : Clara;
        var proposed = await talk.Say(person, sentence);
        proposed.Card!.Headline.Plain.ShouldBe(asked);
        (await Promises(talk)).ShouldBeEmpty();
        await talk.Press(person, ButtonsOf(proposed.Card!).First());
        (await Promises(talk)).Single().ShouldSatisfyAllConditions(promise => promise.Text.ShouldBe(sentence), promise => promise.On.ShouldBe(new LocalDate(2027, 3, 5)));
    }

    [Fact]
    public async Task Without_a_day_the_form_asks_for_it()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var proposed = await talk.Say(Anna, "we promised Weber the sample");
        var form = await talk.Press(Anna, ButtonsOf(proposed.Card!).First());
        form.Form!.Id.ShouldBe("promise");
        await talk.Submit(Anna, form, ("due", "Friday"));
        (await Promises(talk)).Single().On.ShouldBe(new LocalDate(2027, 3, 5));
        var noted = await talk.Say(Anna, "Weber rang, wants a sample by Thursday");
        (await talk.Press(Anna, ButtonsOf(noted.Card!).Single(button => button.Label == "It is a promise"))).Form!.Fields.Single(field => field.Name == "due").Value.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_promise_missed_twice_offers_a_complaint_with_its_words()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        var made = await talk.Say(Ben, "promise Weber to Sabine Klein: the sample by Tuesday");
        await talk.Until("2027-03-08T09:00");
        var form = await talk.Press(Anna, ButtonOf(talk.Cards.Values.Last(card => ButtonsOf(card).Any(button => button.ActionId == "promise.complain")), "promise.complain"));
        form.Form!.Id.ShouldBe("complaint");
        form.Form.Fields.Single(field => field.Name == "text").Value.ShouldBe("Promised twice and not kept: the sample");
        (await talk.Submit(Anna, form)).Card!.Headline.Plain.ShouldBe("Sabine Klein, Weber GmbH: complaint logged");
        made.Card.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_days_for_the_same_thing_are_pointed_out_to_both_alone()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Ben, "promise Weber: the new sample by Thursday");
        await talk.Say(Anna, "promise Weber: sample by Friday");
        talk.Posted.Select(post => (post.Address, post.IsDirect)).ShouldBe([(Anna.Id, true), (Ben.Id, true)], ignoreOrder: true);
        CardText.Of(talk.Cards.Values.First()).ShouldContain("Weber GmbH seems to have been promised this twice, by");
        await talk.Say(Anna, "moved Weber to Thursday told: sample");
        talk.Posted.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Today_shows_a_promise_to_whoever_made_it_and_to_those_who_look_after_the_account()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Clara, "zusage Weber an Sabine Klein: Muster bis Freitag");
        CardText.Of(await talk.Say(Clara, "heute")).ShouldContain("Sabine Klein (Weber GmbH): fällig Freitag, 5. März");
        CardText.Of(await talk.Say(Anna, "today")).ShouldContain("Sabine Klein (Weber GmbH): due Friday 5 March");
        CardText.Of(await talk.Say(Anna, "open")).ShouldContain("promise");
        CardText.Of(await talk.Say(Anna, "account show Weber")).ShouldContain("Open promises: 1");
        CardText.Of(await talk.Say(Anna, "search Muster")).ShouldContain("promised to Sabine Klein by 5 March 2027");
        await talk.Until("2027-03-08T10:00");
        CardText.Of(await talk.Say(Clara, "heute")).ShouldContain("war bis Freitag, 5. März zugesagt");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldContain("Sabine Klein (Weber GmbH) has been waiting since");
        await talk.Say(Clara, "gehalten Weber");
        CardText.Of(await talk.Say(Clara, "heute")).ShouldNotContain("zugesagt");
    }

    [Theory]
    [InlineData("kept Weber", PromiseState.KeptLate, "")]
    [InlineData("kept Weber yesterday", PromiseState.Kept, "Kept yesterday.")]
    [InlineData("kept Weber on Friday: the sample", PromiseState.Kept, "Kept Friday 5 March.")]
    [InlineData("gehalten Weber gestern", PromiseState.Kept, "Kept yesterday.")]
    [InlineData("gehalten Weber am Freitag", PromiseState.Kept, "Kept Friday 5 March.")]
    [InlineData("kept Weber on 1 March", null, "It wasn’t promised for that date yet on that day.")]
    public async Task It_may_have_been_kept_on_an_earlier_day(string line, PromiseState? state, string shown)
    {
        using var talk = await Client.At("2027-03-05T10:00"); // a Friday
        await talk.Say(Anna, "promise Weber: the sample by Monday");
        await talk.Until(line.Contains("ester", StringComparison.Ordinal) ? "2027-03-09T10:00" : "2027-03-09T11:00");
        CardText.Of(await talk.Say(Anna, line)).ShouldContain(shown);
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        var promise = await store.Promises.SingleAsync();
        if (state is null) promise.IsOpen.ShouldBeTrue();
        else promise.StateAt(talk.Now).ShouldBe(state.Value);
    }

    [Fact]
    public async Task The_digest_counts_what_was_kept_in_time()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "promise Weber: the sample by Friday");
        await talk.Say(Anna, "kept Weber");
        await talk.Say(Anna, "promise Weber: the invitation by Friday");
        CardText.Of(await talk.Say(Anna, "digest")).ShouldSatisfyAllConditions(text => text.ShouldContain("Open promises: 1"), text => text.ShouldContain("Promises kept on time: 1 of 1"));
    }

    [Fact]
    public async Task After_a_talk_it_is_asked_whether_it_is_done()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Say(Anna, "promise Weber to Sabine Klein: the sample by Friday");
        var noted = await talk.Say(Anna, "log Weber visit with Sabine Klein: brought the sample");
        CardText.Of(noted).ShouldContain("“the sample” is promised by Friday 5 March. Is it done?");
        await talk.Press(Anna, noted, "promise.kept");
        (await Promises(talk)).Single().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task The_lead_is_a_setting_of_the_team()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        await talk.Submit(Anna, await talk.Say(Anna, "team settings"), ("promise", "3"));
        await talk.Say(Anna, "promise Weber: the sample by Friday");
        await talk.Until("2027-03-02T09:00");
        talk.Posted.ShouldHaveSingleItem().Address.ShouldBe(Anna.Id);
    }

    [Fact]
    public async Task Another_teams_promise_is_answered_like_a_missing_one()
    {
        using var talk = await Client.At("2027-03-01T10:00");
        foreach (var action in new[] { "promise.kept", "promise.moved-told", "promise.moved-untold", "promise.withdrawn", "promise.confirmed", "promise.complain", "promise.choose" })
            (await talk.Press(Anna, new Button(action, "", ButtonValue.For(Guid.NewGuid()).ToString()))).Card!.Headline.Plain.ShouldBe("I can’t find that any more. “/nudge today” shows what is open.");
    }

    /// <summary>Weber GmbH, a client for ten years on 11 March, and Mr Blöker there, whose birthday is on the 22nd.</summary>
    [Theory]
    [InlineData(Language.English, "Best if you ring them yourself", "someone senior should ring them")]
    [InlineData(Language.German, "Am besten rufst du selbst an", "die Leitung sollte anrufen")]
    public async Task A_managers_call_after_the_second_miss_stands_in_the_week_in_today_and_on_the_own_page_until_it_is_made(Language language, string asked, string needed)
    {
        var isGerman = language == Language.German;
        var (owner, promiser, manager) = isGerman ? (Clara, Bernd, Gisela) : (Anna, Ben, Grace);
        using var talk = await WithBloeker(owner, promiser, manager, language);
        await talk.Say(promiser, isGerman ? "zusage Weber an Blöker: Muster bis Freitag" : "promise Weber to Blöker: the sample by Friday");
        await talk.Until("2027-03-10T08:59");
        await IsCalledFor(false);
        await talk.Until("2027-03-10T09:00");
        await IsCalledFor(true);
        await talk.Say(promiser, isGerman ? "gehalten Weber" : "kept Weber");
        await IsCalledFor(true);
        await talk.Say(promiser, isGerman ? "zusage bestätigt Weber" : "promise confirmed Weber");
        await IsCalledFor(true);
        await Client.Change(talk, (store, _) => store.Members.Single(member => member.PersonId == manager.Id).WeekAt = Sample.In(2027, 3, 15, 9));
        await talk.Until("2027-03-15T09:00");
        CardText.Of(talk.Cards[talk.Posted.Last(post => post.Post.Kind == PostKind.Week).Post.Key]).ShouldContain(needed);
        CardText.Of(await talk.Say(owner, isGerman ? "heute" : "today", DirectOf(owner))).ShouldNotContain(asked);
        await talk.Say(manager, isGerman ? "notiz Weber anruf mit Blöker: ausgesprochen" : "log Weber call with Blöker: talked it over", DirectOf(manager));
        await IsCalledFor(false);

        async Task IsCalledFor(bool isAsked)
        {
            CardText.Of(await talk.Say(manager, isGerman ? "heute" : "today", DirectOf(manager))).Contains(asked, StringComparison.Ordinal).ShouldBe(isAsked);
            CardText.Of(await talk.Turn(manager, new Visited(), DirectOf(manager))).Contains(asked, StringComparison.Ordinal).ShouldBe(isAsked);
            CardText.Of(await talk.Say(manager, isGerman ? "überblick" : "digest", DirectOf(manager))).Contains(needed, StringComparison.Ordinal).ShouldBe(isAsked);
        }
    }

    private static async Task<Talk> WithBloeker(ChatPerson owner, ChatPerson deputy, ChatPerson manager, Language language)
    {
        var talk = await At("2027-03-01T10:00");
        await talk.Say(owner, language == Language.German ? "kunde neu Weber GmbH" : "account add Weber GmbH");
        await Client.Change(talk, (store, team) =>
        {
            var account = store.Accounts.Single();
            foreach (var (person, isManager) in new[] { (deputy, false), (manager, true) })
            {
                var member = new Member { WorkspaceId = team.WorkspaceId, PersonId = person.Id, Name = person.Name, Language = language, Zone = person.Zone };
                store.Members.Add(member);
                store.Memberships.Add(new Membership { WorkspaceId = team.WorkspaceId, TeamId = team.Id, MemberId = member.Id, IsManager = isManager, JoinedAt = talk.Now });
                if (!isManager) account.DeputyId = member.Id;
            }

            account.Since = new LocalDate(2017, 3, 11);
            store.Contacts.Add(new Contact { WorkspaceId = team.WorkspaceId, TeamId = team.Id, AccountId = account.Id, Name = language == Language.German ? "Herr Blöker" : "Mr Blöker", Birthday = new AnnualDate(3, 22) });
        });
        return talk;
    }

    private static async Task<List<Promise>> Promises(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        return await store.Promises.ToListAsync();
    }

    /// <summary>Every row of promises, as it is stored.</summary>
    private static async Task<IReadOnlyList<string>> Rows(Talk talk)
    {
        await using var store = talk.Stores.Open(await Client.Scope(talk));
        await store.Promises.LoadAsync();
        return [.. store.ChangeTracker.Entries().Select(entry => $"{entry.Metadata.Name} {string.Join(';', entry.Properties.Select(property => $"{property.Metadata.Name}={property.CurrentValue}"))}").Order(StringComparer.Ordinal)];
    }
}
