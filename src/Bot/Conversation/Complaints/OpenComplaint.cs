using AccountNudge.Core.Complaints;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>Takes down a complaint.</summary>
internal sealed class OpenComplaint() : Command(
    new("complaint", CommandGroup.Tell, new("complaint", "beschwerde"), ComplaintTexts.DoesOpen, ComplaintTexts.ExampleOpen, ComplaintTexts.TitleOpen))
{
    private static readonly Slot By = CommonSlots.Contact(new("by|from", "von"), ComplaintTexts.ByLabel);
    private static readonly Slot What = CommonSlots.Text(ComplaintTexts.WhatLabel, required: true);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, By, What, ComplaintSlots.ResolveBy];

    public override bool FoundsTeam => true;

    public override bool LeavesTrace => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var act = turn.Act(account, arguments.Text(What.Name));
        var complaint = Complaint.Open(account, arguments.NameOrNone(By.Name)?.Id, act);
        complaint.AgreeOnSolution(arguments, act);
        turn.Store.Complaints.Add(complaint);
        return Reply.Everyone(await ComplaintCard.Of(turn, complaint, account, change, cancellation));
    }
}
