using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Handovers;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Handovers;

/// <summary>How handovers are said.</summary>
internal sealed class HandoverView : IPracticeView
{
    public string Kind => HandoverPractice.Kind;

    public Text Noun { get; } = new($"handover", $"Übergabe");

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var account = new Strong(line.Account.Name);
        if (line.Facts.Handover(line.Nudge.Subject) is not { } handover) return new($"{account}: handover", $"{account}: Übergabe");
        var (to, from) = (HandoverCard.To(handover, line.Facts), HandoverCard.From(handover, line.Facts));
        switch (line.Nudge.Ask)
        {
            case HandoverPractice.TakeOver:
                // Whoever stands in reads who it is for.
                return line.Addressee is { } reader && reader.Id != handover.ToId
                    ? HandoverTexts.TakesOver(account, to, from)
                    : HandoverTexts.IsYours(account, from, HandoverCard.IntroduceBy(handover, line.Facts, context));
            case HandoverPractice.PassOn:
                return line.Addressee?.Id == handover.FromId ? HandoverTexts.PassOn(account, to) : HandoverTexts.TakesOver(account, to, from);
            case HandoverPractice.Know:
                return line.Addressee?.Id == handover.ToId ? HandoverTexts.IsWithYou(account, from) : HandoverTexts.TakesOver(account, to, from);
            default:
                return line.Addressee?.Id == handover.ToId ? HandoverTexts.NotMetYou(account) : HandoverTexts.NotMet(account, to).WithHelp(line, context);
        }
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Nudge.Ask == HandoverPractice.Introduce && line.Facts.Handover(line.Nudge.Subject) is { } handover)
            yield return HandoverTexts.Since(Wording.Day(line.Facts.Calendar.DateOf(handover.At), context));
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Facts.OpenHandover is { } open && open.Id == line.Nudge.Subject && line.Nudge.Ask is HandoverPractice.Introduce or HandoverPractice.TakeOver
        ? [IntroducedOneself.Button(open, voice), SnoozePressed.Later(line.Nudge.Id, voice)]
        : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.OpenHandover is { } open && open.Id == subject ? [IntroducedOneself.Button(open, voice)] : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Handover(subject) is { } handover ? HandoverCard.Of(handover, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Handover(subject) is { } handover
        ? new Card(HandoverCard.Headline(handover, facts).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => settlement == HandoverPractice.Introduced ? new($"introduced", $"vorgestellt") : NudgeTexts.Done;

    /// <summary>The news stays news.</summary>
    public Text? Closed(NudgeLine line, RenderContext context) => line.Nudge.Ask == HandoverPractice.Know && line.Facts.Handover(line.Nudge.Subject) is { } handover
        ? HandoverTexts.Now(HandoverCard.To(handover, line.Facts))
        : null;

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);

    public Section Owed(OwedToday today, RenderContext context)
    {
        var (facts, voice) = (today.Facts, context.Voice);
        var handover = facts.Handover(today.Owed.Matter.Subject)!;
        return new Section(
            HandoverTexts.NotMet(new Strong(facts.Account.Name), HandoverCard.To(handover, facts)).In(voice),
            HandoverTexts.Due(HandoverCard.IntroduceBy(handover, facts, context)).In(voice),
            [IntroducedOneself.Button(handover, voice), .. today.NudgeId is { } nudge ? [SnoozePressed.Later(nudge, voice)] : Array.Empty<Button>()]);
    }

    public Text Told(StoryEntry entry, string? contact) => HandoverTexts.Told((HandoverEvent)entry.Fact);

    public Text Need(DigestNeed need, RenderContext context) => HandoverTexts.NotMetYet(new Strong(need.Account.Name), need.Owner?.Name);

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { OpenHandover: { } open } facts ? [(HandoverTexts.TakenOver, Standing(open, facts, turn.ForAsker()))] : [];

    public IEnumerable<(Text Label, Text Value)> BriefFacts(Brief brief, RenderContext context)
    {
        if (brief.Facts.OpenHandover is { } open) yield return (HandoverTexts.TakenOver, Standing(open, brief.Facts, context));
    }

    private static Text Standing(Handover handover, AccountFacts facts, RenderContext context) =>
        HandoverTexts.Standing(HandoverCard.To(handover, facts), HandoverCard.From(handover, facts), HandoverCard.IntroduceBy(handover, facts, context));
}
