using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Plans;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>Plans the next talk with a client.</summary>
internal sealed class PlanCommand() : Command(
    new("plan", CommandGroup.Tell, new("plan|meet", "vorhaben|termin"), PlanTexts.Does, PlanTexts.Example, PlanTexts.Title))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, PlanSlots.Kind, PlanSlots.Contact, PlanSlots.When, PlanSlots.Balance, PlanSlots.For];

    public override IReadOnlyList<Saying> Hints => PlanHints.All;

    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (account, act, when) = (facts.Account, turn.MemberActOn(facts), arguments.When(PlanSlots.When.Name)!.Value);
        if (turn.Turn.Input is Typed && Plan.IsOver(when.Date, when.Time, act)) return AskWhetherToNote(turn, facts, arguments, when);
        PlanSlots.RefuseOver(when, act);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var kind = Enum.TryParse<InteractionKind>(arguments.Choice(PlanSlots.Kind.Name), out var chosen) ? chosen : (InteractionKind?)null;
        var plan = Plan.Make(account, arguments.NameOrNone(PlanSlots.Contact.Name)?.Id, kind, when.Date, when.Time, arguments.Text(PlanSlots.For.Name), act with { ChangeId = change.Id });
        plan.Balance = arguments.Chosen(PlanSlots.Balance, Balance.Neutral);
        turn.Store.Plans.Add(plan);
        return PlanCard.Reply(turn, plan, facts) with { Aside = await Asides.Of(turn, new Touch(plan.On, plan.Kind, IsPlanned: true, Balance: plan.Balance), facts, cancellation) };
    }

    /// <summary>What is over cannot be planned, but may have been meant as a note; nothing typed is lost.</summary>
    private Reply AskWhetherToNote(TurnContext turn, AccountFacts facts, Arguments arguments, When when)
    {
        var (voice, raw) = (turn.OwnVoice, new Dictionary<string, string>(arguments.Raw, StringComparer.Ordinal));
        raw.Remove(PlanSlots.When.Name);
        var again = turn.KeepDraft(this, raw);
        raw[PlanSlots.When.Name] = Given.Write(new When(when.Date));
        var note = turn.KeepDraft(turn.Registry.Commands.OfType<LogCommand>().Single(), raw);
        var who = People.Of(facts.Contact(arguments.NameOrNone(PlanSlots.Contact.Name)?.Id), facts.Account);
        return Reply.Asker(new Card(
            PlanTexts.HaveTalked(who, PlanTexts.When(when.Date, when.Time, facts.Calendar.Zone, turn.Now)).In(voice),
            new Actions([
                Drafts.OpenForm(note, PlanTexts.NoteIt, voice, ButtonStyle.Primary),
                Drafts.OpenForm(again, PlanTexts.AnotherDay, voice),
            ])));
    }
}
