using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>How plans are said.</summary>
internal sealed class PlanView : IPracticeView
{
    private const int MostInBrief = 3;

    public string Kind => PlanPractice.Kind;

    public Text Noun { get; } = new($"plan", $"Vorhaben");

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        if (line.Facts.Plan(line.Nudge.Subject) is not { } plan) return new($"{who}: a talk is planned.", $"{who}: Ein Gespräch ist geplant.");
        return context.Today > plan.On ? PlanTexts.HowWasIt(who, plan, context) : PlanTexts.IsPlanned(who, plan, context);
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Plan(line.Nudge.Subject) is not { } plan) yield break;
        if (plan.Text.Length > 0) yield return Wording.Excerpt(plan.Text);
        if (plan.MemberId != line.Addressee?.Id && line.Facts.Roster.Find(plan.MemberId) is { } member) yield return PlanTexts.By(member.Name);
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Facts.Plan(line.Nudge.Subject) switch
    {
        null => [],
        { } plan when line.Nudge.State == NudgeState.Planned => PlanButtons.Ahead(plan, voice),
        { } plan => line.Nudge.Ask == PlanPractice.Tell ? PlanButtons.Passed(plan, voice) : PlanButtons.OnTheDay(plan, voice),
    };

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Plan(subject) is { } plan ? PlanButtons.Ahead(plan, voice) : [];

    public Text Told(StoryEntry entry, string? contact) => PlanTexts.Told((Plan)entry.Fact, contact);

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Plan(subject) is { } plan ? PlanCard.Of(plan, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Plan(subject) is { } plan
        ? new Card(PlanCard.Name(plan, facts, context).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text InCalendar(CalendarDay day, string who)
    {
        var what = PlanTexts.What((Plan)day.Fact!);
        return day.Text.Length == 0 ? new($"{who}: {what}", $"{who}: {what}") : new($"{who}: {what}, {day.Text}", $"{who}: {what}, {day.Text}");
    }

    public Text Settled(string settlement) => PlanTexts.Settled(settlement);

    public Text? Closed(NudgeLine line, RenderContext context) =>
        line.Nudge.State == NudgeState.Expired && line.Day is { } day && line.Facts.Plan(line.Nudge.Subject) is { } plan
            ? PlanTexts.Passed(PlanTexts.What(plan), Wording.Date(day, context))
            : null;

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation)
    {
        var accountId = await turn.Store.Plans.Where(plan => plan.Id == subject).Select(plan => plan.AccountId).FirstOrDefaultAsync(cancellation);
        return await turn.Store.FactsOf(accountId, turn.Now, cancellation) is { } facts && facts.Plan(subject) is { } plan ? PlanCard.Name(plan, facts, turn.Now) : Noun;
    }

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { } facts && facts.PlansAhead(turn.Now).FirstOrDefault() is { } next
            ? [(PlanTexts.Next, PlanCard.Name(next, facts, turn.Now))]
            : [];

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var plans = brief.Facts.OpenPlans.Where(plan => plan.On >= context.Today).Take(MostInBrief).ToList();
        if (plans.Count > 0) yield return new Heading(PlanTexts.Planned.In(context.Voice));
        foreach (var plan in plans)
        {
            var detail = Wording.Beside(context.Voice, plan.Text.Length > 0 ? Wording.Excerpt(plan.Text) : null, brief.Facts.Roster.Find(plan.MemberId) is { } member ? PlanTexts.By(member.Name) : null);
            yield return new Section(PlanCard.Name(plan, brief.Facts, context).In(context.Voice), detail.Runs.Count > 0 ? detail : null, PlanButtons.Ahead(plan, context.Voice));
        }
    }
}
