using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Hints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>One fresh question about a client with whom everything has become routine; another one each half-year.</summary>
internal sealed class RoutineHintView() : HintView(RoutineHint.Kind, new($"a fresh look", $"ein frischer Blick"))
{
    private static readonly IReadOnlyList<Text> Questions =
    [
        new($"What would you suggest first if they were a new client?", $"Was ‹würdest du|würden Sie› ihnen als Erstes vorschlagen, wenn sie ein neuer Kunde wären?"),
        new($"What have they never seen of what the team can do?", $"Was vom Können des Teams haben sie noch nie gesehen?"),
        new($"What would a competitor offer them to win them over?", $"Womit würde ein Mitbewerber um sie werben?"),
        new($"What would you do differently if you began with them today?", $"Was ‹würdest du|würden Sie› anders machen, wenn die Zusammenarbeit heute begänne?"),
    ];

    protected override Phrase? ShortNames { get; } = new("routine|fresh look", "routine|trott|frischer blick");

    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        var question = QuestionOf(line.Nudge.Cycle.Day ?? context.Today);
        return new($"{who}, with a fresh eye: {question}", $"{who}, frisch betrachtet: {question}");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Of<TalkHistory>() is { LastKinds: [var kind, ..] }) yield return AllAlike(TalkHistory.LastTalks, Wording.Kind(kind));
        yield return Wording.LastTalk(line.Facts, context);
    }

    protected override Text Followed(string settlement) => new($"talked to them", $"hat mit ihnen gesprochen");

    /// <summary>The half-years take the questions in turn.</summary>
    private static Text QuestionOf(LocalDate day) => Questions[((day.Year * 2) + (day.Month / 7)) % Questions.Count];

    private static Text AllAlike(int count, Text kind) => new($"the last {count} talks were all alike: {kind}", $"die letzten {count} Gespräche waren alle von einer Art: {kind}");
}
