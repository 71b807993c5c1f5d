using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Moods;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Moods;

/// <summary>How the hint at tense talks is said, to whoever looks after the account and to nobody else.</summary>
internal sealed class MoodView : IPracticeView
{
    public string Kind => MoodPractice.Kind;

    public Text Noun { get; } = new($"two tense talks", $"zwei angespannte Gespräche");

    public Text Sentence(NudgeLine line, RenderContext context) => MoodTexts.TenseTwice(new Strong(MatterLines.Who(line)));

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Of<MoodFacts>() is { LastPair: var (first, second) })
        {
            yield return MoodTexts.Talk(first, context);
            yield return MoodTexts.Talk(second, context);
        }

        yield return MoodTexts.OnlyYou;
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) =>
        line.Facts.Of<MoodFacts>() is { LastPair: var (_, second) } ? MoodButtons.For(second.Id, voice) : [];

    public Text Settled(string settlement) => settlement == MoodPractice.NotNow ? MoodTexts.PutAside : NudgeTexts.Done;

    public Text? Closed(NudgeLine line, RenderContext context) => line.Facts.Of<MoodFacts>() is { LastPair: not null } ? null : MoodTexts.Better;

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);
}
