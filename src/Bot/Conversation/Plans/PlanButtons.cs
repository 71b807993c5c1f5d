using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>What can be done about a plan, as buttons.</summary>
internal static class PlanButtons
{
    /// <summary>While it is ahead.</summary>
    public static IReadOnlyList<Button> Ahead(Plan plan, Voice voice, string place = "") =>
        [New(MovePressed.ActionId, PlanTexts.Move, plan, voice), New(DropPressed.ActionId, PlanTexts.CallOff, plan, voice, place)];

    /// <summary>On its day.</summary>
    public static IReadOnlyList<Button> OnTheDay(Plan plan, Voice voice) => [New(NotePressed.ActionId, PlanTexts.NoteIt, plan, voice), .. Ahead(plan, voice)];

    /// <summary>Once it has passed.</summary>
    public static IReadOnlyList<Button> Passed(Plan plan, Voice voice) =>
    [
        New(NotePressed.ActionId, PlanTexts.NoteIt, plan, voice) with { Style = ButtonStyle.Primary },
        New(MovePressed.ActionId, PlanTexts.MovedTo, plan, voice),
        New(DropPressed.ActionId, PlanTexts.DidNotHappen, plan, voice),
    ];

    private static Button New(string action, Text label, Plan plan, Voice voice, string place = "") => new(action, label.Plain(voice), ButtonValue.For(plan.Id, place).ToString());
}

/// <summary>A button about one plan.</summary>
internal abstract class PlanPressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Plan>(value.Subject, cancellation) is not { } facts || facts.Plan(value.Subject) is not { } plan) return Replies.NotThere(turn);
        if (facts.KeptBy(plan) is not null) return Replies.Hint(turn, PlanTexts.IsKept);
        return await Press(turn, plan, facts, value, cancellation);
    }

    protected abstract Task<Reply> Press(TurnContext turn, Plan plan, AccountFacts facts, ButtonValue value, CancellationToken cancellation);
}

/// <summary>[Note it]: the form of a talk as it was planned.</summary>
internal sealed class NotePressed() : PlanPressed(ActionId)
{
    public const string ActionId = "plan.note";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Plan plan, AccountFacts facts, ButtonValue value, CancellationToken cancellation)
    {
        var raw = CommonSlots.Given(plan.AccountId);
        var today = facts.Today(turn.Now);
        raw[LogSlots.When.Name] = Given.Write(new When(LocalDate.Min(plan.On, today)));
        if (plan.Kind is { } kind) raw[LogSlots.Kind.Name] = kind.ToString();
        if (plan.Balance != Balance.Neutral) raw[LogSlots.Balance.Name] = plan.Balance.ToString();
        if (plan.ContactId is { } contact) raw[LogSlots.Contact.Name] = contact.ToString("N");
        return FormBuilder.Open(turn, turn.Registry.Commands.OfType<LogCommand>().Single(), raw, cancellation);
    }
}

/// <summary>[Move …]: the form of a new day.</summary>
internal sealed class MovePressed() : PlanPressed(ActionId)
{
    public const string ActionId = "plan.move";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Plan plan, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        FormBuilder.Open(turn, turn.Registry.Commands.OfType<MovePlan>().Single(), CommonSlots.Given(plan.AccountId), cancellation);
}

/// <summary>[Call it off] and [Did not happen].</summary>
internal sealed class DropPressed() : PlanPressed(ActionId)
{
    public const string ActionId = "plan.drop";

    protected override Task<Reply> Press(TurnContext turn, Plan plan, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        turn.Registry.Commands.OfType<CallOffPlan>().Single().Take(turn, plan, facts, new Arguments(CommonSlots.Given(plan.AccountId)), value.Extra, cancellation);
}

/// <summary>Which of several plans is meant; all its buttons share one token, so that one of them acts.</summary>
internal sealed class ChoosePlan() : PlanPressed(ActionId)
{
    public const string ActionId = "plan.choose";

    protected override async Task<Reply> Press(TurnContext turn, Plan plan, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        await FormReader.ReadWaiting<PlanStep>(turn, value, cancellation) is var (step, arguments)
            ? await step.Take(turn, plan, facts, arguments, LiveCard.OnAnotherCard, cancellation)
            : Replies.NotThere(turn);
}
