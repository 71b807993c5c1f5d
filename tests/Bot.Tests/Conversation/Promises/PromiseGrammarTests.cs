using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Promises;
using AccountNudge.Bot.Tests.Conversation.Grammar;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Promises;

/// <summary>How promises are typed. It is Wednesday, 12 May 2027, half past ten.</summary>
public sealed class PromiseGrammarTests
{
    private static readonly IReadOnlyList<Command> Commands = [new PromiseCommand(), new KeepPromise(), new MovePromise(), new WithdrawPromise(), new ConfirmPromise()];

    [Theory]
    [InlineData("promise Acme \"confirmation in the post\" by Fri", null, null, "2027-05-14", "\"confirmation in the post\"")]
    [InlineData("promise Acme: the sample by Friday", null, null, "2027-05-14", "the sample")]
    [InlineData("promise Acme the sample by Friday", null, null, "2027-05-14", "the sample")]
    [InlineData("promise Acme by Friday: the sample", null, null, "2027-05-14", "the sample")]
    [InlineData("promise Acme to Peter Klein: the sample by 20 May", "Dr. Peter Klein", null, "2027-05-20", "the sample")]
    [InlineData("promise Acme to Klein by tomorrow 15:00: the sample", "Dr. Peter Klein", null, "2027-05-13T15:00", "the sample")]
    [InlineData("promise Acme to send the offer until next Tuesday", null, null, "2027-05-18", "to send the offer")]
    [InlineData("promise to Acme: an introduction to Nora by end of month", null, null, "2027-05-31", "an introduction to Nora")]
    [InlineData("promise Acme @[U1|Anna Berg] to Peter Klein: a call by Monday", "Dr. Peter Klein", "Anna Berg", "2027-05-17", "a call")]
    [InlineData("promise Acme promised by Anna Berg: a call by Monday", null, "Anna Berg", "2027-05-17", "a call")]
    [InlineData("zusage Acme: das Muster bis Freitag", null, null, "2027-05-14", "das Muster")]
    [InlineData("zusage Acme das Muster bis Freitag", null, null, "2027-05-14", "das Muster")]
    [InlineData("zusage Acme bis Freitag: das Muster", null, null, "2027-05-14", "das Muster")]
    [InlineData("zusage Acme an Peter Klein: das Muster bis 20.5.", "Dr. Peter Klein", null, "2027-05-20", "das Muster")]
    [InlineData("zusage Acme an Herrn Größer bis morgen 15 Uhr: das Muster", "Jonas Größer", null, "2027-05-13T15:00", "das Muster")]
    [InlineData("zusage Acme „Bestätigung per Post“ bis Fr", null, null, "2027-05-14", "„Bestätigung per Post“")]
    [InlineData("zusage Acme @[U1|Anna Berg] an Peter Klein: Rückruf bis Montag", "Dr. Peter Klein", "Anna Berg", "2027-05-17", "Rückruf")]
    [InlineData("zusage Acme zugesagt von Anna Berg: Rückruf bis Montag", null, "Anna Berg", "2027-05-17", "Rückruf")]
    [InlineData("zusage Müller: Vermittlung an Nora bis Monatsende", null, null, "2027-05-31", "Vermittlung an Nora")]
    public void Reads_promises(string line, string? contact, string? by, string due, string text)
    {
        var arguments = Read(line).ShouldBeOfType<Understood>(line).Arguments;
        arguments.NameOrNone("contact")?.Name.ShouldBe(contact);
        arguments.Has("contact").ShouldBe(contact is not null);
        arguments.NameOrNone("promiser")?.Name.ShouldBe(by);
        arguments.Has("promiser").ShouldBe(by is not null);
        arguments.Raw["due"].ShouldBe(due);
        arguments.Text("text").ShouldBe(text);
        SameByForm(Commands[0], arguments);
    }

    [Theory]
    [InlineData("promise Acme: the sample")]
    [InlineData("promise Acme to Peter Klein: the sample")]
    [InlineData("zusage Acme: das Muster")]
    [InlineData("zusage Acme an Peter Klein: das Muster")]
    public void Asks_by_when(string line)
    {
        var reading = Read(line).ShouldBeOfType<NotUnderstood>(line);
        reading.MissingSlots.Select(slot => slot.Name).ShouldBe(["due"]);
        reading.Raw["account"].ShouldBe(StandIns.Acme.Id.ToString("N"));
    }

    [Theory]
    [InlineData("kept Acme", "promise.kept", null, null, "")]
    [InlineData("kept Acme: the sample", "promise.kept", null, null, "the sample")]
    [InlineData("gehalten Acme", "promise.kept", null, null, "")]
    [InlineData("eingehalten Acme: das Muster", "promise.kept", null, null, "das Muster")]
    [InlineData("moved Acme to Monday told", "promise.moved", "2027-05-17", "told", "")]
    [InlineData("moved Acme to Monday 14:00", "promise.moved", "2027-05-17T14:00", null, "")]
    [InlineData("moved Acme Monday not told: the sample", "promise.moved", "2027-05-17", "not-told", "the sample")]
    [InlineData("verschoben Acme auf Montag gesagt", "promise.moved", "2027-05-17", "told", "")]
    [InlineData("verschoben Acme auf den 20.5.", "promise.moved", "2027-05-20", null, "")]
    [InlineData("verschoben Acme auf Montag noch nicht gesagt: das Muster", "promise.moved", "2027-05-17", "not-told", "das Muster")]
    [InlineData("withdraw Acme", "promise.withdrawn", null, null, "")]
    [InlineData("zurückgezogen Acme: das Muster", "promise.withdrawn", null, null, "das Muster")]
    [InlineData("promise confirmed Acme", "promise.confirmed", null, null, "")]
    [InlineData("zusage bestätigt Acme", "promise.confirmed", null, null, "")]
    public void Reads_what_becomes_of_them(string line, string command, string? due, string? told, string which)
    {
        var understood = Read(line).ShouldBeOfType<Understood>(line);
        understood.Command.Words.Id.ShouldBe(command);
        understood.Arguments.Name("account").ShouldBe(StandIns.Acme);
        understood.Arguments.Raw.GetValueOrDefault("due").ShouldBe(due);
        understood.Arguments.Choice("told").ShouldBe(told);
        understood.Arguments.Text("text").ShouldBe(which);
        SameByForm(understood.Command, understood.Arguments);
    }

    [Theory]
    [InlineData("we promised Krause the sample by Friday", true, "2027-05-14")]
    [InlineData("I promised Krause to ring until tomorrow 15:00", true, "2027-05-13T15:00")]
    [InlineData("promised Krause the sample", true, null)]
    [InlineData("Krause rang, we've promised him an offer by 20 May", true, "2027-05-20")]
    [InlineData("Krause promised us the money by Friday", false, "2027-05-14")]
    [InlineData("they promised to pay by Friday", false, "2027-05-14")]
    [InlineData("we never promised Krause anything", false, null)]
    [InlineData("habe Krause bis Freitag das Angebot versprochen", true, "2027-05-14")]
    [InlineData("wir haben Krause das Muster zugesagt", true, null)]
    [InlineData("Ich habe Krause einen Rückruf bis morgen zugesagt", true, "2027-05-13")]
    [InlineData("Krause hat uns das Geld bis Freitag versprochen", false, "2027-05-14")]
    [InlineData("wir haben Krause nichts versprochen, kein Wort", true, null)]
    [InlineData("haben Krause nie etwas versprochen", false, null)]
    public void Knows_our_promises_in_a_sentence(string sentence, bool isOurs, string? due)
    {
        SentenceReader.Promises(sentence).ShouldBe(isOurs);
        (SentenceReader.Due(sentence, PromiseSlots.Due, StandIns.Now) is { } when ? Given.Write(when) : null).ShouldBe(due);
    }

    [Theory]
    [InlineData("\"confirmation in the post\"", "confirmation in the post")]
    [InlineData("„Bestätigung per Post“", "Bestätigung per Post")]
    [InlineData("“a” and “b”", "“a” and “b”")]
    [InlineData("the sample", "the sample")]
    public void Quotation_marks_around_all_of_it_are_no_part_of_it(string typed, string words) => PromiseSlots.Unquoted(typed).ShouldBe(words);

    private static void SameByForm(Command command, Arguments arguments)
    {
        foreach (var voice in (Voice[])[Voice.English, Voice.German])
        {
            var form = FormBuilder.Build(command, arguments.Raw, StandIns.Names, voice, "");
            FormReader.Read(command, form.Fields.ToDictionary(field => field.Name, field => field.Value), StandIns.Names, StandIns.Now)
                .ShouldBeOfType<Filled>().Arguments.Raw.ShouldBe(arguments.Raw, ignoreOrder: true);
        }
    }

    private static Reading Read(string line) => CommandReader.Read(line, Commands, StandIns.Names, StandIns.Now);
}
