using AccountNudge.Core.Complaints;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>Moves a complaint on. It is found by its account; where several fit, buttons ask which.</summary>
internal abstract class StepCommand(CommandWords words, bool needsText = false) : Command(words)
{
    private const int MostChoices = 5;
    private const int LongestLabel = 60;

    private readonly Slot text = CommonSlots.Text(needsText ? ComplaintTexts.ReasonLabel : ComplaintTexts.WordsLabel, needsText);

    public override IReadOnlyList<Slot> Slots => [CommonSlots.Account, text];

    public override bool LeavesTrace => true;

    /// <summary>Whether a complaint is one that this step is for.</summary>
    protected virtual bool Fits(Complaint complaint) => complaint.IsOpen;

    /// <summary>Whether a complaint may be meant at all, so that it says itself why the step does not fit.</summary>
    protected virtual bool MayBeMeant(Complaint complaint) => complaint.IsOpen;

    protected abstract void Take(Complaint complaint, ComplaintAct act);

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var all = await turn.Store.Complaints.Where(complaint => complaint.AccountId == account.Id).ToListAsync(cancellation);
        var fitting = all.Where(Fits).OrderByDescending(complaint => complaint.OpenedAt).ToList();
        if (fitting.Count == 0) fitting = all.Where(MayBeMeant).OrderByDescending(complaint => complaint.OpenedAt).Take(1).ToList();
        return fitting.Count switch
        {
            0 => Replies.Hint(turn, all.Count == 0 ? ComplaintTexts.NoComplaint(account.Name) : ComplaintTexts.NoneFits(account.Name)),
            1 => await Take(turn, fitting[0], arguments, "", cancellation),
            _ => Ask(turn, fitting, account.Name, arguments),
        };
    }

    /// <summary>Takes the step on one complaint and answers where it was asked for.</summary>
    public async Task<Reply> Take(TurnContext turn, Complaint complaint, Arguments arguments, string place, CancellationToken cancellation)
    {
        if (await turn.AccountOf(complaint.AccountId, cancellation) is not { } account) return Replies.NotThere(turn);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var act = turn.Act(account, arguments.Text(text.Name));
        Take(complaint, act);
        complaint.AgreeOnSolution(arguments, act);
        await turn.Store.WakeSnoozes(complaint, turn.Now, cancellation);
        var isBesideNudge = turn.Turn.Input is Pressed && place.Length == 0;
        var card = await ComplaintCard.Of(turn, complaint, account, change, cancellation, isBesideNudge ? turn.OwnVoice : turn.Voice);
        return new Reply { Card = card, OnlyAsker = isBesideNudge, Replaces = place == ComplaintButtons.OnItsCard };
    }

    /// <summary>The same for a pressed button, which gives no words.</summary>
    public Task<Reply> Take(TurnContext turn, Complaint complaint, string place, CancellationToken cancellation)
    {
        var raw = new Dictionary<string, string> { [CommonSlots.Account.Name] = complaint.AccountId.ToString("N") };
        return Take(turn, complaint, new Arguments(new Dictionary<string, object>(), raw), place, cancellation);
    }

    private Reply Ask(TurnContext turn, List<Complaint> complaints, string account, Arguments arguments)
    {
        var draft = turn.KeepDraft(this, arguments.Raw);
        var token = Guid.NewGuid();
        var buttons = complaints.Take(MostChoices).Select(complaint => new Button(
            ChooseComplaint.ActionId,
            ComplaintTexts.Choice(Shortening.Of(complaint.Text, LongestLabel), Moments.On(complaint.OpenedAt.InZone(turn.Zone).Date, turn.Today)).Plain(turn.OwnVoice),
            new ButtonValue(complaint.Id, token, draft.Id.ToString("N")).ToString()));
        return Reply.Asker(new Card(ComplaintTexts.Which(account).In(turn.OwnVoice), new Actions([.. buttons])));
    }
}
