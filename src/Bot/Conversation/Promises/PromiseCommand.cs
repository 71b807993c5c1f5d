using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>Notes what somebody promised a client.</summary>
internal sealed class PromiseCommand() : Command(
    new("promise", CommandGroup.Tell, new("promise", "zusage"), PromiseTexts.Does, PromiseTexts.Example, PromiseTexts.Title))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, PromiseSlots.To, PromiseSlots.What, PromiseSlots.Due, PromiseSlots.By];

    public override bool FoundsTeam => true;

    public override bool LeavesTrace => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (act, due) = (turn.MemberActOn(facts), arguments.When(PromiseSlots.Due.Name)!.Value);
        PromiseSlots.RefuseOver(due, act);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var (to, by) = (arguments.NameOrNone(PromiseSlots.To.Name)?.Id, arguments.NameOrNone(PromiseSlots.By.Name)?.Id ?? turn.Speaker.Id);
        var words = PromiseSlots.Unquoted(arguments.Text(PromiseSlots.What.Name));
        var promise = Promise.Make(facts.Account, to, by, words, due.Date, due.Time, act with { ChangeId = change.Id });
        turn.Store.Promises.Add(promise);
        return PromiseCard.Reply(turn, promise, facts);
    }
}
