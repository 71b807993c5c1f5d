using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Planning;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>A button that takes a step at once, without words.</summary>
internal abstract class StepPressed(string id, string commandId) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || turn.Registry.Find(commandId) is not StepCommand command) return Replies.NotThere(turn);
        return await command.Take(turn, complaint, value.Extra, cancellation);
    }
}

internal sealed class AcknowledgePressed() : StepPressed("complaint.acknowledge", "ack");

internal sealed class UpdatePressed() : StepPressed("complaint.update", "update");

internal sealed class ChasedPressed() : StepPressed("complaint.chased", "chased");

internal sealed class WaitingPressed() : StepPressed("complaint.waiting", "waiting");

internal sealed class ResolvePressed() : StepPressed("complaint.resolve", "resolve");

internal sealed class ConfirmPressed() : StepPressed("complaint.confirm", "confirm");

internal sealed class ReopenPressed() : StepPressed("complaint.reopen", "reopen");

internal sealed class SeniorPressed() : StepPressed("complaint.senior", "senior");

internal sealed class DeclinePressed() : StepPressed("complaint.no-mediator", "mediator.decline");

/// <summary>A button that needs more than a press, so it only opens the form.</summary>
internal abstract class StepOpened(string id, string commandId) : ButtonAction
{
    public override string Id => id;

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || turn.Registry.Find(commandId) is not { } command) return Replies.NotThere(turn);
        var raw = CommonSlots.Given(complaint.AccountId);
        return await FormBuilder.Open(turn, command, raw, cancellation);
    }
}

/// <summary>Needs a reason.</summary>
internal sealed class UnjustifiedPressed() : StepOpened("complaint.unjustified", "unjustified");

/// <summary>A manager hears of it at once, so nobody says it by mistake.</summary>
internal sealed class BreachPressed() : StepOpened("complaint.breach", "breach");

/// <summary>Needs a name.</summary>
internal sealed class MediatorPressed() : StepOpened("complaint.mediator", "mediator");

/// <summary>What would have prevented it, where the complaint's own card is far away.</summary>
internal sealed class PreventPressed() : StepOpened("complaint.prevent", Prevent.CommandId);

/// <summary>[On it]: the ladder rests until the next morning, the clock does not.</summary>
internal sealed class OnItPressed : ButtonAction
{
    public override string Id => "complaint.on-it";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || await turn.Store.FactsOf(complaint.AccountId, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        complaint.OnIt(turn.Act(facts));
        return ComplaintCard.Reply(turn, complaint, facts, value.Extra, onlyAsker: value.Extra.Length == 0);
    }
}

/// <summary>Which of several complaints is meant; all its buttons share one token, so that one of them acts.</summary>
internal sealed class ChooseComplaint : ButtonAction
{
    private const string ActionId = "complaint.choose";
    private const int LongestLabel = 60;

    public override string Id => ActionId;

    /// <summary>Asks which one a command is about.</summary>
    public static Reply Ask(TurnContext turn, Command command, IReadOnlyList<Complaint> complaints, string account, Arguments arguments) =>
        turn.AskWhich(command, arguments, ComplaintTexts.Which(account), ActionId, complaints.Select(complaint => (
            complaint.Id,
            ComplaintTexts.Choice(Shortening.Of(complaint.Text, LongestLabel), Moments.On(complaint.OpenedAt.InZone(turn.Zone).Date, turn.Today)).Plain(turn.OwnVoice))));

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || await FormReader.ReadWaiting<Command>(turn, value, cancellation) is not var (command, arguments)) return Replies.NotThere(turn);
        return command switch
        {
            StepCommand step => await step.Take(turn, complaint, arguments, LiveCard.OnAnotherCard, cancellation),
            RemoveComplaint => await RemoveComplaint.Remove(turn, complaint, arguments, cancellation),
            _ => Replies.NotThere(turn),
        };
    }
}
