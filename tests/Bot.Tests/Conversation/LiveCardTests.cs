using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Tests.Conversation.Team;

namespace AccountNudge.Bot.Tests.Conversation;

/// <summary>A card that shows a complaint, or what was recorded, is as true as they are, whoever changes them and from wherever.</summary>
public sealed class LiveCardTests
{
    [Theory]
    [InlineData("ack Acme: rang them", "Acme: they know we have the complaint", "complaint.update")]
    [InlineData("update Acme: the part is ordered", "Acme: they have news on the complaint", "complaint.update")]
    [InlineData("chased Acme", "Acme: they asked again about the complaint", "complaint.acknowledge")]
    [InlineData("waiting Acme", "Acme: we’re waiting for their answer", "complaint.update")]
    [InlineData("resolve Acme", "Acme: complaint solved, and they know", "complaint.confirm")]
    [InlineData("resolve Acme|confirm Acme", "Acme: they agree it’s solved", "complaint.cause")]
    [InlineData("resolve Acme|reopen Acme", "Acme: complaint open again", "complaint.acknowledge")]
    [InlineData("unjustified Acme: came on the agreed day", "Acme: complaint closed as not justified", "complaint.reopen")]
    [InlineData("ack Acme|undo", "Acme: complaint logged", "complaint.acknowledge")]
    [InlineData("breach Acme: heard it elsewhere", "Acme: marked as a breach of trust", "complaint.acknowledge")]
    [InlineData("breach Acme|undo", "Acme: complaint logged", "complaint.acknowledge")]
    [InlineData("vertrauensbruch Acme|leitungsgespräch Acme", "Acme: someone senior has talked to them", "complaint.acknowledge")]
    [InlineData("keine vermittlung Acme", "Acme: nobody neutral needed", "complaint.acknowledge")]
    [InlineData("resolve Acme|confirm Acme|undo|undo", "Acme: complaint logged", "complaint.acknowledge")]
    [InlineData("eingang Acme: angerufen", "Acme: they know we have the complaint", "complaint.update")]
    [InlineData("gelöst Acme|bestätigt Acme", "Acme: they agree it’s solved", "complaint.cause")]
    [InlineData("wartet Acme|nachgefragt Acme", "Acme: they asked again about the complaint", "complaint.update")]
    public async Task A_complaints_card_in_the_channel_follows_what_is_typed_in_a_direct_message(string lines, string headline, string firstButton)
    {
        using var talk = await Acme();
        var opened = await talk.Say(Talk.Anna, "complaint Acme: late again");
        foreach (var line in lines.Split('|')) await talk.Say(Talk.Ben, line, Talk.DirectOf(Talk.Ben));
        var card = talk.AsItReads(opened);
        card.Headline.Plain.ShouldBe(headline);
        Talk.ButtonsOf(card).First().ActionId.ShouldBe(firstButton);
    }

    [Theory]
    [InlineData("complaint.acknowledge", "they know we have the complaint", "client knows we have it")]
    [InlineData("complaint.resolve", "complaint solved, and they know", "solved")]
    public async Task A_press_in_a_direct_message_changes_every_card_and_says_nothing_new_in_the_channel(string action, string headline, string settled)
    {
        using var talk = await Acme();
        var opened = await talk.Say(Talk.Anna, "complaint Acme: late again");
        await talk.Until("2027-03-05T13:30");
        var nudge = talk.Posted.ShouldHaveSingleItem().Post.Key;
        var day = await talk.Say(Talk.Anna, "today", Talk.DirectOf(Talk.Anna));
        var posts = talk.Posted.Count;
        (await talk.Press(Talk.Anna, day, action, Talk.DirectOf(Talk.Anna))).Card!.Headline.Plain.ShouldContain(headline);
        talk.AsItReads(opened).Headline.Plain.ShouldContain(headline);
        CardText.Of(talk.Cards[nudge]).ShouldContain($"✓ Anna: {settled}");
        talk.Posted.Count.ShouldBe(posts);
    }

    [Fact]
    public async Task A_press_on_the_card_itself_is_shown_by_the_card_and_by_nothing_else()
    {
        using var talk = await Acme();
        var opened = await talk.Say(Talk.Anna, "complaint Acme: late again");
        var pressed = await talk.Press(Talk.Ben, opened, "complaint.acknowledge");
        (pressed.IsRenewed, pressed.Live).ShouldBe((true, null));
        var card = talk.AsItReads(opened);
        card.Headline.Plain.ShouldBe("Acme: they know we have the complaint");
        await talk.Press(Talk.Anna, Talk.ButtonOf(card, "complaint.resolve"));
        talk.AsItReads(opened).Headline.Plain.ShouldBe("Acme: complaint solved, and they know");
        (await talk.Press(Talk.Anna, opened, "complaint.acknowledge")).OnlyAsker.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_is_on_it_stands_on_the_card_until_the_next_morning()
    {
        using var talk = await Acme();
        var opened = await talk.Say(Talk.Anna, "complaint Acme: late again");
        await talk.Press(Talk.Ben, opened, "complaint.on-it");
        var card = talk.AsItReads(opened);
        CardText.Of(card).ShouldContain("Ben is on it. I’ll keep quiet until 09:00 on Tuesday 9 March; the deadline stands.");
        Talk.ButtonsOf(card).ShouldNotContain(button => button.ActionId == "complaint.on-it");
        await talk.Say(Talk.Anna, "update Acme: ordered");
        CardText.Of(talk.AsItReads(opened)).ShouldNotContain("Ben is on it");
    }

    [Fact]
    public async Task Silence_and_a_changed_region_are_shown_too()
    {
        using var talk = await Acme();
        var opened = await talk.Say(Talk.Anna, "complaint Acme: late again");
        CardText.Of(talk.AsItReads(opened)).ShouldContain("by 13:00 today");
        await talk.Say(Talk.Anna, "team hours Mon-Thu 9-17");
        await talk.Until("2027-03-05T09:01");
        CardText.Of(talk.AsItReads(opened)).ShouldContain("by 13:00 on Tuesday 9 March");
        var resolved = await talk.Say(Talk.Anna, "resolve Acme");
        await talk.Until("2027-03-22T10:00");
        talk.AsItReads(resolved).Headline.Plain.ShouldBe("Acme: nothing more from them, so the complaint counts as settled");
    }

    [Theory]
    [InlineData("log Acme call: fine", "undo", "Anna removed this.")]
    [InlineData("log Acme: sent a sample", "rückgängig", "Anna removed this.")]
    [InlineData("notiz Acme Anruf gestern: alles gut", "undo", "Anna removed this.")]
    [InlineData("log Neu & Co call: first contact", "undo", "Anna removed this.")]
    public async Task What_the_team_saw_recorded_it_also_sees_taken_back_from_elsewhere(string recorded, string undo, string said)
    {
        using var talk = await Acme();
        var reply = await talk.Say(Talk.Anna, recorded);
        if (reply.Live is null) reply = await talk.Press(Talk.Anna, reply, "draft.create");
        await talk.Say(Talk.Anna, undo, Talk.DirectOf(Talk.Anna));
        var card = talk.AsItReads(reply);
        card.Headline.Plain.ShouldBe(said);
        Talk.ButtonsOf(card).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_corrected_note_says_so_where_it_stood()
    {
        using var talk = await Acme();
        var reply = await talk.Say(Talk.Anna, "log Acme call: fin");
        await talk.Submit(Talk.Anna, await talk.Press(Talk.Anna, reply, "record.correct"), ("words", "fine"));
        talk.AsItReads(reply).Headline.Plain.ShouldBe("Anna corrected this; the new version is further down.");
    }

    [Theory]
    [InlineData("undo", "Anna took back “complaint Acme: late again”.")]
    [InlineData("remove complaint Acme: recorded twice", "Anna took back “complaint Acme: late again”.")]
    [InlineData("beschwerde löschen Acme: doppelt", "Anna took back “complaint Acme: late again”.")]
    [InlineData("delete complaint Acme: was another client", "Anna took back “complaint Acme: late again”.")]
    public async Task A_complaint_goes_only_with_a_word_why(string line, string said)
    {
        using var talk = await Acme();
        var opened = await talk.Say(Talk.Anna, "complaint Acme: late again");
        var answer = await talk.Say(Talk.Anna, line, Talk.DirectOf(Talk.Anna));
        if (line == "undo")
        {
            talk.AsItReads(opened).Headline.Plain.ShouldBe("Acme: complaint logged");
            var form = await talk.Press(Talk.Anna, answer, "complaint.remove");
            (await talk.Submit(Talk.Anna, form, ("text", ""))).Errors.Keys.ShouldBe(["text"]);
            await talk.Submit(Talk.Anna, form, ("text", "recorded twice"));
        }

        var card = talk.AsItReads(opened);
        card.Headline.Plain.ShouldBe(said);
        card.Parts.OfType<Paragraph>().ShouldHaveSingleItem().Text.Plain.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nobody_removes_what_others_recorded_or_what_has_moved_on()
    {
        using var talk = await Acme();
        var opened = await talk.Say(Talk.Anna, "complaint Acme: late again");
        (await talk.Press(Talk.Ben, opened, "complaint.remove")).Card!.Headline.Plain.ShouldBe(ConversationTexts.NotYours.Plain(Core.Texts.Voice.English));
        (await talk.Say(Talk.Ben, "remove complaint Acme: no")).Card!.Headline.Plain.ShouldContain("You haven’t logged a complaint from Acme.");
        await talk.Say(Talk.Ben, "ack Acme", Talk.DirectOf(Talk.Ben));
        (await talk.Say(Talk.Anna, "remove complaint Acme: no")).Card!.Headline.Plain.ShouldBe(ConversationTexts.TouchedSince.Plain(Core.Texts.Voice.English));
        talk.AsItReads(opened).Headline.Plain.ShouldBe("Acme: they know we have the complaint");
    }

    [Theory]
    [InlineData("confirm Acme", "we should order a week earlier", "What would prevent it: “we should order a week earlier”")]
    [InlineData("bestätigt Acme", "eine Woche früher bestellen", "What would prevent it: “eine Woche früher bestellen”")]
    [InlineData("confirm Acme: all fine", "prevent Acme: check the invoice twice", "What would prevent it: “check the invoice twice”")]
    [InlineData("confirm Acme", "vorbeugen Acme: Rechnung doppelt prüfen", "What would prevent it: “Rechnung doppelt prüfen”")]
    public async Task What_would_prevent_it_is_asked_once_and_answered_by_the_next_line(string confirmed, string line, string said)
    {
        using var talk = await Acme();
        await talk.Say(Talk.Anna, "complaint Acme: late again");
        await talk.Say(Talk.Anna, "resolve Acme");
        CardText.Of(await talk.Say(Talk.Anna, confirmed)).ShouldContain("what would stop this happening again?");
        var answered = CardText.Of(await talk.Say(Talk.Anna, line));
        answered.ShouldContain(said);
        answered.ShouldNotContain("happening again?");
        (await talk.Say(Talk.Anna, "another line that is no command")).OnlyAsker.ShouldBeTrue();
    }

    [Fact]
    public async Task What_would_prevent_it_is_answered_by_a_button_and_can_be_taken_back()
    {
        using var talk = await Acme();
        await talk.Say(Talk.Anna, "complaint Acme: late again");
        await talk.Say(Talk.Anna, "resolve Acme");
        var confirmed = await talk.Say(Talk.Anna, "confirm Acme");
        var buttons = Talk.ButtonsOf(confirmed.Card!).Where(button => button.ActionId == "complaint.cause").ToList();
        buttons.Count.ShouldBe(7);
        (await talk.Press(Talk.Ben, buttons[3])).IsRenewed.ShouldBeTrue();
        CardText.Of(talk.AsItReads(confirmed)).ShouldContain("What would prevent it: Being on time.");
        (await talk.Press(Talk.Anna, buttons[1])).OnlyAsker.ShouldBeTrue();
        await talk.Say(Talk.Ben, "undo");
        CardText.Of(talk.AsItReads(confirmed)).ShouldContain("what would stop this happening again?");
    }

    [Theory]
    [InlineData("today", "2027-03-05T09:10", true)]
    [InlineData("today", "2027-03-05T09:15", true)]
    [InlineData("today", "2027-03-05T09:16", false)]
    public async Task The_next_line_is_taken_for_the_answer_for_a_quarter_of_an_hour_and_never_instead_of_a_command(string command, string at, bool isTaken)
    {
        using var talk = await Acme();
        await talk.Say(Talk.Anna, "complaint Acme: late again");
        await talk.Say(Talk.Anna, "resolve Acme");
        await talk.Say(Talk.Anna, "confirm Acme");
        await talk.Say(Talk.Anna, command);
        (await talk.Say(Talk.Ben, "order a week earlier")).OnlyAsker.ShouldBeTrue();
        (await talk.Say(Talk.Anna, "order a week earlier", Talk.DirectOf(Talk.Anna))).Live.ShouldBeNull();
        await talk.Until(at);
        ((await talk.Say(Talk.Anna, "order a week earlier")).Live is not null).ShouldBe(isTaken);
    }

    [Theory]
    [InlineData("ack Acme: rang them", "Acme: complaint logged", "late again")]
    [InlineData("chased Acme|chased Acme: third time", "Acme: complaint logged", "late again")]
    [InlineData("eingang Acme|gelöst Acme: Teil ist da", "Acme: complaint logged", "late again")]
    public async Task Of_several_cards_in_one_place_the_newest_shows_the_state_and_the_others_what_they_were_about(string lines, string headline, string quote)
    {
        using var talk = await Acme();
        var replies = new List<Reply> { await talk.Say(Talk.Anna, "complaint Acme: late again") };
        foreach (var line in lines.Split('|')) replies.Add(await talk.Say(Talk.Ben, line));
        await talk.Until("2027-03-05T09:01");
        var first = talk.AsItReads(replies[0]);
        (first.Headline.Plain, first.Parts.OfType<Quote>().Single().Words).ShouldBe((headline, quote));
        CardText.Of(first).ShouldContain("the latest is further down");
        replies[..^1].ShouldAllBe(reply => !Talk.ButtonsOf(talk.AsItReads(reply)).Any());
        Talk.ButtonsOf(talk.AsItReads(replies[^1])).ShouldNotBeEmpty();
        await talk.Say(Talk.Ben, "update Acme: on its way", Talk.DirectOf(Talk.Ben));
        talk.AsItReads(replies[0]).ShouldBeSameAs(first);
    }

    [Theory] // what was said on Friday 5 March, what is done and undone on the Monday after, what the card says on each day
    [InlineData("promise Acme: the sample by tomorrow", "kept Acme", "promised by tomorrow", "promised by Saturday 6 March")]
    [InlineData("zusage Acme: das Muster bis heute 17 Uhr", "gehalten Acme", "promised by 17:00 today", "promised by 17:00 on Friday 5 March")]
    [InlineData("plan Acme call tomorrow", "plan cancel Acme", "call, tomorrow", "call, Saturday 6 March")]
    public async Task Drawn_again_on_another_day_a_card_names_days_by_their_dates(string line, string done, string said, string later)
    {
        using var talk = await Acme();
        var reply = await talk.Say(Talk.Anna, line);
        CardText.Of(reply).ShouldContain(said);
        await talk.Until("2027-03-08T10:00");
        await talk.Say(Talk.Anna, done);
        await talk.Say(Talk.Anna, "undo");
        CardText.Of(talk.AsItReads(reply)).ShouldContain(later);
    }

    [Theory]
    [InlineData("undo", "Taken back.")]
    [InlineData("rückgängig", "Taken back.")]
    public async Task What_the_card_says_of_an_undo_is_not_said_again_beside_it(string undo, string said)
    {
        using var talk = await Acme();
        var reply = await talk.Say(Talk.Anna, "promise Acme: the sample by Monday");
        var undone = await talk.Say(Talk.Anna, undo);
        (undone.OnlyAsker, undone.Card!.Headline.Plain).ShouldBe((true, said));
        talk.AsItReads(reply).Headline.Plain.ShouldStartWith("Anna took back “promise Acme");
    }

    private static async Task<Talk> Acme()
    {
        var talk = await ExampleTeam.WithTeam("2027-03-05T09:00");
        await talk.Say(Talk.Anna, "account add Acme");
        return talk;
    }
}
