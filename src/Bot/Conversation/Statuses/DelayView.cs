using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>How delays are said.</summary>
internal sealed class DelayView : IPracticeView
{
    public string Kind => DelayPractice.Kind;

    public Text Noun => DelayTexts.Noun;

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        if (line.Facts.Delay(line.Nudge.Subject) is not { } delay) return DelayTexts.StillToTell(who);
        var by = delay.MemberId == line.Addressee?.Id ? null : line.Facts.Roster.Find(delay.MemberId)?.Name;
        var isTheirs = delay.MemberId == line.Addressee?.Id;
        return isTheirs || by is not null ? DelayTexts.DoTheyKnow(who, by, NotedOn(delay, line.Facts, context)) : DelayTexts.StillToTell(who);
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Delay(line.Nudge.Subject) is { Text.Length: > 0 } delay) yield return Wording.Excerpt(delay.Text);
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Facts.Delay(line.Nudge.Subject) is { } delay
        ? [TellPressed.Button(delay, voice), OpenLog.Button(line.Account.Id, voice) with { Style = ButtonStyle.Default }, SnoozePressed.Later(line.Nudge.Id, voice)]
        : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Delay(subject) is { } delay ? [TellPressed.Button(delay, voice)] : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Delay(subject) is { } delay ? DelayCard.Of(delay, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Delay(subject) is { } delay
        ? new Card(DelayTexts.Noted(People.Of(null, facts.Account)).In(context.Voice), new Paragraph(delay.Text), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => DelayTexts.Settled(settlement);

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        await turn.Store.Delays.Where(delay => delay.Id == subject).Select(delay => delay.Text).FirstOrDefaultAsync(cancellation) is { Length: > 0 } words
            ? new($"delay “{Shortening.Of(words, 40)}”", $"Verzögerung „{Shortening.Of(words, 40)}“")
            : Noun;

    public Section Owed(OwedToday today, RenderContext context)
    {
        var (facts, voice) = (today.Facts, context.Voice);
        var delay = facts.Delay(today.Owed.Matter.Subject)!;
        return new Section(
            DelayTexts.StillToTell(new Strong(facts.Account.Name)).In(voice),
            Wording.Beside(voice, Wording.Excerpt(delay.Text), DelayTexts.NotedOn(NotedOn(delay, facts, context))),
            [TellPressed.Button(delay, voice), .. today.NudgeId is { } nudge ? [SnoozePressed.Later(nudge, voice)] : Array.Empty<Button>()]);
    }

    public Text Open(int count) => DelayTexts.Open(count);

    public Text Need(DigestNeed need, RenderContext context) => DelayTexts.NotToldFor(new Strong(need.Account.Name), need.Count);

    public IEnumerable<(Text Label, Text Value)> FiguresNow(DigestReport report)
    {
        if (report.Of<DelayFigures>() is { Untold: > 0 and var untold }) yield return (DelayTexts.Untold, Wording.Number(untold));
    }

    public Text Told(StoryEntry entry, string? contact) => DelayTexts.Told((Delay)entry.Fact);

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation)
    {
        var untold = await turn.Store.Delays.CountAsync(delay => delay.AccountId == account.Id && delay.ToldAt == null && delay.HeardAt == null, cancellation);
        return untold == 0 ? [] : [(DelayTexts.Untold, Text.Verbatim(untold.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
    }

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var untold = brief.Facts.UntoldDelays;
        if (untold.Count > 0) yield return new Heading(DelayTexts.Untold.In(context.Voice));
        foreach (var delay in untold)
            yield return new Section(Wording.Excerpt(delay.Text).In(context.Voice), DelayTexts.NotedOn(NotedOn(delay, brief.Facts, context)).In(context.Voice), [TellPressed.Button(delay, context.Voice)]);
    }

    private static Text NotedOn(Delay delay, AccountFacts facts, RenderContext context) => Wording.On(facts.Calendar.DateOf(delay.NotedAt), context);
}
