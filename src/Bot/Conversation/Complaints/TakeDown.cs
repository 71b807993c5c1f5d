using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>Takes down a complaint.</summary>
internal sealed class TakeDown : Command
{
    private static readonly Slot By = CommonSlots.Contact(new("by|from", "von"), ComplaintTexts.ByLabel);
    private static readonly Slot What = CommonSlots.Text(ComplaintTexts.WhatLabel, required: true);

    public override string Id => "complaint";

    public override Phrase Phrase => new("complaint", "beschwerde");

    public override Text Does => ComplaintTexts.DoesTakeDown;

    public override Text Title => ComplaintTexts.TitleTakeDown;

    public override Text Example => ComplaintTexts.ExampleTakeDown;

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, By, What];

    public override bool FoundsTeam => true;

    public override bool LeavesTrace => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var complaint = Complaint.Open(account, arguments.NameOrNone(By.Name)?.Id, turn.Act(account, arguments.Text(What.Name)));
        turn.Store.Complaints.Add(complaint);
        return Reply.Everyone(await ComplaintCard.Of(turn, complaint, account, change, cancellation));
    }
}
