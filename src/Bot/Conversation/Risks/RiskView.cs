using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Risks;

namespace AccountNudge.Bot.Conversation.Risks;

/// <summary>How risks are said.</summary>
internal sealed class RiskView : IPracticeView
{
    private const int MostInWeek = 15;

    public string Kind => RiskPractice.Kind;

    public Text Noun => RiskTexts.Noun;

    public Text Open(int count) => RiskTexts.Open(count);

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return line.Facts.Risk(line.Nudge.Subject) switch
        {
            { IsForManagers: true } risk => RiskTexts.WeDepend(who, risk.Step),
            { } risk => RiskTexts.StepIsDue(who, risk.Kind, risk.Step),
            null => RiskTexts.AtRisk(new RichText([who]), RiskKind.Other),
        };
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Risk(line.Nudge.Subject) is not { } risk) yield break;
        if (risk.Text.Length > 0) yield return Wording.Excerpt(risk.Text);
        if (risk.MemberId != line.Addressee?.Id && line.Facts.Roster.Find(risk.MemberId) is { } member) yield return RiskTexts.By(member.Name);
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) =>
        line.Facts.Risk(line.Nudge.Subject) is { IsOpen: true } risk ? [.. RiskCard.Buttons(risk, voice), SnoozePressed.Later(line.Nudge.Id, voice)] : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Risk(subject) is { IsOpen: true } risk ? RiskCard.Buttons(risk, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Risk(subject) is { } risk ? RiskCard.Of(risk, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Risk(subject) is { } risk
        ? new Card(RiskTexts.AtRisk(People.Of(null, facts.Account), risk.Kind).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => RiskTexts.Settled(settlement);

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        await turn.Store.Risks.FirstOrDefaultAsync(risk => risk.Id == subject, cancellation) is { } risk ? RiskCard.Name(risk) : Noun;

    public Text Told(StoryEntry entry, string? contact) => RiskTexts.Told((RiskEvent)entry.Fact);

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { } facts
            ? [.. facts.OpenRisks.Where(risk => !risk.IsForManagers).Select(risk => (RiskTexts.Heading, RiskTexts.Kind(risk.Kind)))]
            : [];

    /// <summary>Whoever looks after the client, takes the next step or manages the team reads of it in a brief.</summary>
    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var (facts, reader) = (brief.Facts, context.Reader);
        var isTheirs = facts.Account.OwnerId == reader || (reader is { } member && facts.Roster.ManagerIds.Contains(member));
        var known = facts.Account.IsWithUs && reader is not null ? facts.OpenRisks.Where(risk => facts.MayKnowOf(risk, reader) && (isTheirs || risk.StepBy == reader)).ToList() : [];
        if (known.Count > 0) yield return new Heading(RiskTexts.Heading.In(context.Voice));
        foreach (var risk in known)
            yield return new Section(RiskCard.Name(risk).In(context.Voice), RiskCard.Next(risk, facts, context).In(context.Voice), RiskCard.Buttons(risk, context.Voice));
    }

    /// <summary>In the managers' week, until they are resolved.</summary>
    public IEnumerable<CardPart> DigestParts(DigestReport report, RenderContext context)
    {
        if (report.Of<RiskFigures>() is not { Open: { Count: > 0 } open }) yield break;
        yield return new Heading(RiskTexts.Heading.In(context.Voice));
        foreach (var line in open.Take(MostInWeek))
        {
            var (who, name) = (new Strong(line.Account.Name), RiskCard.Name(line.Risk));
            var next = RiskTexts.Next(line.Risk.Step, Moments.On(line.Risk.StepOn, context.Today), line.Risk.StepOn < context.Today, line.StepBy?.Name ?? "…");
            yield return new Section(new Text($"{who}: {name}", $"{who}: {name}").In(context.Voice), next.In(context.Voice), []);
        }

        if (open.Count > MostInWeek) yield return new Note(Text.Verbatim($"+{open.Count - MostInWeek}").In(context.Voice));
    }
}
