using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Local;

/// <summary>Cards that between them show everything a card can show.</summary>
public static class DemoCards
{
    public static readonly Card Complaint = new(
        new RichText([new Strong("Dr. Ines Falk"), new Words(" of Stadtwerke Altenrath complains, "), new Mention("p-tobias", "Tobias Brandt")]),
        new Quote("Die Broschüre kam mit dem alten Logo aus der Druckerei."),
        new Facts([new Fact("Answer by", "today 14:00"), new Fact("Owner", new RichText([new Mention("p-tobias", "Tobias Brandt")])), new Fact("Shared history", "together 9 years, one earlier complaint, confirmed")]),
        new Actions([
            new Button("complaint.acknowledge", "Client knows we have it", "1.2.", ButtonStyle.Primary),
            new Button("complaint.update", "Client has news", "1.3."),
            new Button("complaint.close", "Not justified", "1.4.", ButtonStyle.Danger),
        ]),
        new Note("Opened by Tobias Brandt, 09:12"));

    public static readonly Card Morning = new(
        "Good morning. Three matters for today.",
        new Heading("We owe"),
        new Section(new RichText([new Strong("Sabine Kern"), new Words(", Brauhaus Lindner: offer by Friday")]), "Promised by Jonas Adler on Monday", [new Button("promise.kept", "Kept", "2.1.", ButtonStyle.Primary), new Button("promise.move", "New date", "2.2.")]),
        new Progress("3 of 4", 3, 4),
        new Divider(),
        new Heading("Stay close"),
        new Section(new RichText([new Strong("Matthias Weber"), new Words(", Weber GmbH: six weeks quiet")]), null, []),
        new Fold("Why this?", [new Paragraph("The agreed rhythm is every four weeks."), new Quote("Ruf ruhig an.")]));

    public static readonly Card Week = new(
        "Your week",
        new Paragraph("What needs you comes first.\nThen the figures."),
        new Chart(ChartKind.Bar, "Conversations", ["Mon", "Tue", "Wed", "Thu", "Fri"], [new ChartSeries("They came to us", [3, 5, 2, 6, 4]), new ChartSeries("We went to them", [2, 2, 4, 3, 7])]),
        new Chart(ChartKind.Line, "Days until the first answer", ["Week 43", "Week 44", "Week 45", "Week 46"], [new ChartSeries("Days", [1.5m, 1.2m, 0.8m, 0.5m])]),
        new Chart(ChartKind.Donut, "Causes", ["Care", "Delay", "Quality"], [new ChartSeries("Complaints", [4, 3, 1])]),
        new Table("Quiet accounts", ["Account", "Owner", "Days"], [["Weber GmbH", "Leyla Demir", "42"], ["Kita Sonnenhang", "Leyla Demir", "95"]]));

    public static readonly Form Form = new("complaint", "Complaint",
        [
            new Field("account", "Account", FieldKind.Suggest) { Required = true, Choices = [new FieldChoice("Weber GmbH", ""), new FieldChoice("Brauhaus Lindner", "")] },
            new Field("text", "What happened?", FieldKind.Paragraph) { Required = true, Hint = "In the client's own words." },
            new Field("when", "When", FieldKind.Date) { Value = "2026-11-20" },
            new Field("kind", "How it came in", FieldKind.Choice) { Choices = [new FieldChoice("call", "Call"), new FieldChoice("mail", "Mail")] },
            new Field("contact", "Contact", FieldKind.Line),
        ],
        "Record",
        "context-1");

    public static IReadOnlyList<Card> All { get; } = [Complaint, Morning, Week];
}

/// <summary>A conversation that answers with the demo cards, to drive the page without the domain.</summary>
public static class DemoConversation
{
    public static Task<Reply> Answer(Turn turn, CancellationToken cancellation) => Task.FromResult(turn.Input switch
    {
        _ when turn.Speaker.IsGuest => Reply.Silent,
        Invited => Reply.Everyone(new Card("Hello! Which public holidays apply here?", new Actions([new Button("team.region", "England", "9.9.")]))),
        Pressed { ActionId: "complaint.update" } => Reply.Open(DemoCards.Form),
        Pressed pressed => Reply.Everyone(new Card(new RichText([new Words("Done: "), new Strong(pressed.ActionId)]))) with { Replaces = true },
        Submitted submitted when submitted.Values["account"] != "Weber GmbH" => new Reply { Errors = new Dictionary<string, string> { ["account"] = "There is no such account." } },
        Submitted submitted => Reply.Everyone(new Card("Recorded", new Quote(submitted.Values["text"]))),
        Typed { Text: "complaint" } => Reply.Open(DemoCards.Form),
        Typed { Text: "week" } => Reply.Everyone(DemoCards.Week),
        Typed { Text: "today" } => Reply.Asker(DemoCards.Morning),
        Typed typed when typed.Text.StartsWith("beschwerde", StringComparison.Ordinal) || typed.Text.StartsWith("complaint", StringComparison.Ordinal) => Reply.Everyone(DemoCards.Complaint),
        Typed typed => Reply.Everyone(new Card("You said", new Quote(typed.Text))),
        _ => Reply.Silent,
    });
}
