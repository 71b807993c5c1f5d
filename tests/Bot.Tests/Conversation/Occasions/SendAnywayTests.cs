using AccountNudge.Bot.Conversation.Model;

namespace AccountNudge.Bot.Tests.Conversation.Occasions;

/// <summary>Whoever will ring although a complaint is open is told that the reminder on the day is held, and may let exactly that one through.</summary>
public sealed class SendAnywayTests
{
    [Theory] // who is asked, the birthday, when it is said at the latest, whether they let it through
    [InlineData("Anna", "12 March", "2027-03-05T10:00", "2027-03-12T10:00", true)]
    [InlineData("Anna", "12 March", "2027-03-05T10:00", "2027-03-12T10:00", false)]
    [InlineData("Anna", "15 March", "2027-03-08T10:00", "2027-03-15T10:00", true)]
    [InlineData("Anna", "14 March", "2027-03-08T10:00", "2027-03-12T10:00", true)]
    [InlineData("Anna", "14 March 1977", "2027-03-08T10:00", "2027-03-12T10:00", false)]
    [InlineData("Anna", "30 March", "2027-03-23T10:00", "2027-03-30T10:00", true)]
    [InlineData("Clara", "12.3.", "2027-03-05T10:00", "2027-03-12T10:00", true)]
    [InlineData("Clara", "12.3.", "2027-03-05T10:00", "2027-03-12T10:00", false)]
    [InlineData("Clara", "13.3.1977", "2027-03-05T10:00", "2027-03-12T10:00", true)]
    [InlineData("Clara", "17.3.", "2027-03-10T10:00", "2027-03-17T10:00", true)]
    public async Task The_reminder_on_the_day_is_held_unless_it_is_let_through(string name, string birthday, string ahead, string onDay, bool anyway)
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        var (person, inGerman) = name == "Clara" ? (Talk.Clara, true) : (Talk.Anna, false);
        await talk.Say(person, "account add Weber GmbH");
        await talk.Say(person, "contact add Sabine Klein at Weber GmbH");
        await talk.Say(person, $"birthday Sabine Klein {birthday}", Talk.DirectOf(person));
        await talk.Until(ahead);
        var ring = Talk.ButtonOf(talk.Cards.Values.Single(card => Talk.ButtonsOf(card).Any(button => button.ActionId == "occasion.ring")), "occasion.ring");
        await talk.Say(person, "complaint Weber GmbH: late again");

        var answer = await talk.Press(person, ring, Talk.DirectOf(person));

        answer.OnlyAsker.ShouldBeTrue();
        CardText.Of(answer).ShouldContain(inGerman ? "Die Erinnerung am Tag selbst halte ich zurück" : "I’ll hold back the reminder on the day");
        CardText.Of(answer).ShouldContain(inGerman ? "[Trotzdem erinnern]" : "[Send anyway]");
        if (anyway)
        {
            var button = Talk.ButtonOf(answer.Card!, "occasion.anyway");
            var released = await talk.Press(person, button, Talk.DirectOf(person));
            CardText.Of(released).ShouldContain(inGerman ? "Geburtstagsanruf trotz der offenen Beschwerde" : "a birthday call despite the open complaint");
            (await talk.Press(person, button, Talk.DirectOf(person))).Card!.Parts.ShouldBeEmpty("it is let through once");
        }

        var before = talk.Posted.Count;
        await talk.Until(onDay);
        var said = talk.Posted.Skip(before).Where(post => post.IsDirect).SelectMany(post => post.Lines).Where(line => line.Contact?.Name == "Sabine Klein" && line.Nudge.Kind == "birthday").ToList();
        said.Count.ShouldBe(anyway ? 1 : 0);
        if (anyway) CardText.Of(await talk.Say(person, inGerman ? "überblick" : "digest")).ShouldContain(inGerman ? "Geburtstagsanruf" : "a birthday call");
    }

    [Fact]
    public async Task With_nothing_open_there_is_nothing_to_let_through()
    {
        using var talk = await Talk.At("2027-03-01T10:00");
        foreach (var line in new[] { "account add Weber GmbH", "contact add Sabine Klein at Weber GmbH", "birthday Sabine Klein 12 March" }) await talk.Say(Talk.Anna, line);
        await talk.Until("2027-03-05T10:00");
        var answer = await talk.Press(Talk.Anna, Talk.ButtonOf(talk.Cards.Values.Single(), "occasion.ring"));
        answer.Card!.Parts.ShouldBeEmpty();
    }
}
