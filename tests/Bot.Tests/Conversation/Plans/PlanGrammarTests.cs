using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Conversation.Plans;
using AccountNudge.Bot.Tests.Conversation.Grammar;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Conversation.Plans;

/// <summary>How plans are typed. It is Wednesday, 12 May 2027, half past ten.</summary>
public sealed class PlanGrammarTests
{
    private static readonly IReadOnlyList<Command> Commands = [new PlanCommand(), new MovePlan(), new CallOffPlan(), new LogCommand()];

    [Theory]
    [InlineData("plan Acme call next Tuesday", "Call", null, "2027-05-18", "")]
    [InlineData("meet Acme video tomorrow 15:00", "Video", null, "2027-05-13T15:00", "")]
    [InlineData("meet Acme tomorrow at 3pm", null, null, "2027-05-13T15:00", "")]
    [InlineData("plan Acme visit with Peter Klein on Friday 10:00: yearly review", "Visit", "Dr. Peter Klein", "2027-05-14T10:00", "yearly review")]
    [InlineData("plan Acme with Klein on Friday at noon", null, "Dr. Peter Klein", "2027-05-14T12:00", "")]
    [InlineData("plan call with Acme on 20 May: the offer", "Call", null, "2027-05-20", "the offer")]
    [InlineData("plan Acme meeting 2027-06-01 9:30", "Visit", null, "2027-06-01T09:30", "")]
    [InlineData("plan Acme mail in 3 days: send the draft", "Mail", null, "2027-05-15", "send the draft")]
    [InlineData("plan tomorrow Acme chat", "Chat", null, "2027-05-13", "")]
    [InlineData("meet Acme today 11:00", null, null, "2027-05-12T11:00", "")]
    [InlineData("meet Acme 15:00", null, null, "2027-05-12T15:00", "")]
    [InlineData("meet Acme at 9", null, null, "2027-05-13T09:00", "")]
    [InlineData("plan Acme call: Friday", "Call", null, "2027-05-14", "")]
    [InlineData("termin Acme um 9", null, null, "2027-05-13T09:00", "")]
    [InlineData("termin Acme am Fr", null, null, "2027-05-14", "")]
    [InlineData("plan Acme call a week from Friday", "Call", null, "2027-05-21", "")]
    [InlineData("plan Acme call next Tuesday about the offer", "Call", null, "2027-05-18", "about the offer")]
    [InlineData("termin Acme Besuch mit Peter Klein am Freitag um 10: Jahresgespräch", "Visit", "Dr. Peter Klein", "2027-05-14T10:00", "Jahresgespräch")]
    [InlineData("vorhaben Acme anruf nächsten Dienstag", "Call", null, "2027-05-18", "")]
    [InlineData("termin Acme morgen 15 Uhr", null, null, "2027-05-13T15:00", "")]
    [InlineData("termin Acme morgen um halb drei: Angebot", null, null, "2027-05-13T14:30", "Angebot")]
    [InlineData("termin Acme Video mit Herrn Größer am 20.5. um 9.15 Uhr", "Video", "Jonas Größer", "2027-05-20T09:15", "")]
    [InlineData("vorhaben Acme Mail in 3 Tagen: Entwurf schicken", "Mail", null, "2027-05-15", "Entwurf schicken")]
    [InlineData("vorhaben Acme telefonat übernächsten Montag", "Call", null, "2027-05-24", "")]
    [InlineData("termin Acme treffen am 1.6.2027, 9:30 Uhr", "Visit", null, "2027-06-01T09:30", "")]
    [InlineData("termin Acme heute 11 Uhr", null, null, "2027-05-12T11:00", "")]
    [InlineData("termin Acme um 15 Uhr", null, null, "2027-05-12T15:00", "")]
    [InlineData("vorhaben Müller Besuch Freitag in einer Woche", "Visit", null, "2027-05-21", "")]
    [InlineData("plan Acme Anruf nächste Woche Freitag", "Call", null, "2027-05-21", "")]
    public void Reads_plans(string line, string? kind, string? contact, string when, string text)
    {
        var arguments = Read(line).ShouldBeOfType<Understood>(line).Arguments;
        arguments.Choice("kind").ShouldBe(kind);
        arguments.NameOrNone("contact")?.Name.ShouldBe(contact);
        arguments.Has("contact").ShouldBe(contact is not null);
        arguments.Raw["when"].ShouldBe(when);
        arguments.Text("text").ShouldBe(text);
        foreach (var voice in (Voice[])[Voice.English, Voice.German])
        {
            var form = FormBuilder.Build(Commands[0], arguments.Raw, StandIns.Names, voice, "");
            form.Fields.Single(field => field.Name == "when").Kind.ShouldBe(FieldKind.Line);
            FormReader.Read(Commands[0], form.Fields.ToDictionary(field => field.Name, field => field.Value), StandIns.Names, StandIns.Now)
                .ShouldBeOfType<Filled>().Arguments.Raw.ShouldBe(arguments.Raw, ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("plan Acme")]
    [InlineData("plan Acme call")]
    [InlineData("plan Acme: the offer")]
    [InlineData("meet Acme with Peter Klein: the offer")]
    [InlineData("termin Acme")]
    [InlineData("termin Acme Besuch mit Peter Klein")]
    [InlineData("vorhaben Acme: Angebot")]
    [InlineData("plan Acme call: the offer is due on Friday")]
    [InlineData("vorhaben Acme irgendwann: Angebot")]
    public void Asks_when(string line)
    {
        var reading = Read(line).ShouldBeOfType<NotUnderstood>(line);
        reading.MissingSlots.Select(slot => slot.Name).ShouldBe(["when"]);
        reading.Raw["account"].ShouldBe(StandIns.Acme.Id.ToString("N"));
    }

    [Theory]
    [InlineData("plan Acme call on 31 June", "There is no 31 June.", "Den 31. Juni gibt es nicht.")]
    [InlineData("termin Acme morgen 25:00", "There is no such time as 25:00.", "25:00 ist keine Uhrzeit.")]
    public void Says_what_is_wrong_with_a_day_or_time(string line, string english, string german)
    {
        var reason = Read(line).ShouldBeOfType<NotUnderstood>(line).Unfinished.ShouldHaveSingleItem().Fault.ShouldNotBeNull();
        reason.Plain(Voice.English).ShouldBe(english);
        reason.Plain(Voice.German).ShouldBe(german);
    }

    [Theory]
    [InlineData("plan move Acme to Monday 14:00", "plan.move", "2027-05-17T14:00")]
    [InlineData("move plan Acme to Monday", "plan.move", "2027-05-17")]
    [InlineData("postpone Acme to 1 June", "plan.move", "2027-06-01")]
    [InlineData("postpone Acme until next Friday 9:00", "plan.move", "2027-05-14T09:00")]
    [InlineData("plan move Acme tomorrow 15:00", "plan.move", "2027-05-13T15:00")]
    [InlineData("vorhaben verschieben Acme auf Montag 14 Uhr", "plan.move", "2027-05-17T14:00")]
    [InlineData("termin verschieben Acme auf den 1.6.", "plan.move", "2027-06-01")]
    [InlineData("termin verschieben Acme auf morgen um halb drei", "plan.move", "2027-05-13T14:30")]
    [InlineData("plan verschieben Acme morgen", "plan.move", "2027-05-13")]
    [InlineData("plan cancel Acme", "plan.cancel", null)]
    [InlineData("cancel plan Acme", "plan.cancel", null)]
    [InlineData("termin absagen Acme", "plan.cancel", null)]
    [InlineData("vorhaben absagen Acme", "plan.cancel", null)]
    public void Reads_what_becomes_of_them(string line, string command, string? when)
    {
        var understood = Read(line).ShouldBeOfType<Understood>(line);
        understood.Command.Words.Id.ShouldBe(command);
        understood.Arguments.Name("account").ShouldBe(StandIns.Acme);
        understood.Arguments.Raw.GetValueOrDefault("when").ShouldBe(when);
    }

    private static Reading Read(string line) => CommandReader.Read(line, Commands, StandIns.Names, StandIns.Now);
}
