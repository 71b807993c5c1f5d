using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Expectations;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Expectations;

/// <summary>How agreed goals are said.</summary>
internal sealed class ExpectationView : IPracticeView
{
    private const int MostInBrief = 3;

    public string Kind => ExpectationPractice.Kind;

    public Text Noun => ExpectationTexts.Noun;

    public Text Sentence(NudgeLine line, RenderContext context)
    {
        var who = new Strong(MatterLines.Who(line));
        return line.Facts.Expectation(line.Nudge.Subject) is { } expectation ? ExpectationTexts.DoesItHold(who, Wording.Date(expectation.AgreedOn, context)) : new($"{who}: {Noun}", $"{who}: {Noun}");
    }

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Expectation(line.Nudge.Subject) is { } expectation) yield return Wording.Excerpt(expectation.Goal);
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) =>
        line.Facts.Expectation(line.Nudge.Subject) is { IsOpen: true } expectation ? [.. ExpectationCard.Buttons(expectation, voice), SnoozePressed.Later(line.Nudge.Id, voice)] : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Expectation(subject) is { IsOpen: true } expectation ? ExpectationCard.Buttons(expectation, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Expectation(subject) is { } expectation ? ExpectationCard.Of(expectation, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Expectation(subject) is { } expectation
        ? new Card(ExpectationTexts.IsAgreed(People.Of(facts.Contact(expectation.ContactId), facts.Account)).In(context.Voice), new Paragraph(expectation.Goal), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => ExpectationTexts.Settled(settlement);

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        await turn.Store.Expectations.Where(expectation => expectation.Id == subject).Select(expectation => expectation.Goal).FirstOrDefaultAsync(cancellation) is { Length: > 0 } goal
            ? new($"agreed goal “{Shortening.Of(goal, 40)}”", $"Zielvereinbarung „{Shortening.Of(goal, 40)}“")
            : Noun;

    public Text Told(StoryEntry entry, string? contact) => ExpectationTexts.Told((ExpectationEvent)entry.Fact, contact);

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var open = brief.Facts.OpenExpectations.Take(MostInBrief).ToList();
        if (open.Count > 0) yield return new Heading(ExpectationTexts.Heading.In(context.Voice));
        foreach (var expectation in open)
        {
            yield return new Section(
                Wording.Excerpt(expectation.Goal).In(context.Voice),
                Wording.Beside(
                    context.Voice,
                    ExpectationCard.Agreed(expectation, brief.Facts, context),
                    expectation.Conditions.Length > 0 ? ExpectationTexts.Takes(expectation.Conditions) : null,
                    expectation.Obstacles.Length > 0 ? ExpectationTexts.Prevents(expectation.Obstacles) : null,
                    expectation.ReviewOn is { } day ? ExpectationTexts.ReviewOn(Wording.Date(day, context)) : null),
                []);
        }
    }
}

/// <summary>How projects are said.</summary>
internal sealed class ProjectView : IPracticeView
{
    public string Kind => ProjectPractice.Kind;

    public Text Noun => ExpectationTexts.ProjectNoun;

    public Text Sentence(NudgeLine line, RenderContext context) => ExpectationTexts.WhatDoTheyExpect(new Strong(MatterLines.Who(line)), line.Facts.Project(line.Nudge.Subject)?.Name ?? "…");

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Project(line.Nudge.Subject) is { } project) yield return ExpectationTexts.From(Wording.Date(project.StartsOn, context), isAhead: false);
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) =>
        line.Facts.Project(line.Nudge.Subject) is { IsOpen: true } project ? [.. ProjectCard.Buttons(project, asksToAgree: true, voice), SnoozePressed.Later(line.Nudge.Id, voice)] : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Project(subject) is { IsOpen: true } project ? ProjectCard.Buttons(project, facts.AgreedFor(project) is null, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) => facts.Project(subject) is { } project ? ProjectCard.Of(project, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Project(subject) is { } project
        ? new Card(ExpectationTexts.Starts(People.Of(null, facts.Account), project.Name).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => ExpectationTexts.Settled(settlement);

    public async Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) =>
        await turn.Store.Projects.Where(project => project.Id == subject).Select(project => project.Name).FirstOrDefaultAsync(cancellation) is { Length: > 0 } name
            ? new($"project “{Shortening.Of(name, 40)}”", $"Projekt „{Shortening.Of(name, 40)}“")
            : Noun;

    public Text Told(StoryEntry entry, string? contact) => ExpectationTexts.Told((ProjectEvent)entry.Fact);

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation)
    {
        var names = await turn.Store.Projects.Where(project => project.AccountId == account.Id && project.DoneAt == null).OrderBy(project => project.StartsOn).Select(project => project.Name).ToListAsync(cancellation);
        return names.Count == 0 ? [] : [(ExpectationTexts.Projects, Text.Verbatim(string.Join(", ", names)))];
    }

    public IEnumerable<CardPart> BriefParts(Brief brief, RenderContext context)
    {
        var open = brief.Facts.OpenProjects;
        if (open.Count > 0) yield return new Heading(ExpectationTexts.Projects.In(context.Voice));
        foreach (var project in open)
        {
            yield return new Section(
                Wording.Excerpt(project.Name).In(context.Voice),
                Wording.Beside(
                    context.Voice,
                    ExpectationTexts.From(Wording.Date(project.StartsOn, context), project.StartsOn > context.Today),
                    project.Best.Length > 0 ? ExpectationTexts.Best(project.Best) : null),
                []);
        }
    }
}

/// <summary>How the question before a project is said.</summary>
internal sealed class ProjectHintView() : HintView(ProjectHint.Kind, ExpectationTexts.HintNoun)
{
    public override Text Sentence(NudgeLine line, RenderContext context) => ExpectationTexts.AskBest(new Strong(MatterLines.Who(line)), line.Facts.Project(line.Nudge.Subject)?.Name ?? "…");

    protected override IEnumerable<Button> Ways(NudgeLine line, Voice voice) => line.Facts.Project(line.Nudge.Subject) is { IsOpen: true } project
        ? [new Button(SayBestPressed.ActionId, ExpectationTexts.SayIt.Plain(voice), ButtonValue.For(project.Id).ToString(), ButtonStyle.Primary)]
        : [];

    protected override Text Followed(string settlement) => new($"answered", $"beantwortet");
}
