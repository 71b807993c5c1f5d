using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>How agreed status updates are said.</summary>
internal sealed class StatusView : IPracticeView
{
    public string Kind => StatusPractice.Kind;

    public Text Noun => StatusTexts.Noun;

    public Text Sentence(NudgeLine line, RenderContext context) =>
        StatusTexts.IsDue(new Strong(MatterLines.Who(line)), line.Nudge.Cycle.Day ?? line.Facts.Calendar.DateOf(line.Nudge.DueAt), context);

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context) => [StatusTexts.Short];

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) =>
        line.Facts.StatusAgreement is { } agreement ? [.. StatusButtons.For(agreement, voice), SnoozePressed.Later(line.Nudge.Id, voice)] : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.StatusAgreement is { } agreement ? StatusButtons.For(agreement, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) =>
        facts.StatusAgreement is { } agreement && agreement.Id == subject ? StatusCard.Of(agreement, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.StatusAgreement is { } agreement && agreement.Id == subject
        ? new Card(StatusTexts.Agreed(People.Of(null, facts.Account), agreement.Rhythm).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => StatusTexts.Settled(settlement);

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { } facts ? [.. About(facts, new RenderContext(turn.Voice, facts.Calendar.Zone, turn.Now, IsDirect: false))] : [];

    public IEnumerable<Section> AskAbout(Interaction talk, AccountFacts facts, Voice voice) =>
        !talk.IsStatus && talk.Direction == Direction.We && StatusPractice.NextExpected(facts) is { } next && next <= talk.On.PlusDays(StatusAgreement.EarlyDays)
            ? [new Section(StatusTexts.WasThatIt.In(voice), null, [WasItPressed.Button(talk, voice)])]
            : [];

    public IEnumerable<(Text Label, Text Value)> BriefFacts(Brief brief, RenderContext context) => About(brief.Facts, context);

    private static IEnumerable<(Text Label, Text Value)> About(AccountFacts facts, RenderContext context)
    {
        if (facts.StatusAgreement is { } agreement && StatusPractice.NextExpected(facts) is { } next) yield return (StatusTexts.Title, StatusTexts.Next(agreement.Rhythm, Wording.Date(next, context)));
    }
}
