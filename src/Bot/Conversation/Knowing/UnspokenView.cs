using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Knowing;

/// <summary>A practice that says nothing by itself: it has its part in briefs and stories, and below what others say.</summary>
internal abstract class UnspokenView : IPracticeView
{
    public abstract string Kind { get; }

    public abstract Text Noun { get; }

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return new($"{who}: {Noun}", $"{who}: {Noun}");
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [];

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => [];

    public Text Settled(string settlement) => NudgeTexts.Done;

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);
}
