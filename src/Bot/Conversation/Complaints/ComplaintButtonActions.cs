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

/// <summary>Needs a reason, so it only opens the form.</summary>
internal sealed class UnjustifiedPressed : ButtonAction
{
    public override string Id => "complaint.unjustified";

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || turn.Registry.Find("unjustified") is not { } command) return Replies.NotThere(turn);
        var raw = new Dictionary<string, string> { [CommonSlots.Account.Name] = complaint.AccountId.ToString("N") };
        return await FormBuilder.Open(turn, command, raw, cancellation);
    }
}

/// <summary>[On it]: the ladder rests until the next morning, the clock does not.</summary>
internal sealed class OnItPressed : ButtonAction
{
    public override string Id => "complaint.on-it";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || await turn.AccountOf(complaint.AccountId, cancellation) is not { } account) return Replies.NotThere(turn);
        complaint.OnIt(turn.Act(account));
        await turn.Store.RenewPostsOf(complaint.Id, cancellation);
        var isBesideNudge = value.Extra.Length == 0;
        var voice = isBesideNudge ? turn.OwnVoice : turn.Voice;
        var until = Moments.At(complaint.OnItUntil!.Value, turn.CalendarOf(account).Zone, turn.Now);
        var who = People.Of(await turn.Contact(complaint.ContactId, cancellation), account);
        var card = new Card(
            ComplaintTexts.IsOnIt(who, turn.Speaker.Name).In(voice),
            new Quote(Shortening.Of(complaint.Text, 600)),
            new Paragraph(ComplaintTexts.RestsUntil(until).In(voice)),
            new Paragraph(ComplaintCard.Next(complaint, turn, account).In(voice)),
            new Actions([.. ComplaintButtons.For(complaint, voice, ComplaintButtons.OnItsCard).Where(button => button.ActionId != Id)]));
        return new Reply { Card = card, OnlyAsker = isBesideNudge, Replaces = value.Extra == ComplaintButtons.OnItsCard };
    }
}

/// <summary>Which of several complaints is meant; all its buttons share one token, so that one of them acts.</summary>
internal sealed class ChooseComplaint : ButtonAction
{
    public const string ActionId = "complaint.choose";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || !Guid.TryParseExact(value.Extra, "N", out var draftId)) return Replies.NotThere(turn);
        if (await turn.FindDraft(draftId, cancellation) is not ({ } command, { } raw) || command is not StepCommand step) return Replies.NotThere(turn);
        var reading = FormReader.Read(step, raw, await turn.Names(cancellation), turn.LocalNow);
        return reading is Filled filled ? await step.Take(turn, complaint, filled.Arguments, ComplaintButtons.OnAnotherCard, cancellation) : Replies.NotThere(turn);
    }
}
