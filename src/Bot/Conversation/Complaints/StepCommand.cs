using AccountNudge.Core.Complaints;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>Moves a complaint on. It is found by its account; where several fit, buttons ask which.</summary>
/// <param name="words">How it is called.</param>
/// <param name="needsText">It cannot be taken without a word.</param>
/// <param name="isWithClient">It is a word with the client, who was reached somehow.</param>
internal abstract class StepCommand(CommandWords words, bool needsText = false, bool isWithClient = true) : Command(words)
{
    private readonly Slot text = CommonSlots.Text(needsText ? ComplaintTexts.ReasonLabel : ComplaintTexts.WordsLabel, needsText);

    public override IReadOnlyList<Slot> Slots => isWithClient ? [CommonSlots.Account, text, ComplaintSlots.How] : [CommonSlots.Account, text];

    public override bool LeavesTrace => true;

    /// <summary>Whether a complaint is one that this step is for.</summary>
    protected virtual bool Fits(Complaint complaint) => complaint.IsOpen;

    /// <summary>Whether a complaint may be meant at all, so that it says itself why the step does not fit.</summary>
    protected virtual bool MayBeMeant(Complaint complaint) => complaint.IsOpen;

    protected abstract void Take(Complaint complaint, ComplaintAct act);

    /// <summary>The same, for a step that takes more than words.</summary>
    protected virtual void Take(Complaint complaint, ComplaintAct act, AccountFacts facts, Arguments arguments) => Take(complaint, act);

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var all = await turn.Store.Complaints.Where(complaint => complaint.AccountId == account.Id).ToListAsync(cancellation);
        var fitting = all.Where(Fits).OrderByDescending(complaint => complaint.OpenedAt).ToList();
        if (fitting.Count == 0) fitting = all.Where(MayBeMeant).OrderByDescending(complaint => complaint.OpenedAt).Take(1).ToList();
        return fitting.Count switch
        {
            0 => Replies.Hint(turn, all.Count == 0 ? ComplaintTexts.NoComplaint(turn.Turn.Call, account.Name) : ComplaintTexts.NoneFits(turn.Turn.Call, account.Name)),
            1 => await Take(turn, fitting[0], arguments, "", cancellation),
            _ => ChooseComplaint.Ask(turn, this, fitting, account.Name, arguments),
        };
    }

    /// <summary>Takes the step on one complaint and answers where it was asked for.</summary>
    public async Task<Reply> Take(TurnContext turn, Complaint complaint, Arguments arguments, string place, CancellationToken cancellation)
    {
        if (await turn.Store.FactsOf(complaint.AccountId, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var act = turn.Act(facts, arguments.Text(text.Name), change.Id) with { How = ComplaintSlots.HowIn(arguments) };
        Take(complaint, act, facts, arguments);
        complaint.AgreeOnSolution(arguments, act);
        await turn.Store.WakeSnoozes(complaint, turn.Now, cancellation);
        if (complaint.AsksForCause && turn.Registry.Find(Prevent.CommandId) is Prevent prevent) prevent.Ask(turn, facts.Account.Id);
        return ComplaintCard.Reply(turn, complaint, facts, place, onlyAsker: LiveCard.IsBesideNudge(turn, place));
    }

    /// <summary>The same for a pressed button, which gives no words.</summary>
    public Task<Reply> Take(TurnContext turn, Complaint complaint, string place, CancellationToken cancellation)
    {
        var raw = CommonSlots.Given(complaint.AccountId);
        return Take(turn, complaint, new Arguments(raw), place, cancellation);
    }
}
