using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>
/// What would keep a complaint from happening again: asked once, when the client agrees that it is solved, and answered by a button, by the next
/// line that is typed, or later by name.
/// </summary>
internal sealed class Prevent() : Command(
    new("complaint.prevent", CommandGroup.Tell, new("prevent", "vorbeugen|verhindern"), ComplaintTexts.DoesPrevent, ComplaintTexts.ExamplePrevent, ComplaintTexts.TitlePrevent))
{
    public const string CommandId = "complaint.prevent";

    /// <summary>Among so many of the latest the one is found that is still asked about.</summary>
    private const int Latest = 5;

    private static readonly Slot Answer = CommonSlots.Text(ComplaintTexts.WhatWouldPrevent);

    /// <summary>Only behind its keyword: the causes are words of any answer.</summary>
    private static readonly Slot CauseSlot = new("cause", SlotKind.Choice, ComplaintTexts.CauseLabel)
    {
        Keyword = new("because of|cause", "wegen|ursache"),
        Word = new("CAUSE", "URSACHE"),
        Choices = [.. RootCauses.All.Select(cause => new SlotChoice(cause.Key.ToString(), cause.Value, ComplaintTexts.Cause(cause.Key)))],
    };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, CauseSlot, Answer];

    public override string? TakesNextLine => Answer.Name;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var closed = await turn.Store.Complaints.Where(complaint => complaint.AccountId == account.Id && complaint.ClosedAt != null)
            .OrderByDescending(complaint => complaint.ClosedAt).ThenByDescending(complaint => complaint.Id).Take(Latest).ToListAsync(cancellation);
        if (closed.OrderByDescending(complaint => complaint.ClosedAt).ThenByDescending(complaint => complaint.AsksForCause || complaint.AsksUnderneath).FirstOrDefault() is not { } complaint) return Replies.Hint(turn, ComplaintTexts.NoneClosed(account.Name));
        var words = arguments.Text(Answer.Name);
        RootCause? cause = Enum.TryParse<RootCause>(arguments.Choice(CauseSlot.Name), out var chosen) ? chosen : Named(words);
        if (cause is null && words.Length == 0)
        {
            if (turn.Turn.Input is Typed) return await FormBuilder.Open(turn, this, arguments.Raw, cancellation);
            throw new RefusalException(ComplaintTexts.SayOneOrTheOther) { Fields = new Dictionary<string, Text> { [Answer.Name] = ComplaintTexts.SayOneOrTheOther } };
        }

        return await Learn(turn, complaint, arguments, "", () => complaint.Learn(cause, Named(words) is null ? words : ""), cancellation);
    }

    /// <summary>Keeps what was said, and shows it on the complaint's card; a price asks on.</summary>
    public async Task<Reply> Learn(TurnContext turn, Complaint complaint, Arguments arguments, string place, Action learn, CancellationToken cancellation)
    {
        if (await turn.Store.FactsOf(complaint.AccountId, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        turn.Record(this, arguments, turn.TeamOf(facts.Account));
        learn();
        // Whoever was asked has their answer; their next line is about something else.
        var account = complaint.AccountId.ToString("N");
        turn.Store.Drafts.RemoveRange(await turn.Store.Drafts.Where(draft => draft.Command == CommandId && draft.Given.Contains(account)).ToListAsync(cancellation));
        if (complaint.AsksUnderneath) Ask(turn, complaint.AccountId);
        return ComplaintCard.Reply(turn, complaint, facts, place);
    }

    /// <summary>Takes the speaker's next line for the answer.</summary>
    public void Ask(TurnContext turn, Guid accountId) =>
        turn.KeepDraft(this, new Dictionary<string, string> { [CommonSlots.Account.Name] = accountId.ToString("N"), [Drafts.Place] = turn.Turn.Channel.Id });

    /// <summary>The cause that was named and nothing else.</summary>
    private static RootCause? Named(string words)
    {
        var said = TextFolding.Of(words.Trim(' ', '.', '!'));
        var choice = said.Length == 0 ? null : CauseSlot.Choices.FirstOrDefault(choice =>
            Phrases.All(choice.Spellings).Append(choice.Label.Plain(Voice.English)).Append(choice.Label.Plain(Voice.German)).Any(spelling => TextFolding.Of(spelling) == said));
        return choice is null ? null : Enum.Parse<RootCause>(choice.Value);
    }
}

/// <summary>One of the usual causes, or nothing more to say.</summary>
internal sealed class CausePressed : ButtonAction
{
    private const string ActionId = "complaint.cause";
    private const string Enough = "enough";

    public override string Id => ActionId;

    /// <summary>The question with its usual answers, all with one token, so that one of them acts; null where nothing is asked.</summary>
    public static Section? Question(Complaint complaint, Guid postId, Voice voice)
    {
        if (!complaint.AsksForCause && !complaint.AsksUnderneath) return null;
        var token = Guid.NewGuid();
        var causes = Enum.GetValues<RootCause>().Select(cause => Button(complaint.AsksUnderneath && cause == RootCause.Price ? ComplaintTexts.OnlyThePrice : ComplaintTexts.Cause(cause), cause.ToString()));
        return complaint.AsksUnderneath
            ? new Section(ComplaintTexts.AndUnderneath.In(voice), ComplaintTexts.OrTypeIt.In(voice), [.. causes])
            : new Section(ComplaintTexts.WhatWouldPrevent.In(voice), ComplaintTexts.OrTypeIt.In(voice), [.. causes, Button(ComplaintTexts.NothingToAdd, Enough)]);

        Button Button(Text label, string answer) => new(ActionId, label.Plain(voice), new ButtonValue(complaint.Id, token, LiveCard.Extra(postId, answer)).ToString());
    }

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var answer = LiveCard.ArgumentOf(value.Extra);
        var complaint = await turn.Store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == value.Subject, cancellation);
        if (complaint is null || turn.Registry.Find(Prevent.CommandId) is not Prevent command) return Replies.NotThere(turn);
        var given = new Arguments(CommonSlots.Given(complaint.AccountId));
        if (answer == Enough) return await command.Learn(turn, complaint, given, value.Extra, complaint.StopAsking, cancellation);
        return Enum.TryParse<RootCause>(answer, out var cause) && Enum.IsDefined(cause)
            ? await command.Learn(turn, complaint, given, value.Extra, () => complaint.Learn(cause, ""), cancellation)
            : Replies.NotThere(turn);
    }
}
