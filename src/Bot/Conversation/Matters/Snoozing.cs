using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;

namespace AccountNudge.Bot.Conversation.Matters;

/// <summary>Puts a matter off.</summary>
internal static class Snoozing
{
    public const string Ask = "ask";

    private static readonly (string Token, Text Label)[] Offers =
    [
        ("tomorrow", MatterTexts.Tomorrow), ("3days", MatterTexts.ThreeDays), ("week", MatterTexts.NextWeek), (Ask, MatterTexts.AnotherDay),
    ];

    /// <summary>Tomorrow, in three working days, next week, another day.</summary>
    public static IReadOnlyList<Button> Buttons(Guid nudgeId, Voice voice)
    {
        var token = Guid.NewGuid();
        return [.. Offers.Select(offer => new Button(SnoozePressed.ActionId, offer.Label.Plain(voice), new ButtonValue(nudgeId, token, offer.Token).ToString()))];
    }

    /// <summary>When a choice lies; null for a choice nobody offered.</summary>
    public static When? Chosen(string token, TurnContext turn, Account account)
    {
        var calendar = turn.CalendarOf(account);
        var today = calendar.DateOf(turn.Now);
        return token switch
        {
            "tomorrow" => new When(calendar.AddWorkingDates(today, 1)),
            "3days" => new When(calendar.AddWorkingDates(today, 3)),
            "week" => new When(today.Next(IsoDayOfWeek.Monday)),
            _ => null,
        };
    }

    /// <summary>Puts the matter of a nudge off, or refuses with a sentence.</summary>
    public static async Task<Card> PutOff(TurnContext turn, Command command, Account account, Nudge nudge, When when, Voice voice, CancellationToken cancellation)
    {
        var until = Until(turn, account, when);
        if (PracticeCatalog.Find(nudge.Kind) is { } practice && await practice.SnoozeRefusal(turn.Store, nudge.Subject, cancellation) is { } refusal) throw new RefusalException(refusal);
        var raw = new Dictionary<string, string> { [CommonSlots.Account.Name] = account.Id.ToString("N"), [SnoozeCommand.Until.Name] = Given.Write(when) };
        var change = turn.Record(command, new Arguments(new Dictionary<string, object>(), raw), turn.TeamOf(account));
        var snooze = new Core.Nudges.Snooze
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            Kind = nudge.Kind,
            Subject = nudge.Subject,
            At = turn.Now,
            Until = until,
            MemberId = turn.Speaker.Id,
        };
        turn.Store.Snoozes.Add(snooze);
        var at = Moments.At(await ComesBackAt(turn, nudge, snooze, cancellation), turn.CalendarOf(account).Zone, turn.Now);
        var matter = await OpenMatters.Name(turn, nudge, cancellation);
        return new Card(
            MatterTexts.ComesBack(People.Of(null, account), at).In(voice),
            new Note(MatterTexts.By(turn.Speaker.Name, matter).In(voice)),
            Replies.CorrectOrRemove(change.Id, voice));
    }

    /// <summary>When it is really said again, by the hours of its place and the morning message, whatever time was named.</summary>
    private static async Task<Instant> ComesBackAt(TurnContext turn, Nudge nudge, Core.Nudges.Snooze snooze, CancellationToken cancellation)
    {
        if (await turn.Store.FactsOf(snooze.AccountId, turn.Now, cancellation) is not { } facts) return snooze.Until;
        var plan = Planner.Plan(facts with { Snoozes = [.. facts.Snoozes.Where(other => other.Id != snooze.Id), snooze] }, turn.Now);
        return plan.Nudges.FirstOrDefault(next => next.Matter == nudge.Matter)?.ReadyAt ?? snooze.Until;
    }

    /// <summary>The morning of that working date, or the time that was named.</summary>
    private static Instant Until(TurnContext turn, Account account, When when)
    {
        var calendar = turn.CalendarOf(account);
        var farthest = calendar.DateOf(turn.Now).PlusYears(2);
        var date = when.Date > farthest ? farthest : when.Date;
        var until = when.Time is { } time ? calendar.At(date, time) : calendar.At(calendar.WorkingDateOnOrAfter(date), turn.TeamOf(account).Settings.Morning);
        return until > turn.Now ? until : throw new RefusalException(MatterTexts.AlreadyPast);
    }
}

/// <summary>Puts an account's open matter off.</summary>
internal sealed class SnoozeCommand() : Command(
    new("snooze", CommandGroup.LookAfter, new("snooze", "wiedervorlage|später"), MatterTexts.DoesSnooze, MatterTexts.ExampleSnooze, MatterTexts.TitleSnooze))
{
    public static readonly Slot Until = new("until", SlotKind.When, MatterTexts.UntilLabel) { Keyword = new("until|till|to", "bis|auf") };

    public override IReadOnlyList<Slot> Slots { get; } = [CommonSlots.Account, Until];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(CommonSlots.Account.Name), cancellation);
        var matters = await OpenMatters.Of(turn, account, cancellation);
        return matters.Count switch
        {
            0 => Replies.Hint(turn, MatterTexts.Nothing(account.Name)),
            1 => await Go(turn, account, matters[0], arguments.When(Until.Name), cancellation),
            _ => await OpenMatters.Ask(turn, SnoozeChosen.ActionId, account, matters, turn.KeepDraft(this, arguments.Raw).Id.ToString("N"), cancellation),
        };
    }

    /// <summary>Puts off until then, or asks until when; what is personal is said to the asker alone.</summary>
    public async Task<Reply> Go(TurnContext turn, Account account, Nudge nudge, When? when, CancellationToken cancellation)
    {
        var voice = nudge.IsDirect ? turn.OwnVoice : turn.Voice;
        if (when is { } until) return new Reply { Card = await Snoozing.PutOff(turn, this, account, nudge, until, voice, cancellation), OnlyAsker = nudge.IsDirect };
        var matter = await OpenMatters.Name(turn, nudge, cancellation);
        return Reply.Asker(new Card(MatterTexts.UntilWhen(People.Of(null, account), matter).In(turn.OwnVoice), new Actions(Snoozing.Buttons(nudge.Id, turn.OwnVoice))));
    }
}

/// <summary>One of the offers, on a nudge or on the question until when.</summary>
internal sealed class SnoozePressed : ButtonAction
{
    public const string ActionId = "matter.snooze";

    public override string Id => ActionId;

    /// <summary>Asks until when, beside what else can be done about a nudge.</summary>
    public static Button Later(Guid nudgeId, Voice voice) => new(ActionId, MatterTexts.Later.Plain(voice), ButtonValue.For(nudgeId, Snoozing.Ask).ToString());

    public override bool Opens(ButtonValue value) => value.Extra == Snoozing.Ask;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var nudge = await turn.Store.Nudges.FirstOrDefaultAsync(nudge => nudge.Id == value.Subject, cancellation);
        if (nudge is null || await turn.AccountOf(nudge.AccountId, cancellation) is not { } account || turn.Registry.Find("snooze") is not { } command) return Replies.NotThere(turn);
        if (Opens(value))
        {
            var raw = CommonSlots.Given(account.Id);
            return await FormBuilder.Open(turn, command, raw, cancellation);
        }

        if (nudge.IsFinal && nudge.State != NudgeState.Snoozed) return Replies.Hint(turn, ConversationTexts.PressedAlready);
        if (Snoozing.Chosen(value.Extra, turn, account) is not { } when) return Replies.NotThere(turn);
        return Reply.Asker(await Snoozing.PutOff(turn, command, account, nudge, when, turn.OwnVoice, cancellation));
    }
}

/// <summary>Which of several matters is put off.</summary>
internal sealed class SnoozeChosen : ButtonAction
{
    public const string ActionId = "matter.choose";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var nudge = await turn.Store.Nudges.FirstOrDefaultAsync(nudge => nudge.Id == value.Subject, cancellation);
        if (nudge is null || await turn.AccountOf(nudge.AccountId, cancellation) is not { } account) return Replies.NotThere(turn);
        return await FormReader.ReadWaiting<SnoozeCommand>(turn, value, cancellation) is var (command, arguments)
            ? await command.Go(turn, account, nudge, arguments.When(SnoozeCommand.Until.Name), cancellation)
            : Replies.NotThere(turn);
    }
}
