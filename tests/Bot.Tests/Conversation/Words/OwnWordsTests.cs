using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Words;

/// <summary>
/// Lines that begin with no command, on Friday, 5 March 2027. Known are Krause GmbH with Sabine Klein and Tom Baker, and Weber Bau with Petra
/// Moos. Nothing is recorded before a button is pressed.
/// </summary>
public sealed class OwnWordsTests
{
    private static readonly LocalDate Today = new(2027, 3, 5);

    /// <summary>A sentence, and what [Note it] records: whom, with whom, how, who began, when, and how it felt.</summary>
    public static TheoryData<string, string, string, InteractionKind, Direction, int, Mood> Told => new()
    {
        // English; the day is how many days ago.
        { "Krause rang today, furious about the delay", "Krause GmbH", "", InteractionKind.Call, Direction.They, 0, Mood.Tense },
        { "Krause called yesterday and wants a quote by Friday", "Krause GmbH", "", InteractionKind.Call, Direction.They, 1, Mood.Unsaid },
        { "Yesterday Sabine Klein phoned, she was delighted", "Krause GmbH", "Sabine Klein", InteractionKind.Call, Direction.They, 1, Mood.Good },
        { "I rang Krause yesterday about the samples", "Krause GmbH", "", InteractionKind.Call, Direction.We, 1, Mood.Unsaid },
        { "emailed Krause the new price list", "Krause GmbH", "", InteractionKind.Mail, Direction.We, 0, Mood.Unsaid },
        { "Got a mail from Weber Bau, they are happy with the brochure", "Weber Bau", "", InteractionKind.Mail, Direction.They, 0, Mood.Good },
        { "We met Tom Baker at Krause on Tuesday", "Krause GmbH", "Tom Baker", InteractionKind.Visit, Direction.We, 3, Mood.Unsaid },
        { "Just had a good call with Ms Moos", "Weber Bau", "Petra Moos", InteractionKind.Call, Direction.We, 0, Mood.Unsaid },
        { "the buyer at Krause rang this morning", "Krause GmbH", "", InteractionKind.Call, Direction.They, 0, Mood.Unsaid },
        { "Krause: rang yesterday, not happy at all", "Krause GmbH", "", InteractionKind.Call, Direction.They, 1, Mood.Tense },
        { "Hi, Krause emailed, they like the draft", "Krause GmbH", "", InteractionKind.Mail, Direction.They, 0, Mood.Unsaid },
        { "Krause liked the quote", "Krause GmbH", "", InteractionKind.Note, Direction.We, 0, Mood.Unsaid },
        { "Krause are annoyed", "Krause GmbH", "", InteractionKind.Note, Direction.We, 0, Mood.Tense },
        { "was at Weber Bau yesterday, saw the new hall", "Weber Bau", "", InteractionKind.Visit, Direction.We, 1, Mood.Unsaid },
        { "called Krause this morning to confirm the date", "Krause GmbH", "", InteractionKind.Call, Direction.We, 0, Mood.Unsaid },
        { "spoke to Lisa Hahn at Krause yesterday, she wants a new date", "Krause GmbH", "", InteractionKind.Note, Direction.We, 1, Mood.Unsaid },
        { "talked to Krause on Tuesday about the fair", "Krause GmbH", "", InteractionKind.Note, Direction.We, 3, Mood.Unsaid },
        { "met with Lisa Hahn from Weber Bau on Tuesday", "Weber Bau", "", InteractionKind.Visit, Direction.We, 3, Mood.Unsaid },

        // German.
        { "Krause hat heute angerufen, ist stinksauer wegen der Lieferung", "Krause GmbH", "", InteractionKind.Call, Direction.They, 0, Mood.Tense },
        { "Gestern hat Frau Klein von Krause angerufen", "Krause GmbH", "Sabine Klein", InteractionKind.Call, Direction.They, 1, Mood.Unsaid },
        { "Frau Moos war gestern da, ganz begeistert", "Weber Bau", "Petra Moos", InteractionKind.Visit, Direction.We, 1, Mood.Good },
        { "habe gestern mit Krause telefoniert", "Krause GmbH", "", InteractionKind.Call, Direction.We, 1, Mood.Unsaid },
        { "Ich habe Krause gestern angerufen", "Krause GmbH", "", InteractionKind.Call, Direction.We, 1, Mood.Unsaid },
        { "gestern rief mich Tom Baker an", "Krause GmbH", "Tom Baker", InteractionKind.Call, Direction.They, 1, Mood.Unsaid },
        { "Krause hat gemailt, will bis Freitag ein Angebot", "Krause GmbH", "", InteractionKind.Mail, Direction.They, 0, Mood.Unsaid },
        { "haben uns am Dienstag mit Krause getroffen", "Krause GmbH", "", InteractionKind.Visit, Direction.We, 3, Mood.Unsaid },
        { "Anruf von Krause, fragt nach dem Termin", "Krause GmbH", "", InteractionKind.Call, Direction.They, 0, Mood.Unsaid },
        { "hatte gestern ein langes Telefonat mit Weber Bau", "Weber Bau", "", InteractionKind.Call, Direction.We, 1, Mood.Unsaid },
        { "Die Einkaufsleiterin von Krause rief an, sehr verärgert", "Krause GmbH", "", InteractionKind.Call, Direction.They, 0, Mood.Tense },
        { "war gestern bei Krause, alles gut", "Krause GmbH", "", InteractionKind.Visit, Direction.We, 1, Mood.Unsaid },
        { "Heute rief Krause an", "Krause GmbH", "", InteractionKind.Call, Direction.They, 0, Mood.Unsaid },
        { "Krause ist genervt", "Krause GmbH", "", InteractionKind.Note, Direction.We, 0, Mood.Tense },
        { "Seit gestern ist Krause sauer", "Krause GmbH", "", InteractionKind.Note, Direction.We, 0, Mood.Tense },
        { "Guten Morgen, Sabine Klein hat geschrieben, sie freut sich auf die Messe", "Krause GmbH", "Sabine Klein", InteractionKind.Mail, Direction.They, 0, Mood.Good },
        { "Krause findet das Angebot gut", "Krause GmbH", "", InteractionKind.Note, Direction.We, 0, Mood.Unsaid },
        { "gestern mit Krause gesprochen, alles gut", "Krause GmbH", "", InteractionKind.Note, Direction.We, 1, Mood.Unsaid },
        { "habe gestern mit Lisa Hahn von Krause gesprochen", "Krause GmbH", "", InteractionKind.Note, Direction.We, 1, Mood.Unsaid },
        { "haben am Dienstag mit Frau Hahn von Krause telefoniert", "Krause GmbH", "", InteractionKind.Call, Direction.We, 3, Mood.Unsaid },
        { "Besuch bei Weber Bau gestern", "Weber Bau", "", InteractionKind.Visit, Direction.We, 1, Mood.Unsaid },
    };

    /// <summary>Nobody talked, or not yet: never a talk, and never in the past.</summary>
    public static TheoryData<string> NotTalked =>
    [
        "nobody from Krause rang", "Krause did not call", "Krause has not called yet", "I tried to call Krause", "Krause wants a call on Monday", "Krause will call tomorrow", "should have called Krause",
        "call with Krause next Tuesday", "meeting with Krause on Monday", "Krause asked to be called back", "reminder: call Krause", "Krause never emailed", "the printer called Krause incompetent",
        "niemand von Krause rief an", "Krause hat nicht angerufen", "Krause ruft am Montag an", "Krause möchte angerufen werden", "Krause hätte angerufen", "keiner von Krause hat sich gemeldet", "Anruf bei Krause morgen",
        "Treffen mit Krause am Montag", "Krause wollte anrufen", "bitte Krause anrufen", "Krause hat noch nicht geschrieben", "Besuch bei Krause ist verschoben", "Krause wird angerufen",
    ];

    /// <summary>Questions about somebody known: the brief, for the asker alone.</summary>
    public static TheoryData<string, string> Asked => new()
    {
        { "has Krause called?", "Krause GmbH" },
        { "did Krause ring yesterday?", "Krause GmbH" },
        { "what about Krause?", "Krause GmbH" },
        { "when did we last talk to Weber Bau?", "Weber Bau" },
        { "any news from Krause", "Krause GmbH" },
        { "who looks after Weber Bau?", "Weber Bau" },
        { "show me everything about Krause", "Krause GmbH" },
        { "please tell me all about Weber Bau", "Weber Bau" },
        { "give me the whole story of Krause", "Krause GmbH" },
        { "zeig mir alles zu Krause", "Krause GmbH" },
        { "bitte zeige mir alles über Weber Bau", "Weber Bau" },
        { "erzähl mir etwas über Krause", "Krause GmbH" },
        { "hat Krause schon angerufen?", "Krause GmbH" },
        { "Hat Krause angerufen", "Krause GmbH" },
        { "wann haben wir zuletzt mit Krause gesprochen?", "Krause GmbH" },
        { "was ist mit Weber Bau?", "Weber Bau" },
        { "Gibt es was Neues von Krause", "Krause GmbH" },
        { "wartet Krause noch?", "Krause GmbH" },
        { "Krause rang?", "Krause GmbH" },
        { "war Frau Klein gestern da?", "Sabine Klein" },
    };

    /// <summary>A name or a number alone.</summary>
    public static TheoryData<string, string> Named => new()
    {
        { "Krause", "Krause GmbH" },
        { "krause gmbh", "Krause GmbH" },
        { "Weber Bau", "Weber Bau" },
        { "Weber", "Weber Bau" },
        { "Sabine Klein", "Sabine Klein" },
        { "Frau Klein", "Sabine Klein" },
        { "Klein?", "Sabine Klein" },
        { "Ms. Moos", "Petra Moos" },
        { "0221 12345", "Sabine Klein" },
        { "+49 221 12345", "Sabine Klein" },
        { "tel:+49-221-12345", "Sabine Klein" },
        { "+49 (0)221 / 123 45", "Sabine Klein" },
        { "„Krause GmbH“", "Krause GmbH" },
        { "*Krause*", "Krause GmbH" },
        { "hallo, Krause", "Krause GmbH" },
    };

    /// <summary>Small talk gets an answer and three things to try.</summary>
    public static TheoryData<string> Chatted =>
    [
        "hi", "Hello!", "hello there", "Good morning", "hey team", "what can you do?", "who are you", "thanks", "Thank you very much!", "thx :)", "ok, thanks", "how are you?", "hi 👋", "help me",
        "hallo", "Moin", "moin moin", "Servus zusammen", "Grüezi", "guten tag", "Guten Morgen, ihr Lieben", "was kannst du?", "Was kannst du alles", "danke", "Danke dir!", "merci", "vielen Dank", "wie geht's?", "tschüss", "ok",
        "wer bist du?", "hilf mir mal", "Hallo, was kannst du?", "alles klar, danke",
    ];

    /// <summary>Sentences that name nobody.</summary>
    public static TheoryData<string> NamingNobody =>
    [
        "they rang and want a quote", "she emailed yesterday", "had a great meeting yesterday", "the client is furious about the invoice", "just got off the phone, all fine", "he called twice this morning", "customer was delighted", "they liked the draft a lot",
        "sie haben angerufen und wollen ein Angebot", "er hat gestern gemailt", "der Kunde ist sauer wegen der Rechnung", "jemand rief heute an", "hat gestern geschrieben, alles gut", "die Kundin war begeistert", "sie waren gestern da",
    ];

    /// <summary>Commands that were not typed quite right.</summary>
    public static TheoryData<string, string> Mistyped => new()
    {
        { "complant Krause: late again", "complaint Krause: late again" },
        { "complaind Krause: late again", "complaint Krause: late again" },
        { "todya", "today" },
        { "hepl", "help" },
        { "acount add Delta Druck", "account add Delta Druck" },
        { "biref Krause", "brief Krause" },
        { "setings", "settings" },
        { "digesst", "digest" },
        { "quite", "quiet" },
        { "beschwerte Krause: schon wieder zu spät", "beschwerde Krause: schon wieder zu spät" },
        { "beschwehrde Krause: zu spät", "beschwerde Krause: zu spät" },
        { "huete", "heute" },
        { "hilve", "hilfe" },
        { "notitz Krause: rief an", "notiz Krause: rief an" },
        { "kurzprofiel Krause", "kurzprofil Krause" },
        { "einstelungen", "einstellungen" },
        { "abwesent bis Freitag", "abwesend bis Freitag" },
        { "kunde neuu Delta Druck", "kunde neu Delta Druck" },
    };

    [Theory]
    [MemberData(nameof(Told))]
    public async Task A_sentence_about_a_client_is_proposed_and_noted_at_a_press(string line, string account, string contact, InteractionKind kind, Direction direction, int daysAgo, Mood mood)
    {
        using var talk = await Started();
        var proposed = await talk.Say(Anna, line);
        (await Notes(talk)).ShouldBeEmpty();
        proposed.OnlyAsker.ShouldBeTrue();
        CardText.Of(proposed).ShouldContain(contact.Length > 0 ? $"Shall I note for {contact}, {account}" : $"Shall I note for {account}", Case.Sensitive, line);
        var noted = await talk.Press(Anna, proposed, "draft.run");
        ButtonsOf(noted.Card!).Select(button => button.Label).ShouldContain("Correct");
        var note = (await Notes(talk)).ShouldHaveSingleItem();
        (await Name(talk, note.AccountId), note.Kind, note.Direction, note.On, note.Mood).ShouldBe((account, kind, direction, Today.PlusDays(-daysAgo), mood), line);
        (note.ContactId is { } id ? await Person(talk, id) : "").ShouldBe(contact, line);
    }

    [Theory]
    [MemberData(nameof(NotTalked))]
    public async Task What_did_not_happen_becomes_no_talk(string line)
    {
        using var talk = await Started();
        var answered = await talk.Say(Anna, line);
        (await Notes(talk)).ShouldBeEmpty();
        if (answered.Card is { } card && ButtonsOf(card).Any(button => button.ActionId == "draft.run")) await talk.Press(Anna, answered, "draft.run");
        foreach (var note in await Notes(talk)) (note.Kind, note.IsSubstantive).ShouldBe((InteractionKind.Note, false), line);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    [MemberData(nameof(Named))]
    public async Task A_name_or_a_question_about_one_shows_the_brief_to_the_asker_alone(string line, string whom)
    {
        using var talk = await Started();
        foreach (var channel in (ChatChannel[])[Channel, DirectOf(Anna)])
        {
            var brief = await talk.Say(Anna, line, channel);
            brief.OnlyAsker.ShouldBeTrue();
            brief.Card!.Headline.Plain.ShouldStartWith(whom, Case.Sensitive, line);
            CardText.Of(brief).ShouldContain("Lately");
        }

        (await Notes(talk)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Chatted))]
    public async Task Small_talk_is_answered_with_three_things_to_try(string line)
    {
        using var talk = await Started();
        var reply = await talk.Say(Anna, line);
        ButtonsOf(reply.Card!).Select(button => button.Label).ShouldBe(["Note a talk", "A complaint", "Today"], line);
        (await talk.Press(Anna, ButtonsOf(reply.Card!).First())).Form!.Id.ShouldBe("log");
        (await talk.Press(Anna, reply, "draft.run")).Card.ShouldNotBeNull();
        CardText.Of(await talk.Say(Clara, line)).ShouldContain("[Gespräch notieren] [Eine Beschwerde] [Heute]");
    }

    [Theory]
    [MemberData(nameof(NamingNobody))]
    public async Task A_sentence_that_names_nobody_asks_for_which_client(string line)
    {
        using var talk = await Started();
        await talk.Say(Anna, "log Weber: likes the draft");
        var asked = await talk.Say(Anna, line);
        asked.Card!.Headline.Plain.ShouldBe("For which client?", line);
        ButtonsOf(asked.Card).Select(button => button.Label).ShouldBe(["Weber Bau", "Krause GmbH", "New client …"]);
        var proposed = await talk.Press(Anna, asked, "words.client");
        proposed.Card!.Headline.Plain.ShouldStartWith("Shall I note for Weber Bau");
        (await Notes(talk)).Count.ShouldBe(1);
        await talk.Press(Anna, proposed, "draft.run");
        (await Notes(talk)).Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Mistyped))]
    public async Task A_command_that_was_mistyped_is_a_button_that_runs_it_with_everything_typed(string line, string meant)
    {
        using var talk = await Started();
        var reply = await talk.Say(Anna, line);
        var button = ButtonsOf(reply.Card!).First();
        button.Label.ShouldBe(meant, line);
        var pressed = await talk.Press(Anna, button);
        using var other = await Started();
        var typed = await other.Say(Anna, meant);
        (pressed.Card?.Headline.Plain, pressed.Form?.Id).ShouldBe((typed.Card?.Headline.Plain, typed.Form?.Id));
    }

    [Fact]
    public async Task A_sentence_can_be_a_complaint_or_be_changed_and_only_one_of_them_is_made()
    {
        using var talk = await Started();
        var proposed = await talk.Say(Anna, "Sabine Klein rang yesterday, furious: the boxes were wet");
        ButtonsOf(proposed.Card!).Select(button => button.Label).ShouldBe(["Note it", "It is a complaint", "It is a promise", "Change …"]);
        var form = await talk.Press(Anna, ButtonsOf(proposed.Card!).Last());
        form.Form!.Fields.Single(field => field.Name == "mood").Value.ShouldBe("Tense");
        var complaint = await talk.Press(Anna, ButtonsOf(proposed.Card!).ElementAt(1));
        CardText.Of(complaint).ShouldContain("the boxes were wet");
        (await talk.Press(Anna, proposed, "draft.run")).Card!.Headline.Plain.ShouldBe("That’s already done.");
        (await Notes(talk)).ShouldBeEmpty();
    }

    /// <summary>A talk to come, and the plan that [Plan it] makes: whom, with whom, how and when.</summary>
    [Theory]
    [InlineData("I'll meet Sabine on Tuesday at 10", "Krause GmbH", "Sabine Klein", InteractionKind.Visit, 9, "10:00")]
    [InlineData("we will visit Weber Bau next Friday", "Weber Bau", "", InteractionKind.Visit, 12, "")]
    [InlineData("On Monday I'll call Tom Baker about the samples", "Krause GmbH", "Tom Baker", InteractionKind.Call, 8, "")]
    [InlineData("I'm meeting Krause tomorrow at 3pm", "Krause GmbH", "", InteractionKind.Visit, 6, "15:00")]
    [InlineData("Ich treffe Frau Klein am Dienstag um 10", "Krause GmbH", "Sabine Klein", InteractionKind.Visit, 9, "10:00")]
    [InlineData("Am Montag besuche ich Weber Bau", "Weber Bau", "", InteractionKind.Visit, 8, "")]
    [InlineData("morgen rufe ich Tom Baker an", "Krause GmbH", "Tom Baker", InteractionKind.Call, 6, "")]
    [InlineData("Wir treffen uns am Mittwoch mit Krause, wegen der Messe", "Krause GmbH", "", InteractionKind.Visit, 10, "")]
    public async Task A_talk_to_come_is_planned_at_a_press(string line, string account, string contact, InteractionKind kind, int dayOfMarch, string time)
    {
        using var talk = await Started();
        var proposed = await talk.Say(Anna, line);
        ButtonsOf(proposed.Card!).Select(button => button.Label).ShouldBe(["Plan it", "Just note it", "Change …"], line);
        await using var store = talk.Stores.Open(Scope.Nothing);
        (await store.Set<Plan>().IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        await talk.Press(Anna, proposed, "draft.run");
        var plan = await store.Set<Plan>().IgnoreQueryFilters().SingleAsync(TestContext.Current.CancellationToken);
        (await Name(talk, plan.AccountId), plan.Kind, plan.On, plan.Time?.ToString("HH:mm", null) ?? "").ShouldBe((account, kind, new LocalDate(2027, 3, dayOfMarch), time), line);
        (plan.ContactId is { } id ? await Person(talk, id) : "").ShouldBe(contact, line);
        (await Notes(talk)).ShouldBeEmpty();
    }

    /// <summary>Who speaks of a complaint is offered one first.</summary>
    [Theory]
    [InlineData("Krause is complaining that half of the order is missing")]
    [InlineData("Sabine Klein called with a complaint about the invoice")]
    [InlineData("Krause complained about the boxes")]
    [InlineData("Krause beschwert sich, dass die Rechnung zu hoch ist")]
    [InlineData("Frau Klein hat sich über die Lieferung beschwert")]
    [InlineData("Krause reklamiert die letzte Lieferung")]
    public async Task A_complaint_is_offered_first_where_it_is_called_so(string line)
    {
        using var talk = await Started();
        var proposed = await talk.Say(Anna, line);
        var first = ButtonsOf(proposed.Card!).First();
        (first.Label, first.Style).ShouldBe(("It is a complaint", ButtonStyle.Primary), line);
        CardText.Of(await talk.Press(Anna, first)).ShouldContain(line);
    }

    [Fact]
    public async Task Several_clients_are_asked_about()
    {
        using var talk = await Started();
        var asked = await talk.Say(Anna, "Krause and Weber Bau rang, both want the price list");
        ButtonsOf(asked.Card!).Select(button => button.Label).ShouldBe(["Krause GmbH", "Weber Bau", "New client …"]);
        (await talk.Press(Anna, asked, "words.client")).Card!.Headline.Plain.ShouldStartWith("Shall I note for Krause GmbH");
    }

    /// <summary>What stands where a client's name would is offered, the known name that looks like it first.</summary>
    [Theory]
    [InlineData("Lindner rang yesterday, wants a quote", "Lindner", "[Create and record]")]
    [InlineData("Lindner hat gestern angerufen, möchte ein Angebot", "Lindner", "[Create and record]")]
    [InlineData("Lindner Metallbau GmbH rief an", "Lindner Metallbau GmbH", "[Create and record]")]
    [InlineData("Had a call from Lindner: wants a quote", "Lindner", "[Create and record]")]
    [InlineData("Mail von Lindner bekommen", "Lindner", "[Create and record]")]
    [InlineData("Kraus rang yesterday", "Kraus", "[I mean Krause GmbH] [Create and record]")]
    [InlineData("Crause hat angerufen", "Crause", "[I mean Krause GmbH] [Create and record]")]
    public async Task An_unknown_client_is_offered(string line, string unknown, string buttons)
    {
        using var talk = await Started();
        var offered = await talk.Say(Anna, line);
        offered.Card!.Headline.Plain.ShouldContain($"“{unknown}”");
        CardText.Of(offered).ShouldContain(buttons);
        (await Notes(talk)).ShouldBeEmpty();
        await talk.Press(Anna, offered, "draft.create");
        var note = (await Notes(talk)).ShouldHaveSingleItem();
        (await Name(talk, note.AccountId), note.Text).ShouldBe((unknown, line));
    }

    [Fact]
    public async Task A_newcomer_begins_with_own_words()
    {
        using var talk = await At("2027-03-05T15:00");
        var offered = await talk.Say(Clara, "Krause hat angerufen, will ein Angebot", DirectOf(Clara));
        var noted = await talk.Press(Clara, offered, "draft.create", DirectOf(Clara));
        noted.Card!.Headline.Plain.ShouldBe("Krause: Anruf vom Kunden, heute");
    }

    internal static async Task<Talk> Started()
    {
        var talk = await At("2027-03-05T15:00");
        await talk.Say(Anna, "account add Krause GmbH");
        await talk.Say(Anna, "account add Weber Bau");
        await talk.Say(Anna, "contact add Sabine Klein at Krause GmbH phone +49 221 12345");
        await talk.Say(Anna, "contact add Tom Baker at Krause GmbH");
        await talk.Say(Anna, "contact add Petra Moos at Weber Bau");
        return talk;
    }

    private static async Task<List<Interaction>> Notes(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Interactions.IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Name(Talk talk, Guid account)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return (await store.Accounts.IgnoreQueryFilters().SingleAsync(one => one.Id == account, TestContext.Current.CancellationToken)).Name;
    }

    private static async Task<string> Person(Talk talk, Guid contact)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return (await store.Contacts.IgnoreQueryFilters().SingleAsync(one => one.Id == contact, TestContext.Current.CancellationToken)).Name;
    }
}
