using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Risks;

namespace AccountNudge.Bot.Conversation.Risks;

/// <summary>What commands about risks take.</summary>
internal static class RiskSlots
{
    public static readonly Slot Kind = new("kind", SlotKind.Choice, RiskTexts.KindLabel)
    {
        Required = true,
        Word = new("KIND", "ART"),
        Choices =
        [
            Of(RiskKind.BudgetCut, "budget cut|budget|savings", "sparkurs|budget|budgetkürzung|sparzwang"),
            Of(RiskKind.Competitor, "competitor|competition", "wettbewerb|konkurrenz|mitbewerber"),
            Of(RiskKind.ContactLeaving, "contact leaving|contact leaves|someone leaving", "ansprechperson geht|weggang|jemand geht"),
            Of(RiskKind.Dissatisfaction, "dissatisfaction|dissatisfied|unhappy", "unzufriedenheit|unzufrieden"),
            Of(RiskKind.Dependence, "dependence|dependency|dependent", "abhängigkeit|abhängig"),
            Of(RiskKind.Other, "other|another risk", "anderes|sonstiges"),
        ],
    };

    public static readonly Slot What = CommonSlots.Text(RiskTexts.WhatLabel);
    public static readonly Slot Step = new("step", SlotKind.Phrase, RiskTexts.StepLabel) { Keyword = new("next step|next", "nächster schritt|als nächstes"), AlsoBehindText = true, Word = new("STEP", "SCHRITT") };
    public static readonly Slot Words = CommonSlots.Text(RiskTexts.StepLabel);
    public static readonly Slot By = new("until", SlotKind.When, RiskTexts.ByLabel) { Keyword = new("by|until|till", "bis"), Hint = RiskTexts.ByHint };
    public static readonly Slot Who = new("who", SlotKind.Member, RiskTexts.WhoLabel) { Keyword = new("taken by|done by", "durch|macht"), AlsoBehindText = true, Hint = RiskTexts.WhoHint };

    /// <summary>The next step that was said; refused before anything is recorded.</summary>
    public static async Task<NextStep> NextStep(this TurnContext turn, AccountFacts facts, Arguments arguments, Slot words, Risk? known, CancellationToken cancellation)
    {
        var (who, on) = (arguments.NameOrNone(Who.Name), arguments.When(By.Name)?.Date);
        if (who is not null) await DirectoryReplies.RefuseOutsiders(turn, facts.Account.TeamId, who, cancellation);
        if (on < facts.Today(turn.Now)) throw RefusalException.At(By.Name, RiskRefusals.DayIsOver);
        return new NextStep(arguments.Text(words.Name), on, who?.Id ?? known?.StepBy ?? facts.Roster.Find(facts.Account.OwnerId)?.Id ?? turn.Speaker.Id);
    }

    private static SlotChoice Of(RiskKind kind, string english, string german) => EnumChoices.Choice(kind, new(english, german), RiskTexts.Kind(kind));
}

/// <summary>Notes what might end a relationship (practice H3).</summary>
internal sealed class RiskCommand() : Command(
    new("risk", CommandGroup.Tell, new("risk|at risk", "risiko|gefährdet"), RiskTexts.Does, RiskTexts.Example, RiskTexts.Title))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, RiskSlots.Kind, RiskSlots.What, RiskSlots.Step, RiskSlots.By, RiskSlots.Who];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var step = await turn.NextStep(facts, arguments, RiskSlots.Step, known: null, cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var risk = Risk.Note(facts.Account, arguments.Chosen<RiskKind>(RiskSlots.Kind)!.Value, arguments.Text(RiskSlots.What.Name), step, turn.MemberActOn(facts, change.Id));
        turn.Store.Risks.Add(risk);
        return RiskCard.Reply(turn, risk, facts);
    }
}

/// <summary>Does something about an open risk. It is found by its account; where several are open, buttons ask which.</summary>
internal abstract class RiskStepCommand(CommandWords words) : Command(words)
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        return facts.OpenRisks.Where(risk => facts.MayKnowOf(risk, turn.Speaker.Id)).ToList() switch
        {
            [] => Replies.Hint(turn, RiskTexts.None(facts.Account.Name)),
            [var only] => await Take(turn, only, facts, arguments, "", cancellation),
            var several => turn.AskWhich(this, arguments, RiskTexts.Which(facts.Account.Name), ChooseRisk.ActionId, several.Select(risk => (risk.Id, RiskCard.Name(risk).Plain(turn.OwnVoice)))),
        };
    }

    /// <summary>Does it and answers where it was asked for.</summary>
    public async Task<Reply> Take(TurnContext turn, Risk risk, AccountFacts facts, Arguments arguments, string place, CancellationToken cancellation)
    {
        var act = await Prepare(turn, risk, facts, arguments, cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        act(turn.MemberActOn(facts, change.Id));
        return RiskCard.Reply(turn, risk, facts, place);
    }

    /// <summary>What is to be done; refuses what cannot be, before anything is recorded.</summary>
    protected abstract Task<Action<MemberAct>> Prepare(TurnContext turn, Risk risk, AccountFacts facts, Arguments arguments, CancellationToken cancellation);
}

/// <summary>Says what is done next.</summary>
internal sealed class PlanRiskStep() : RiskStepCommand(
    new("risk.step", CommandGroup.Tell, new("risk step|risk next step", "risiko schritt|risiko nächster schritt"), RiskTexts.DoesPlan, RiskTexts.ExamplePlan, RiskTexts.TitlePlan))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, RiskSlots.Words with { Required = true }, RiskSlots.By, RiskSlots.Who];

    protected override async Task<Action<MemberAct>> Prepare(TurnContext turn, Risk risk, AccountFacts facts, Arguments arguments, CancellationToken cancellation)
    {
        var step = await turn.NextStep(facts, arguments, RiskSlots.Words, risk, cancellation);
        return act => risk.Plan(step, act);
    }
}

/// <summary>Says that a risk is over.</summary>
internal sealed class ResolveRisk() : RiskStepCommand(
    new("risk.resolved", CommandGroup.Tell, new("risk resolved|risk over|no risk", "risiko erledigt|risiko vorbei|kein risiko"), RiskTexts.DoesResolve, RiskTexts.ExampleResolve, RiskTexts.TitleResolve))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    protected override Task<Action<MemberAct>> Prepare(TurnContext turn, Risk risk, AccountFacts facts, Arguments arguments, CancellationToken cancellation) => Task.FromResult<Action<MemberAct>>(risk.Resolve);
}

/// <summary>A button about one risk.</summary>
internal abstract class RiskPressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Risk>(value.Subject, cancellation) is not { } facts || facts.Risk(value.Subject) is not { } risk || !facts.MayKnowOf(risk, turn.Speaker.Id)) return Replies.NotThere(turn);
        return risk.IsOpen ? await Press(turn, risk, facts, value, cancellation) : Replies.Hint(turn, RiskRefusals.ResolvedAlready);
    }

    protected abstract Task<Reply> Press(TurnContext turn, Risk risk, AccountFacts facts, ButtonValue value, CancellationToken cancellation);
}

/// <summary>[Resolved].</summary>
internal sealed class ResolvePressed() : RiskPressed(ActionId)
{
    public const string ActionId = "risk.resolved";

    protected override Task<Reply> Press(TurnContext turn, Risk risk, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        turn.Registry.Commands.OfType<ResolveRisk>().Single().Take(turn, risk, facts, new Arguments(CommonSlots.Given(risk.AccountId)), value.Extra, cancellation);
}

/// <summary>[Next step …]: the form for it.</summary>
internal sealed class PlanStepPressed() : RiskPressed(ActionId)
{
    public const string ActionId = "risk.step";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Risk risk, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        FormBuilder.Open(turn, turn.Registry.Commands.OfType<PlanRiskStep>().Single(), CommonSlots.Given(risk.AccountId), cancellation);
}

/// <summary>Which of several risks is meant; all its buttons share one token, so that one of them acts.</summary>
internal sealed class ChooseRisk() : RiskPressed(ActionId)
{
    public const string ActionId = "risk.choose";

    protected override async Task<Reply> Press(TurnContext turn, Risk risk, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        await FormReader.ReadWaiting<RiskStepCommand>(turn, value, cancellation) is var (step, arguments)
            ? await step.Take(turn, risk, facts, arguments, LiveCard.OnAnotherCard, cancellation)
            : Replies.NotThere(turn);
}

/// <summary>A risk as it stands: what it is, what is done next, by when and by whom.</summary>
internal static class RiskCard
{
    private const int LongestName = 60;

    /// <summary>The reply that shows a risk after something was done about it; what is for managers alone only the asker sees.</summary>
    public static Reply Reply(TurnContext turn, Risk risk, AccountFacts facts, string place = "") => LiveReply.Of(
        turn, facts, RiskPractice.MatterOf(risk), risk.ChangeId, place, onlyAsker: risk.IsForManagers || turn.IsElsewhere || LiveCard.IsBesideNudge(turn, place),
        (context, postId) => Of(risk, facts, context, postId));

    /// <summary>The card. Pure: drawn from what is known of the risk and its account.</summary>
    public static Card Of(Risk risk, AccountFacts facts, RenderContext context, Guid postId)
    {
        var (voice, card, who) = (context.Voice, LiveCard.Extra(postId), People.Of(null, facts.Account));
        List<CardPart> parts = risk.Text.Length > 0 ? [new Paragraph(risk.Text)] : [];
        if (!risk.IsOpen)
        {
            if (risk.ChangeId is { } undo) parts.Add(new Actions([Replies.Remove(undo, voice, card)]));
            return new Card(RiskTexts.IsOver(who, risk.Kind).In(voice), parts);
        }

        parts.Add(new Paragraph(Next(risk, facts, context).In(voice)));
        if (risk.IsForManagers) parts.Add(new Note(RiskTexts.ManagersOnly.In(voice)));
        if (facts.Roster.Find(risk.MemberId) is { } member) parts.Add(new Note(RiskTexts.By(member.Name).In(voice)));
        parts.Add(new Actions(Buttons(risk, voice, card)));
        if (risk.ChangeId is { } change) parts.Add(Replies.CorrectOrRemove(change, voice, card));
        return new Card(RiskTexts.AtRisk(who, risk.Kind).In(voice), parts);
    }

    /// <summary>The risk by name among others of its account.</summary>
    public static Text Name(Risk risk)
    {
        var (kind, words) = (RiskTexts.Kind(risk.Kind), Shortening.Of(risk.Text, LongestName));
        return words.Length == 0 ? kind : new($"{kind} – {words}", $"{kind} – {words}");
    }

    /// <summary>What is done next, by when and by whom.</summary>
    public static Text Next(Risk risk, AccountFacts facts, RenderContext context) => RiskTexts.Next(
        risk.Step, Wording.Day(risk.StepOn, context), risk.StepOn < context.Today, risk.StepBy == context.Reader ? null : facts.Roster.Find(risk.StepBy)?.Name ?? "…");

    /// <summary>What can be done about it.</summary>
    public static IReadOnlyList<Button> Buttons(Risk risk, Voice voice, string place = "") =>
    [
        new(ResolvePressed.ActionId, RiskTexts.Resolve.Plain(voice), ButtonValue.For(risk.Id, place).ToString()),
        new(PlanStepPressed.ActionId, RiskTexts.PlanStep.Plain(voice), ButtonValue.For(risk.Id).ToString()),
    ];
}
