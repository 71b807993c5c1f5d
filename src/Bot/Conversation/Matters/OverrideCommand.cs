using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Nudges;

namespace AccountNudge.Bot.Conversation.Matters;

/// <summary>Lets one held nudge through, for a reason that stands in the digest.</summary>
internal sealed class OverrideCommand() : Command(
    new("override", CommandGroup.LookAfter, new("override", "trotzdem"), MatterTexts.DoesOverride, MatterTexts.ExampleOverride, MatterTexts.TitleOverride))
{
    private static readonly Slot Reason = CommonSlots.Text(MatterTexts.ReasonLabel, required: true);

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Reason];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var waiting = await turn.Store.Nudges.Where(nudge => nudge.AccountId == account.Id && nudge.State == NudgeState.Held && nudge.Held != HeldReason.Undeliverable && nudge.PostAt <= turn.Now)
            .OrderBy(nudge => nudge.DueAt).ToListAsync(cancellation);
        // What would have been said by now: of one matter, such as a birthday ahead and on its day, the first.
        var held = waiting.DistinctBy(nudge => nudge.Matter).ToList();
        return held.Count switch
        {
            0 => Replies.Hint(turn, MatterTexts.NothingHeld(account.Name)),
            1 => await Go(turn, account, held[0], arguments, cancellation),
            _ => await OpenMatters.Ask(turn, OverrideChosen.ActionId, account, held, turn.KeepDraft(this, arguments.Raw).Id.ToString("N"), cancellation),
        };
    }

    /// <summary>Lets one through that was chosen already, for a reason that is clear.</summary>
    public Task<Reply> Release(TurnContext turn, Account account, Nudge nudge, string reason, CancellationToken cancellation)
    {
        var raw = new Dictionary<string, string> { [CommonSlots.Account.Name] = account.Id.ToString("N"), [Reason.Name] = reason };
        return Go(turn, account, nudge, new Arguments(new Dictionary<string, object> { [Reason.Name] = reason }, raw), cancellation);
    }

    /// <summary>Lets it through and says where and when it comes; what is personal is said to the asker alone.</summary>
    public async Task<Reply> Go(TurnContext turn, Account account, Nudge nudge, Arguments arguments, CancellationToken cancellation)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var reason = arguments.Text(Reason.Name);
        turn.Store.Overrides.Add(new Override
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Kind = nudge.Kind,
            Subject = nudge.Subject,
            Cycle = nudge.Cycle.Event,
            Reason = reason,
            MemberId = turn.Speaker.Id,
            At = turn.Now,
        });
        var voice = nudge.IsDirect ? turn.OwnVoice : turn.Voice;
        var matter = await OpenMatters.Name(turn, nudge, cancellation);
        var card = new Card(
            MatterTexts.Released(People.Of(null, account)).In(voice),
            new Paragraph((await Comes(turn, account, nudge, cancellation)).In(voice)),
            new Paragraph(reason),
            new Note(MatterTexts.Because(turn.Speaker.Name, matter).In(voice)),
            new Actions([Replies.Remove(change.Id, voice)]));
        return new Reply { Card = card, OnlyAsker = nudge.IsDirect };
    }

    private static async Task<Text> Comes(TurnContext turn, Account account, Nudge nudge, CancellationToken cancellation)
    {
        var reader = nudge.IsDirect ? await turn.Store.Members.FirstOrDefaultAsync(member => member.Id == nudge.AddresseeId, cancellation) : null;
        var calendar = turn.TeamOf(account).Settings.Calendar(reader);
        var opening = calendar.NextOpening(Instant.Max(turn.Now, nudge.PostAt));
        var when = opening <= turn.Now ? MatterTexts.RightAway : MatterTexts.At(Moments.At(opening, calendar.Zone, turn.Now));
        return reader is null ? MatterTexts.InChannel(when) : MatterTexts.DirectTo(reader.Name, when);
    }
}

/// <summary>Which of several held nudges is let through.</summary>
internal sealed class OverrideChosen : ButtonAction
{
    public const string ActionId = "matter.release";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var nudge = await turn.Store.Nudges.FirstOrDefaultAsync(nudge => nudge.Id == value.Subject && nudge.State == NudgeState.Held, cancellation);
        if (nudge is null || await turn.AccountOf(nudge.AccountId, cancellation) is not { } account) return Replies.NotThere(turn);
        return await FormReader.ReadWaiting<OverrideCommand>(turn, value, cancellation) is var (command, arguments)
            ? await command.Go(turn, account, nudge, arguments, cancellation)
            : Replies.NotThere(turn);
    }
}
