using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Complaints;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>Takes back a complaint that was recorded wrongly, with a word why: none vanishes silently.</summary>
internal sealed class RemoveComplaint() : Command(new(
    "complaint.remove", CommandGroup.Tell, new("remove complaint|delete complaint", "beschwerde löschen|beschwerde entfernen"),
    ComplaintTexts.DoesRemove, ComplaintTexts.ExampleRemove, ComplaintTexts.TitleRemove))
{
    private static readonly Slot Why = CommonSlots.Text(ComplaintTexts.WhyRemoveLabel, required: true);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Why];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var all = await turn.Store.Complaints.Where(complaint => complaint.AccountId == account.Id).ToListAsync(cancellation);
        var own = all.Where(complaint => complaint.Steps[0] is { ChangeId: not null } opened && (opened.MemberId == turn.Speaker.Id || complaint.IsFromSystem)).OrderByDescending(complaint => complaint.OpenedAt).ToList();
        return own.Count switch
        {
            0 => Replies.Hint(turn, ComplaintTexts.NoneOfYours(account.Name)),
            1 => await Remove(turn, own[0], arguments, cancellation),
            _ => ChooseComplaint.Ask(turn, this, own, account.Name, arguments),
        };
    }

    /// <summary>Takes it back, or refuses with a sentence.</summary>
    public static async Task<Reply> Remove(TurnContext turn, Complaint complaint, Arguments arguments, CancellationToken cancellation)
    {
        var (text, accountId, contactId) = (complaint.Text, complaint.AccountId, complaint.ContactId);
        if (complaint.Steps[0].ChangeId is not { } changeId || await turn.AccountOf(accountId, cancellation) is not { } account) return Replies.NotThere(turn);
        var who = People.Of(await turn.Contact(contactId, cancellation), account);
        var why = arguments.Text(Why.Name);
        await turn.TakeBack(changeId, cancellation, why);
        var voice = turn.Voice;
        return Reply.Everyone(new Card(ComplaintTexts.RemovedBy(who, turn.Speaker.Name).In(voice), new Quote(Shortening.Of(text, 200)), new Paragraph(why)));
    }
}

/// <summary>[Remove …] on a complaint's card: asks why.</summary>
internal sealed class RemoveComplaintPressed : ButtonAction
{
    private const string ActionId = "complaint.remove";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public static Button Button(Guid changeId, Voice voice) => new(ActionId, ComplaintTexts.RemoveAsking.Plain(voice), ButtonValue.For(changeId).ToString());

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.OwnChange(value.Subject, cancellation) is not { } change) return Replies.Hint(turn, await turn.WhyNoChange(value.Subject, cancellation));
        if (turn.Registry.Find("complaint.remove") is not { } command) return Replies.NotThere(turn);
        return await FormBuilder.Open(turn, command, new Dictionary<string, string> { [CommonSlots.Account.Name] = OwnChanges.Given(change)[CommonSlots.Account.Name] }, cancellation);
    }
}
