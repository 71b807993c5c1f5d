using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static AccountNudge.Bot.Tests.Conversation.Talk;

namespace AccountNudge.Bot.Tests.Conversation.Interactions;

/// <summary>A note is of the kind that was said, or a plain note that asks; never a call that nobody made.</summary>
public sealed class KindTests
{
    private static readonly LocalDate Today = new(2027, 3, 5);
    private static readonly LocalDate Yesterday = new(2027, 3, 4);

    /// <summary>What is typed behind the client's name, and what it says.</summary>
    public static TheoryData<string, InteractionKind, Direction, bool> Said => new()
    {
        { "rang yesterday: wants a quote", InteractionKind.Call, Direction.They, true },
        { "called, wants a quote", InteractionKind.Call, Direction.They, false },
        { "they just phoned about the invoice", InteractionKind.Call, Direction.They, false },
        { "we rang them yesterday", InteractionKind.Call, Direction.We, true },
        { ": called them, all fine", InteractionKind.Call, Direction.We, false },
        { "has emailed the signed order", InteractionKind.Mail, Direction.They, false },
        { "wrote that the samples are fine", InteractionKind.Mail, Direction.They, false },
        { ": we've written to them about March", InteractionKind.Mail, Direction.We, false },
        { "texted back, fine by her", InteractionKind.Chat, Direction.They, false },
        { "met with us yesterday to plan the fair", InteractionKind.Visit, Direction.We, true },
        { "came by, brought the old catalogue", InteractionKind.Visit, Direction.They, false },
        { "visited us yesterday", InteractionKind.Visit, Direction.They, true },
        { "had lunch, talked about the fair", InteractionKind.Visit, Direction.We, false },
        { "rief gestern an: fragt nach dem Termin", InteractionKind.Call, Direction.They, true },
        { "rief uns eben an, fragt nach dem Termin", InteractionKind.Call, Direction.They, false },
        { "hat gestern angerufen wegen der Rechnung", InteractionKind.Call, Direction.They, true },
        { ": wir haben gestern telefoniert, alles gut", InteractionKind.Call, Direction.We, true },
        { "angerufen, alles besprochen", InteractionKind.Call, Direction.We, false },
        { "hat uns die Zahlen gemailt", InteractionKind.Note, Direction.We, false },
        { "hat gemailt, die Zahlen stimmen", InteractionKind.Mail, Direction.They, false },
        { "schrieb, dass die Muster passen", InteractionKind.Mail, Direction.They, false },
        { ": ich habe ihnen geschrieben", InteractionKind.Note, Direction.We, false },
        { ": wir haben geschrieben, Antwort steht aus", InteractionKind.Mail, Direction.We, false },
        { "war gestern da, hat die Muster angesehen", InteractionKind.Visit, Direction.We, true },
        { "waren bei uns, wollen ausbauen", InteractionKind.Visit, Direction.We, false },
        { "haben uns gestern getroffen: Messe geplant", InteractionKind.Visit, Direction.We, true },
        { "hat uns besucht und die Halle gesehen", InteractionKind.Visit, Direction.They, false },
        { "kam kurz vorbei", InteractionKind.Visit, Direction.They, false },
        { "telefonisch geklärt, Lieferung am Montag", InteractionKind.Call, Direction.We, false },
    };

    /// <summary>Words that look like a kind and are none, or do not say it for certain.</summary>
    public static TheoryData<string> NotSaid =>
    [
        "wants a quote", "called off the meeting", "called for a lower price", ": rang, no answer", ": called but nobody there", "met the deadline", "met our expectations",
        "visited our website twice", "wrote the press release", "wrote to us on WhatsApp", "did not call", ": will call tomorrow", "has never called", ": should have called", "ring binder ordered",
        "möchte ein Angebot", "rief nicht an", ": hat nicht angerufen", ": angerufen, niemanden erreicht", ": rief an, nur Mailbox", ": wird anrufen", "war da anderer Meinung",
        "traf eine Entscheidung", ": Entscheidung getroffen", "schrieb das Angebot um", "besucht die Messe", ": will uns besuchen", "Angebot geschickt",
    ];

    [Theory]
    [MemberData(nameof(Said))]
    public async Task What_was_said_is_recorded(string words, InteractionKind kind, Direction direction, bool yesterday)
    {
        var note = await Recorded($"log Acme{(words[0] == ':' ? "" : " ")}{words}");
        note.Kind.ShouldBe(kind);
        if (kind != InteractionKind.Note) note.Direction.ShouldBe(direction);
        note.On.ShouldBe(yesterday ? Yesterday : Today);
    }

    /// <summary>The 5th of March is a Friday.</summary>
    [Theory]
    [InlineData("log Acme rang on Monday: wants a quote", 1)]
    [InlineData("notiz Acme rief am Montag an: möchte ein Angebot", 1)]
    [InlineData("log Acme: called on Tuesday about the fair", 2)]
    [InlineData("notiz Acme hat am Dienstag angerufen", 2)]
    [InlineData("log Acme called Wednesday, all fine", 3)]
    public async Task The_day_among_the_words_counts(string line, int day)
    {
        var note = await Recorded(line);
        (note.Kind, note.On).ShouldBe((InteractionKind.Call, new LocalDate(2027, 3, day)));
    }

    [Theory]
    [MemberData(nameof(NotSaid))]
    public async Task What_was_not_said_is_a_note(string words)
    {
        var note = await Recorded($"log Acme{(words[0] == ':' ? "" : " ")}{words}");
        (note.Kind, note.IsSubstantive).ShouldBe((InteractionKind.Note, false));
        note.Text.ShouldBe(words.TrimStart(':', ' '));
    }

    [Theory]
    [MemberData(nameof(NotSaid))]
    public async Task Nor_by_form(string words)
    {
        using var talk = await WithAcme();
        var card = await talk.Submit(Anna, await talk.Say(Anna, "log"), ("account", "Acme"), ("text", words.TrimStart(':', ' ')));
        ButtonsOf(card.Card!).Count(button => button.ActionId == "interaction.kind").ShouldBe(5);
        (await Only(talk)).Kind.ShouldBe(InteractionKind.Note);
    }

    [Theory]
    [InlineData("rang, wants a quote", InteractionKind.Call)]
    [InlineData("hat angerufen, fragt nach dem Termin", InteractionKind.Call)]
    [InlineData("They emailed the order", InteractionKind.Mail)]
    [InlineData("Haben uns getroffen.", InteractionKind.Visit)]
    public async Task A_form_reads_the_same_words(string text, InteractionKind kind)
    {
        using var talk = await WithAcme();
        await talk.Submit(Anna, await talk.Say(Anna, "notiz"), ("account", "Acme"), ("text", text));
        var note = await Only(talk);
        (note.Kind, note.Text).ShouldBe((kind, text));
    }

    [Theory]
    [InlineData("log Acme note: wants a quote", InteractionKind.Note)]
    [InlineData("notiz Acme Notiz: will ein Angebot", InteractionKind.Note)]
    [InlineData("log Acme gift: rang, no answer", InteractionKind.Gift)]
    [InlineData("notiz Acme mail: rief an wegen der Rechnung", InteractionKind.Mail)]
    public async Task A_kind_that_was_named_is_not_asked_about(string line, InteractionKind kind)
    {
        using var talk = await WithAcme();
        var card = await talk.Say(Anna, line);
        ButtonsOf(card.Card!).ShouldNotContain(button => button.ActionId == "interaction.kind");
        (await Only(talk)).Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task Without_words_and_kind_there_is_nothing_to_note()
    {
        using var talk = await WithAcme();
        (await talk.Say(Anna, "log Acme yesterday")).Form.ShouldNotBeNull().Fields.Single(field => field.Name == "when").Value.ShouldBe("2027-03-04");
        (await talk.Say(Anna, "log Acme note")).Form.ShouldNotBeNull().Fields.Single(field => field.Name == "kind").Value.ShouldBe("Note");
        var opened = await talk.Say(Anna, "log");
        (await talk.Submit(Anna, opened, ("account", "Acme"))).Errors.Keys.ShouldBe(["text"]);
        (await talk.Submit(Anna, opened, ("account", "Acme"), ("kind", "Note"))).Errors.Keys.ShouldBe(["text"]);
        (await talk.Submit(Anna, opened, ("account", "Acme"), ("kind", "Call"))).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_press_completes_the_note_once_and_only_for_whoever_noted_it()
    {
        using var talk = await WithAcme();
        var asked = await talk.Say(Anna, "log Acme: wants a quote");
        var buttons = ButtonsOf(asked.Card!).Where(button => button.ActionId == "interaction.kind").ToList();
        buttons.Select(button => button.Label).ShouldBe(["Call", "Email", "Meeting", "Video", "Chat"]);
        (await talk.Press(Ben, asked, "interaction.kind")).OnlyAsker.ShouldBeTrue();
        (await Only(talk)).Kind.ShouldBe(InteractionKind.Note);

        var set = await talk.Press(Anna, buttons[2]);

        set.Replaces.ShouldBeTrue();
        ButtonsOf(set.Card!).Select(button => button.ActionId).ShouldBe(["interaction.mood", "interaction.mood", "interaction.mood", "record.correct", "record.remove"]);
        (await Only(talk)).Kind.ShouldBe(InteractionKind.Visit);
        (await talk.Press(Anna, buttons[0])).Replaces.ShouldBeFalse();
        (await Only(talk)).Kind.ShouldBe(InteractionKind.Visit);
        (await talk.Press(Anna, set, "record.correct")).Form!.Fields.Single(field => field.Name == "kind").Value.ShouldBe("Visit");
    }

    [Theory]
    [InlineData("undo")]
    [InlineData("rückgängig")]
    [InlineData("")]
    public async Task A_completed_note_is_taken_back_whole(string line)
    {
        using var talk = await WithAcme();
        var set = await talk.Press(Anna, await talk.Say(Anna, "log Acme: wants a quote"), "interaction.kind");
        if (line.Length > 0) await talk.Say(Anna, line);
        else await talk.Press(Anna, set, "record.remove");
        (await All(talk)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_note_does_not_count_as_a_talk()
    {
        using var talk = await WithAcme();
        var asked = await talk.Say(Anna, "log Acme: read about them in the paper");
        CardText.Of(await talk.Say(Anna, "account show Acme")).ShouldContain("Last talk: none noted yet");
        CardText.Of(await talk.Say(Anna, "brief Acme")).ShouldContain("note (Anna): “read about them in the paper”");
        await talk.Press(Anna, asked, "interaction.kind");
        CardText.Of(await talk.Say(Anna, "account show Acme")).ShouldContain("Last talk: 5 March 2027");
    }

    private static async Task<Interaction> Recorded(string line)
    {
        using var talk = await WithAcme();
        await talk.Say(Anna, line);
        return await Only(talk);
    }

    private static async Task<Interaction> Only(Talk talk) => (await All(talk)).ShouldHaveSingleItem();

    private static async Task<List<Interaction>> All(Talk talk)
    {
        await using var store = talk.Stores.Open(Scope.Nothing);
        return await store.Interactions.IgnoreQueryFilters().ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<Talk> WithAcme()
    {
        var talk = await Talk.At("2027-03-05T10:00");
        await talk.Say(Anna, "account add Acme");
        return talk;
    }
}
