using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Endings;

/// <summary>How the loss of a client is told.</summary>
internal sealed class LossView : IPracticeView
{
    public string Kind => LossPractice.Kind;

    public Text Noun => EndingTexts.LossNoun;

    public Text Sentence(NudgeLine line, RenderContext context) => EndingTexts.HasLeft(People.Of(null, line.Account));

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [];

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => [];

    public Text Settled(string settlement) => NudgeTexts.Done;

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Loss(subject) is { } loss ? LossCard.Of(loss, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Loss(subject) is null ? null
        : new Card(EndingTexts.HasLeft(People.Of(null, facts.Account)).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)));

    public Text Told(StoryEntry entry, string? contact) => EndingTexts.Told((LossEvent)entry.Fact);

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        if (brief.Facts.CurrentLoss is not { } loss) yield break;
        var detail = Wording.Beside(context.Voice, EndingTexts.Because(loss), loss.RemindOn is { } day ? EndingTexts.WillRemind(Wording.Date(day, context)) : null);
        var words = loss.Text.Length > 0 ? Wording.Excerpt(loss.Text) : EndingTexts.LossNoun;
        yield return new Section(words.In(context.Voice), detail.Runs.Count > 0 ? detail : null, [BackPressed.Button(brief.Facts.Account, context.Voice)]);
    }

    /// <summary>Once a year: who left and why, and how long relationships last (practice H4).</summary>
    public IEnumerable<CardPart> DigestParts(DigestReport report, RenderContext context)
    {
        if (report.Of<EndingFigures>() is not { } figures) yield break;
        var voice = context.Voice;
        yield return new Heading(EndingTexts.Looking(figures.Year).In(voice));
        var (lost, declined) = (figures.Reasons.Where(reason => reason.Reason != LossReason.WeDeclined).ToList(), figures.Reasons.FirstOrDefault(reason => reason.Reason == LossReason.WeDeclined).Count);
        var why = lost.Count == 0 || lost is [{ Reason: null }] ? null
            : lost.Select(reason => EndingTexts.Times(reason.Count, reason.Reason is { } said ? EndingTexts.Reason(said) : EndingTexts.Unexplained)).Aggregate((all, next) => new Text($"{all}, {next}", $"{all}, {next}"));
        yield return new Paragraph(EndingTexts.LostIn(figures.Year, lost.Sum(reason => reason.Count), why).In(voice));
        if (declined > 0) yield return new Paragraph(EndingTexts.DeclinedOnes(declined).In(voice));
        if (figures.Parted > 0) yield return new Paragraph(EndingTexts.PartedWith(figures.Parted).In(voice));
        if (figures.MedianMonths is { } months) yield return new Paragraph(EndingTexts.Lasted(months, figures.Known).In(voice));
    }
}

/// <summary>How the one reminder of a client who left is said.</summary>
internal sealed class ReturnHintView() : HintView(ReturnHint.Kind, EndingTexts.HintNoun)
{
    public override Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return line.Facts.Loss(line.Nudge.Subject) is { } loss ? EndingTexts.Remember(who, Wording.On(loss.On, context)) : new($"{who}", $"{who}");
    }

    public override IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Loss(line.Nudge.Subject) is { } loss) yield return EndingTexts.Because(loss);
        yield return Wording.LastTalk(line.Facts, context);
    }

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) => [BackPressed.Button(line.Account, voice)];

    protected override Text Followed(string settlement) => new($"they’re back", $"wieder da");
}

/// <summary>How a parting is said.</summary>
internal sealed class PartingView : IPracticeView
{
    public string Kind => PartingPractice.Kind;

    public Text Noun => EndingTexts.PartingNoun;

    public Text Sentence(NudgeLine line, RenderContext context) => EndingTexts.LeftToSettle(new Strong(MatterLines.Who(line)), line.Facts.Parting(line.Nudge.Subject)?.Missing.Count() ?? 0);

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Parting(line.Nudge.Subject) is not { } parting) yield break;
        foreach (var step in parting.Missing) yield return EndingTexts.Line(step, isDone: false, null);
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) =>
        line.Facts.Parting(line.Nudge.Subject) is { IsOpen: true } parting ? [.. PartingCard.Buttons(parting, voice), SnoozePressed.Later(line.Nudge.Id, voice)] : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Parting(subject) is { } parting ? PartingCard.Buttons(parting, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Parting(subject) is { } parting ? PartingCard.Of(parting, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Parting(subject) is null ? null
        : new Card(EndingTexts.PartWell(People.Of(null, facts.Account)).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)));

    public Text Settled(string settlement) => EndingTexts.Settled(settlement);

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);

    public Section Owed(OwedToday today, RenderContext context)
    {
        var (facts, voice) = (today.Facts, context.Voice);
        var parting = facts.Parting(today.Owed.Matter.Subject)!;
        return new Section(
            EndingTexts.LeftToSettle(new Strong(facts.Account.Name), parting.Missing.Count()).In(voice),
            Wording.Beside(voice, [.. parting.Missing.Select(step => EndingTexts.Line(step, isDone: false, null))]),
            [.. PartingCard.Buttons(parting, voice), .. today.NudgeId is { } nudge ? [SnoozePressed.Later(nudge, voice)] : Array.Empty<Button>()]);
    }

    public Text Told(StoryEntry entry, string? contact) => EndingTexts.Told((PartingEvent)entry.Fact);

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { } facts && facts.CurrentParting is { DeleteOn: { } day } ? [(EndingTexts.DataUntil, Wording.Date(day, turn.ForAsker()))] : [];

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        if (brief.Facts.CurrentParting is not { } parting) yield break;
        yield return new Heading(EndingTexts.PartWell(People.Of(null, brief.Facts.Account)).In(context.Voice));
        foreach (var line in PartingCard.Checklist(parting, brief.Facts, context)) yield return line;
        if (PartingCard.Buttons(parting, context.Voice) is { Count: > 0 } buttons) yield return new Actions(buttons);
    }
}
