using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Briefs;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Cadences;

/// <summary>How agreed rhythms are said.</summary>
internal sealed class CadenceView : IPracticeView
{
    public string Kind => CadencePractice.Kind;

    public Text Noun => CadenceTexts.Noun;

    public Text Sentence(NudgeLine line, RenderContext context) => CadenceTexts.IsItRight(new Strong(MatterLines.Who(line)), RhythmTexts.Of(line.Facts.Agreed) ?? Noun);

    public IEnumerable<Text?> Details(NudgeLine line, RenderContext context)
    {
        if (line.Facts.Cadence?.AgreedOn is { } on) yield return CadenceTexts.AgreedOn(Wording.Date(on, context));
    }

    public IReadOnlyList<Button> Buttons(NudgeLine line, Voice voice) => line.Facts.Cadence is { } cadence ? [.. CadenceButtons.For(cadence, voice), SnoozePressed.Later(line.Nudge.Id, voice)] : [];

    public IReadOnlyList<Button> Buttons(AccountFacts facts, Guid subject, Voice voice) => facts.Cadence is { } cadence ? CadenceButtons.For(cadence, voice) : [];

    public Card? Card(Guid subject, AccountFacts facts, RenderContext context, Guid postId) =>
        facts.Cadence is { } cadence && cadence.Id == subject ? CadenceCard.Of(cadence, facts, context, postId) : null;

    public Card? PastCard(Guid subject, Guid? changeId, AccountFacts facts, RenderContext context) => facts.Cadence is { } cadence && cadence.Id == subject
        ? new Card(CadenceTexts.Headline(People.Of(null, facts.Account), Noun).In(context.Voice), new Note(NudgeTexts.GoesOnBelow.In(context.Voice)))
        : null;

    public Text Settled(string settlement) => CadenceTexts.Settled(settlement);

    public Task<Text> Name(TurnContext turn, Guid subject, CancellationToken cancellation) => Task.FromResult(Noun);

    public async Task<IReadOnlyList<(Text Label, Text Value)>> OpenWith(TurnContext turn, Account account, CancellationToken cancellation) =>
        await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { } facts ? [.. About(facts)] : [];

    public IEnumerable<(Text Label, Text Value)> BriefFacts(Brief brief, RenderContext context) => About(brief.Facts);

    public async Task<Text?> Aside(TurnContext turn, Touch touch, AccountFacts facts, CancellationToken cancellation)
    {
        if (!ContactCeiling.Counts(touch.Kind, touch.Direction)) return null;
        var before = await turn.Store.ContactsBefore(facts, touch.On, cancellation);
        return facts.TooMany(new OwnContact(touch.On, turn.Speaker.Id, turn.Now), before) is { } much ? CadenceTexts.TooMany(facts.Account.Name, much, touch.IsPlanned) : null;
    }

    private static IEnumerable<(Text Label, Text Value)> About(AccountFacts facts)
    {
        if (RhythmTexts.OfTheirs(facts.Agreed) is { } rhythm) yield return (RhythmTexts.Label, rhythm);
        if (CadenceCard.LikesItQuiet(facts.Cadence) is { } quiet) yield return (CadenceTexts.Quiet, quiet);
    }
}
