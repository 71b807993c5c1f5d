using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Promises;

namespace AccountNudge.Bot.Conversation.Promises;

/// <summary>What can be done about a promise, as buttons.</summary>
internal static class PromiseButtons
{
    /// <summary>The card the button stands on is about something else and stays.</summary>
    public const string OnAnotherCard = "beside";

    private static readonly (string Action, Text Label)[] Known =
    [
        (KeptPressed.ActionId, PromiseTexts.Kept),
        (MovedToldPressed.ActionId, PromiseTexts.NewDateTold),
        (MovedUntoldPressed.ActionId, PromiseTexts.NewDateUntold),
        (WithdrawnPressed.ActionId, PromiseTexts.WithdrawnTold),
        (ConfirmedPressed.ActionId, PromiseTexts.ClientConfirmed),
        (ComplainPressed.ActionId, PromiseTexts.OpenComplaint),
    ];

    /// <summary>The command that opens a complaint, and the kind of what it opens.</summary>
    public const string Complaint = "complaint";

    /// <summary>Whether a complaint is open that came after the second miss: the client is looked after there already.</summary>
    public static bool IsComplainedOf(Promise promise, AccountFacts facts) =>
        facts.PracticeOf(Complaint)?.Owed(facts).Any(owed => owed.BeganAt >= promise.SecondMissAt) == true;

    /// <summary>The sensible ones, the first of them the one that matters most.</summary>
    public static IReadOnlyList<Button> For(Promise promise, AccountFacts facts, Instant now, Voice voice, string place = "")
    {
        string[] actions = promise switch
        {
            { IsOpen: false } => [],
            { AwaitsConfirmation: true } => [ConfirmedPressed.ActionId, ComplainPressed.ActionId],
            _ when promise.IsBroken(now) => [KeptPressed.ActionId, MovedToldPressed.ActionId, WithdrawnPressed.ActionId, ConfirmedPressed.ActionId, ComplainPressed.ActionId],
            _ => [KeptPressed.ActionId, MovedToldPressed.ActionId, MovedUntoldPressed.ActionId, WithdrawnPressed.ActionId],
        };
        if (IsComplainedOf(promise, facts)) actions = [.. actions.Where(action => action != ComplainPressed.ActionId)];
        return [.. actions.Select((action, index) => Of(action, promise, voice, place, index == 0))];
    }

    /// <summary>One of them.</summary>
    public static Button Of(string action, Promise promise, Voice voice, string place, bool isPrimary = false) => new(
        action,
        Known.First(known => known.Action == action).Label.Plain(voice),
        ButtonValue.For(promise.Id, place).ToString(),
        isPrimary ? ButtonStyle.Primary : ButtonStyle.Default);
}

/// <summary>A button about one promise.</summary>
internal abstract class PromisePressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<Promise>(value.Subject, cancellation) is not { } facts || facts.Promise(value.Subject) is not { } promise) return Replies.NotThere(turn);
        return await Press(turn, promise, facts, value, cancellation);
    }

    protected abstract Task<Reply> Press(TurnContext turn, Promise promise, AccountFacts facts, ButtonValue value, CancellationToken cancellation);

    /// <summary>The promise as a command would be given it.</summary>
    protected static Dictionary<string, string> Raw(Promise promise) => new(StringComparer.Ordinal)
    {
        [CommonSlots.Account.Name] = promise.AccountId.ToString("N"),
        [PromiseSlots.Which.Name] = promise.Text,
    };

    protected static async Task<Reply> Take<T>(TurnContext turn, Promise promise, AccountFacts facts, string place, CancellationToken cancellation)
        where T : PromiseAction
    {
        var command = turn.Registry.Commands.OfType<T>().Single();
        var reading = FormReader.Read(command, Raw(promise), await turn.Names(cancellation), turn.LocalNow, turn.Calendar);
        return reading is Filled filled ? command.Take(turn, promise, facts, filled.Arguments, place) : Replies.NotThere(turn);
    }
}

/// <summary>[Kept].</summary>
internal sealed class KeptPressed() : PromisePressed(ActionId)
{
    public const string ActionId = "promise.kept";

    protected override Task<Reply> Press(TurnContext turn, Promise promise, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        Take<KeepPromise>(turn, promise, facts, value.Extra, cancellation);
}

/// <summary>[Withdrawn, told the client].</summary>
internal sealed class WithdrawnPressed() : PromisePressed(ActionId)
{
    public const string ActionId = "promise.withdrawn";

    protected override Task<Reply> Press(TurnContext turn, Promise promise, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        Take<WithdrawPromise>(turn, promise, facts, value.Extra, cancellation);
}

/// <summary>[Client has confirmed].</summary>
internal sealed class ConfirmedPressed() : PromisePressed(ActionId)
{
    public const string ActionId = "promise.confirmed";

    protected override Task<Reply> Press(TurnContext turn, Promise promise, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        Take<ConfirmPromise>(turn, promise, facts, value.Extra, cancellation);
}

/// <summary>The form of a new day; whether the client knows is said by the button.</summary>
internal abstract class MovedPressed(string id, string told) : PromisePressed(id)
{
    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Promise promise, AccountFacts facts, ButtonValue value, CancellationToken cancellation)
    {
        var raw = Raw(promise);
        raw[PromiseSlots.IsTold.Name] = told;
        return FormBuilder.Open(turn, turn.Registry.Commands.OfType<MovePromise>().Single(), raw, cancellation);
    }
}

/// <summary>[New date, told the client].</summary>
internal sealed class MovedToldPressed() : MovedPressed(ActionId, PromiseSlots.Told)
{
    public const string ActionId = "promise.moved-told";
}

/// <summary>[New date, not told yet].</summary>
internal sealed class MovedUntoldPressed() : MovedPressed(ActionId, PromiseSlots.NotTold)
{
    public const string ActionId = "promise.moved-untold";
}

/// <summary>[Open a complaint]: its form, with the words of the promise.</summary>
internal sealed class ComplainPressed() : PromisePressed(ActionId)
{
    public const string ActionId = "promise.complain";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, Promise promise, AccountFacts facts, ButtonValue value, CancellationToken cancellation)
    {
        if (PromiseButtons.IsComplainedOf(promise, facts)) return Task.FromResult(Replies.Hint(turn, PromiseTexts.IsComplainedOf(facts.Account.Name)));
        if (turn.Registry.Find(PromiseButtons.Complaint) is not { } complaint) return Task.FromResult(Replies.NotThere(turn));
        var raw = CommonSlots.Given(promise.AccountId);
        foreach (var slot in complaint.Slots)
        {
            if (slot.Kind == SlotKind.Contact && promise.ContactId is { } contact) raw[slot.Name] = contact.ToString("N");
            if (slot.Kind == SlotKind.Prose) raw[slot.Name] = PromiseTexts.Complaint(promise.Text).Plain(turn.OwnVoice);
        }

        return FormBuilder.Open(turn, complaint, raw, cancellation);
    }
}

/// <summary>Which of several promises is meant; all its buttons share one token, so that one of them acts.</summary>
internal sealed class ChoosePromise() : PromisePressed(ActionId)
{
    public const string ActionId = "promise.choose";

    protected override async Task<Reply> Press(TurnContext turn, Promise promise, AccountFacts facts, ButtonValue value, CancellationToken cancellation) =>
        await FormReader.ReadWaiting<PromiseAction>(turn, value, cancellation) is var (action, arguments)
            ? action.Take(turn, promise, facts, arguments, PromiseButtons.OnAnotherCard)
            : Replies.NotThere(turn);
}
