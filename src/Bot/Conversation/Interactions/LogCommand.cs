using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>Notes something said or done between us and a client.</summary>
internal sealed class LogCommand() : Command(
    new("log", CommandGroup.Tell, new("log|note", "notiz|gespräch"), LogTexts.Does, LogTexts.Example, LogTexts.Title))
{
    public override IReadOnlyList<Slot> Slots { get; } =
        [CommonSlots.Account, LogSlots.Kind, LogSlots.Contact, LogSlots.When, LogSlots.Balance, LogSlots.Mood, LogSlots.Agenda, LogSlots.Direction, LogSlots.Words];

    public override IReadOnlyList<Saying> Sayings => LogSayings.All;

    public override IReadOnlyList<Saying> Hints => LogHints.All;

    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var kind = arguments.Chosen(LogSlots.Kind, InteractionKind.Note);
        if (kind == InteractionKind.Note && !arguments.Has(LogSlots.Words.Name))
        {
            if (turn.Turn.Input is Typed) return await FormBuilder.Open(turn, this, arguments.Raw, cancellation);
            if (turn.Turn.Input is Submitted) throw RefusalException.At(LogSlots.Words.Name, LogTexts.NothingSaid);
        }

        var facts = await turn.FactsOf(arguments.Name(CommonSlots.Account.Name), cancellation);
        var (account, today) = (facts.Account, facts.Today(turn.Now));
        var on = arguments.When(LogSlots.When.Name)?.Date ?? today;
        if (on > today) throw new RefusalException(LogTexts.StillAhead);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var talk = new Interaction
        {
            WorkspaceId = account.WorkspaceId,
            TeamId = account.TeamId,
            AccountId = account.Id,
            ContactId = arguments.NameOrNone(LogSlots.Contact.Name)?.Id,
            Kind = kind,
            Direction = arguments.Chosen(LogSlots.Direction, Direction.We),
            Balance = arguments.Chosen(LogSlots.Balance, Balance.Neutral),
            Mood = arguments.Chosen(LogSlots.Mood, Mood.Unsaid),
            IsJustTalk = arguments.Has(LogSlots.Agenda.Name),
            On = on,
            RecordedAt = turn.Now,
            MemberId = turn.Speaker.Id,
            Text = arguments.Text(LogSlots.Words.Name),
        };
        var aside = await Asides.Of(turn, Touch.Of(talk), facts, cancellation);
        turn.Store.Interactions.Add(talk);
        return LogCard.Reply(turn, talk, facts, change, asksKind: !arguments.Has(LogSlots.Kind.Name)) with { Aside = aside };
    }
}
