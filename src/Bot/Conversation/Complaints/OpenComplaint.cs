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
        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var act = turn.Act(facts, arguments.Text(What.Name), change.Id);
        var complaint = Complaint.Open(facts.Account, arguments.NameOrNone(By.Name)?.Id, act);
        complaint.AgreeOnSolution(arguments, act);
        turn.Store.Complaints.Add(complaint);
        return ComplaintCard.Reply(turn, complaint, facts);
    }

    public override Button? RemovalWithReason(Guid changeId, Voice voice) => RemoveComplaintPressed.Button(changeId, voice);
}
