using AccountNudge.Core.Complaints;
using AccountNudge.Core.Planning;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>
/// What would keep a complaint from happening again: asked once, when the client agrees that it is solved, and answered by a button, by the next
/// line that is typed, or later by name.
/// </summary>
internal sealed class Prevent() : Command(
    new("complaint.prevent", CommandGroup.Tell, new("prevent", "vorbeugen|verhindern"), ComplaintTexts.DoesPrevent, ComplaintTexts.ExamplePrevent, ComplaintTexts.TitlePrevent))
{
    public const string CommandId = "complaint.prevent";
    private static readonly Slot Answer = CommonSlots.Text(ComplaintTexts.WhatWouldPrevent, required: true);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Answer];

    public override string? TakesNextLine => Answer.Name;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var complaint = await turn.Store.Complaints.Where(complaint => complaint.AccountId == account.Id && complaint.ClosedAt != null)
            .OrderByDescending(complaint => complaint.ClosedAt).FirstOrDefaultAsync(cancellation);
        if (complaint is null) return Replies.Hint(turn, ComplaintTexts.NoneClosed(account.Name));
        return await Learn(turn, complaint, null, arguments, "", cancellation);
    }

    /// <summary>Keeps what was said, and shows it on the complaint's card.</summary>
    public async Task<Reply> Learn(TurnContext turn, Complaint complaint, ComplaintCause? cause, Arguments arguments, string place, CancellationToken cancellation)
    {
        if (await turn.Store.FactsOf(complaint.AccountId, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        turn.Record(this, arguments, turn.TeamOf(facts.Account));
        complaint.Learn(cause, arguments.Text(Answer.Name));
        // Whoever was asked has their answer; their next line is about something else.
        var account = complaint.AccountId.ToString("N");
        turn.Store.Drafts.RemoveRange(await turn.Store.Drafts.Where(draft => draft.Command == CommandId && draft.Given.Contains(account)).ToListAsync(cancellation));
        return ComplaintCard.Reply(turn, complaint, facts, place);
    }
}

/// <summary>One of the usual causes.</summary>
internal sealed class CausePressed : ButtonAction
{
    private const string ActionId = "complaint.cause";

    public override string Id => ActionId;

    /// <summary>The question with its usual answers, all with one token, so that one of them acts.</summary>
    public static Section Question(Complaint complaint, Guid postId, Voice voice)
    {
        var token = Guid.NewGuid();
        return new Section(ComplaintTexts.WhatWouldPrevent.In(voice), ComplaintTexts.OrTypeIt.In(voice), [.. Enum.GetValues<ComplaintCause>().Select(cause =>
            new Button(ActionId, ComplaintTexts.Cause(cause).Plain(voice), new ButtonValue(complaint.Id, token, LiveCard.Extra(postId, cause.ToString())).ToString()))]);
    }

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || !Enum.TryParse<ComplaintCause>(LiveCard.ArgumentOf(value.Extra), out var cause) || !Enum.IsDefined(cause)) return Replies.NotThere(turn);
        if (turn.Registry.Find(Prevent.CommandId) is not Prevent command) return Replies.NotThere(turn);
        var given = new Arguments(new Dictionary<string, string> { [CommonSlots.Account.Name] = complaint.AccountId.ToString("N") });
        return await command.Learn(turn, complaint, cause, given, value.Extra, cancellation);
    }
}
