using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>Changes a plan. It is found by its account; where several are open, buttons ask which.</summary>
internal abstract class PlanStep(CommandWords words) : Command(words)
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        return facts.OpenPlans switch
        {
            [] => Replies.Hint(turn, PlanTexts.Nothing(facts.Account.Name)),
            [var only] => await Take(turn, only, facts, arguments, "", cancellation),
            var several => turn.AskWhich(this, arguments, PlanTexts.Which(facts.Account.Name), ChoosePlan.ActionId, several.Select(plan =>
                (plan.Id, Shortening.Of(PlanCard.Name(plan, facts, turn.Now).Plain(turn.OwnVoice), 75)))),
        };
    }

    /// <summary>Does it to one plan and answers where it was asked for.</summary>
    public async Task<Reply> Take(TurnContext turn, Plan plan, AccountFacts facts, Arguments arguments, string place, CancellationToken cancellation)
    {
        var act = turn.MemberActOn(facts);
        Check(arguments, act);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        Change(plan, arguments, act with { ChangeId = change.Id });
        var reply = PlanCard.Reply(turn, plan, facts, place, onlyAsker: LiveCard.IsBesideNudge(turn, place));
        return Plans(plan) is { } touch ? reply with { Aside = await Asides.Of(turn, touch, facts, cancellation) } : reply;
    }

    /// <summary>What is planned by it, so that it is said when that is too much; null where nothing is.</summary>
    protected virtual Touch? Plans(Plan plan) => null;

    /// <summary>Refuses what cannot be, before anything is recorded.</summary>
    protected virtual void Check(Arguments arguments, MemberAct act)
    {
    }

    protected abstract void Change(Plan plan, Arguments arguments, MemberAct act);
}

/// <summary>Moves a plan to another day or time.</summary>
internal sealed class MovePlan() : PlanStep(
    new("plan.move", CommandGroup.Tell, new("plan move|move plan|postpone", "vorhaben verschieben|termin verschieben|plan verschieben"), PlanTexts.DoesMove, PlanTexts.ExampleMove, PlanTexts.TitleMove))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, PlanSlots.NewDay];

    protected override void Check(Arguments arguments, MemberAct act) => PlanSlots.RefuseOver(arguments.When(PlanSlots.NewDay.Name)!.Value, act);

    protected override Touch? Plans(Plan plan) => new(plan.On, plan.Kind, IsPlanned: true);

    protected override void Change(Plan plan, Arguments arguments, MemberAct act)
    {
        var when = arguments.When(PlanSlots.NewDay.Name)!.Value;
        plan.Move(when.Date, when.Time, act);
    }
}

/// <summary>Calls a plan off, or says that it did not happen.</summary>
internal sealed class CallOffPlan() : PlanStep(
    new("plan.cancel", CommandGroup.Tell, new("plan cancel|cancel plan", "vorhaben absagen|termin absagen|plan absagen"), PlanTexts.DoesCallOff, PlanTexts.ExampleCallOff, PlanTexts.TitleCallOff))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account];

    protected override void Change(Plan plan, Arguments arguments, MemberAct act) => plan.Drop(act);
}
