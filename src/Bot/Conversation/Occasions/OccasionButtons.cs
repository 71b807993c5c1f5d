using AccountNudge.Bot.Conversation.Matters;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Occasions;
using AccountNudge.Core.Planning;
using NodaTime.Text;

namespace AccountNudge.Bot.Conversation.Occasions;

/// <summary>
/// What is done about an occasion this year. The message it was pressed on is renewed by itself, so the answer is a word to
/// whoever pressed; a later press changes the choice of that year.
/// </summary>
internal abstract class ChooseOccasion(string verb, OccasionDecision decision) : ButtonAction
{
    private const int MostDaysOff = 400;

    public override string Id => $"occasion.{verb}";

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (!LocalDatePattern.Iso.Parse(value.Extra).TryGetValue(default, out var day) || Math.Abs(Period.DaysBetween(turn.Today, day)) > MostDaysOff) return Replies.NotThere(turn);
        if (await turn.Store.FactsOf(await AccountOf(turn, value.Subject, cancellation), turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        var (milestone, occasion) = (facts.Milestone(value.Subject), facts.Occasion(value.Subject));
        var contact = facts.Contact(occasion is null ? value.Subject : occasion.ContactId);
        var earlier = facts.Choices.Where(choice => choice.Subject == value.Subject && choice.Year == day.Year).ToList();
        if (earlier.Exists(choice => choice.Decision == decision)) return Replies.Hint(turn, OccasionTexts.AlreadyDecided);
        turn.Store.OccasionChoices.RemoveRange(earlier);
        turn.Store.OccasionChoices.Add(Choice(turn, facts.Account, value.Subject, day.Year));
        var isHeld = day > turn.Today && facts.Gate(turn.Now).IsShut;
        var whyHeld = isHeld ? PracticeViews.WhyGateIsShut(facts, turn.ForAsker()) : null;
        var isOnce = milestone is not null || occasion is { IsOnce: true };
        var said = OccasionTexts.Chosen(decision, Wording.Who(facts.Account, contact), day > turn.Today, whyHeld, isOnce).In(turn.OwnVoice);
        return isHeld && decision == OccasionDecision.Ring && await HeldReminder(turn, value.Subject, day, cancellation) is { } held
            ? Reply.Asker(new Card(said, new Actions([new Button(SendAnyway.ActionId, OccasionTexts.SendAnyway.Plain(turn.OwnVoice), ButtonValue.For(held.Id).ToString())])))
            : Reply.Asker(new Card(said));
    }

    /// <summary>The account of whatever has the occasion: somebody there, a milestone, an occasion that was noted, or the account itself.</summary>
    private static async Task<Guid> AccountOf(TurnContext turn, Guid subject, CancellationToken cancellation)
    {
        var store = turn.Store;
        var found = store.Contacts.Where(contact => contact.Id == subject).Select(contact => contact.AccountId)
            .Concat(store.Milestones.Where(milestone => milestone.Id == subject).Select(milestone => milestone.AccountId))
            .Concat(store.Occasions.Where(occasion => occasion.Id == subject).Select(occasion => occasion.AccountId));
        return await found.Select(id => (Guid?)id).FirstOrDefaultAsync(cancellation) ?? subject;
    }

    /// <summary>The reminder on the day, which is not said while the gate is shut.</summary>
    private static async Task<Nudge?> HeldReminder(TurnContext turn, Guid subject, LocalDate day, CancellationToken cancellation)
    {
        var held = await turn.Store.Nudges.Where(nudge => nudge.Subject == subject && (nudge.Ask == BirthdayPractice.Congratulate || nudge.Ask == OccasionPractice.Mark) && nudge.State == NudgeState.Held && nudge.Held != HeldReason.Undeliverable).ToListAsync(cancellation);
        return held.Find(nudge => nudge.Cycle.Day == day);
    }

    private OccasionChoice Choice(TurnContext turn, Account account, Guid subject, int year) => new()
    {
        WorkspaceId = account.WorkspaceId,
        TeamId = account.TeamId,
        AccountId = account.Id,
        Subject = subject,
        Year = year,
        Decision = decision,
        MemberId = turn.Speaker.Id,
        At = turn.Now,
    };
}

/// <summary>[Card sent].</summary>
internal sealed class SendCard() : ChooseOccasion("card", OccasionDecision.CardSent);

/// <summary>[I'll ring].</summary>
internal sealed class Ring() : ChooseOccasion("ring", OccasionDecision.Ring);

/// <summary>[Skip this year].</summary>
internal sealed class SkipOccasion() : ChooseOccasion("skip", OccasionDecision.SkipThisYear);

/// <summary>[Never].</summary>
internal sealed class NeverMention() : ChooseOccasion("never", OccasionDecision.Never);

/// <summary>[Done].</summary>
internal sealed class OccasionDone() : ChooseOccasion("done", OccasionDecision.Done);

/// <summary>[Send anyway]: lets through the one reminder that is held, as <c>override</c> does.</summary>
internal sealed class SendAnyway : ButtonAction
{
    public const string ActionId = "occasion.anyway";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var nudge = await turn.Store.Nudges.FirstOrDefaultAsync(nudge => nudge.Id == value.Subject && nudge.State == NudgeState.Held, cancellation);
        if (nudge is null || await turn.AccountOf(nudge.AccountId, cancellation) is not { } account) return Replies.NotThere(turn);
        var reason = (nudge.Kind == BirthdayPractice.Kind ? OccasionTexts.CallAnyway : OccasionTexts.RingAnyway).Plain(turn.Workspace.Voice(turn.TeamOf(account).Settings.Language));
        return await turn.Registry.Commands.OfType<OverrideCommand>().Single().Release(turn, account, nudge, reason, cancellation);
    }
}
