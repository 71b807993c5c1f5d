using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>
/// Moves a promise on. It is found by its account; where several are open, by some of its words, and where they do not tell, buttons ask which.
/// </summary>
internal abstract class PromiseAction(CommandWords words) : Command(words)
{
    private const int MostChoices = 5;

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, PromiseSlots.Which];

    public override bool LeavesTrace => true;

    /// <summary>Whether a promise is one that this is for.</summary>
    protected virtual bool Fits(Promise promise, Instant now) => promise.SettledAt is null;

    protected abstract void Take(Promise promise, Arguments arguments, MemberAct act);

    /// <summary>Refuses what cannot be, before anything is recorded.</summary>
    protected virtual void Check(Arguments arguments, MemberAct act)
    {
    }

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var open = facts.OpenPromises.Where(promise => Fits(promise, turn.Now)).ToList();
        return Meant(open, arguments.Text(PromiseSlots.Which.Name)) switch
        {
            [] => Replies.Hint(turn, Nothing(turn, facts)),
            [var only] => Take(turn, only, facts, arguments, ""),
            var several => Ask(turn, several, facts, arguments),
        };
    }

    /// <summary>Does it to one promise and answers where it was asked for.</summary>
    public Reply Take(TurnContext turn, Promise promise, AccountFacts facts, Arguments arguments, string place)
    {
        var act = turn.MemberActOn(facts);
        Check(arguments, act);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        Take(promise, arguments, act with { ChangeId = change.Id });
        return PromiseCard.Reply(turn, promise, facts, place, onlyAsker: LiveCard.IsBesideNudge(turn, place));
    }

    /// <summary>What is said where no promise is one that this is for.</summary>
    protected virtual Text Nothing(TurnContext turn, AccountFacts facts) => PromiseTexts.Nothing(turn.Turn.Call, facts.Account.Name);

    /// <summary>Those that some words mean: the very words, else all that have them among theirs; all of them where none has.</summary>
    private static List<Promise> Meant(List<Promise> open, string words)
    {
        if (words.Length == 0 || open.Count < 2) return open;
        if (open.Where(promise => promise.Text == words).ToList() is { Count: > 0 } exact) return exact;
        var sought = TextFolding.Words(words);
        return open.Where(promise => TextFolding.Words(promise.Text) is var said && sought.All(word => said.Contains(word, StringComparer.Ordinal))).ToList() is { Count: > 0 } found ? found : open;
    }

    private Reply Ask(TurnContext turn, IReadOnlyList<Promise> promises, AccountFacts facts, Arguments arguments)
    {
        var (voice, draft, token) = (turn.OwnVoice, turn.KeepDraft(this, arguments.Raw), Guid.NewGuid());
        var buttons = promises.Take(MostChoices).Select(promise => new Button(
            ChoosePromise.ActionId, Shortening.Of(PromiseCard.Name(promise, facts, turn.Now).Plain(voice), 75), new ButtonValue(promise.Id, token, draft.Id.ToString("N")).ToString()));
        return Reply.Asker(new Card(PromiseTexts.Which(facts.Account.Name).In(voice), new Actions([.. buttons])));
    }
}

/// <summary>We did what we promised.</summary>
internal sealed class KeepPromise() : PromiseAction(
    new("promise.kept", CommandGroup.Tell, new("kept|promise kept", "gehalten|eingehalten|zusage gehalten"), PromiseTexts.DoesKeep, PromiseTexts.ExampleKeep, PromiseTexts.TitleKeep))
{
    private static readonly Slot When = LogSlots.When with { Label = PromiseTexts.KeptOnLabel, Hint = PromiseTexts.KeptOnHint };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, When, PromiseSlots.Which];

    protected override void Take(Promise promise, Arguments arguments, MemberAct act) => promise.Keep(act, arguments.When(When.Name)?.Date);
}

/// <summary>A promise gets a new day.</summary>
internal sealed class MovePromise() : PromiseAction(
    new("promise.moved", CommandGroup.Tell, new("moved|promise moved|move promise", "verschoben|zusage verschoben|zusage verschieben"), PromiseTexts.DoesMove, PromiseTexts.ExampleMove, PromiseTexts.TitleMove))
{
    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, PromiseSlots.NewDay, PromiseSlots.IsTold, PromiseSlots.Which];

    protected override void Check(Arguments arguments, MemberAct act) => PromiseSlots.RefuseOver(arguments.When(PromiseSlots.NewDay.Name)!.Value, act);

    protected override void Take(Promise promise, Arguments arguments, MemberAct act)
    {
        var when = arguments.When(PromiseSlots.NewDay.Name)!.Value;
        promise.Move(when.Date, when.Time, arguments.Choice(PromiseSlots.IsTold.Name) == PromiseSlots.Told, act);
    }
}

/// <summary>We take a promise back, and the client knows.</summary>
internal sealed class WithdrawPromise() : PromiseAction(
    new("promise.withdrawn", CommandGroup.Tell, new("withdraw|withdrawn|promise withdrawn|withdraw promise", "zurückgezogen|zurückziehen|zusage zurückziehen|zusage zurückgezogen"), PromiseTexts.DoesWithdraw, PromiseTexts.ExampleWithdraw, PromiseTexts.TitleWithdraw))
{
    protected override void Take(Promise promise, Arguments arguments, MemberAct act) => promise.Withdraw(act);
}

/// <summary>The client confirms that all is well after two misses.</summary>
internal sealed class ConfirmPromise() : PromiseAction(
    new("promise.confirmed", CommandGroup.Tell, new("promise confirmed|confirm promise", "zusage bestätigt|zusage bestätigen"), PromiseTexts.DoesConfirm, PromiseTexts.ExampleConfirm, PromiseTexts.TitleConfirm))
{
    protected override bool Fits(Promise promise, Instant now) => promise.IsBroken(now);

    protected override void Take(Promise promise, Arguments arguments, MemberAct act) => promise.Confirm(act);

    protected override Text Nothing(TurnContext turn, AccountFacts facts) => PromiseTexts.NothingToConfirm(facts.Account.Name);
}
