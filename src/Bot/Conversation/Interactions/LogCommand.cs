using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>Notes something said or done between us and a client.</summary>
internal sealed class LogCommand() : Command(
    new("log", CommandGroup.Tell, new("log|note", "notiz|gespräch"), LogTexts.Does, LogTexts.Example, LogTexts.Title))
{
    public override IReadOnlyList<Slot> Slots { get; } =
        [CommonSlots.Account, LogSlots.Kind, LogSlots.Contact, LogSlots.When, LogSlots.Balance, LogSlots.Mood, LogSlots.Direction, LogSlots.Words];

    public override bool FoundsTeam => true;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        if (turn.Turn.Input is Typed && arguments.Raw.Count == 1)
            return await FormBuilder.Open(turn, this, arguments.Raw, cancellation);
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
            Kind = arguments.Chosen(LogSlots.Kind, InteractionKind.Call),
            Direction = arguments.Chosen(LogSlots.Direction, Direction.We),
            Balance = arguments.Chosen(LogSlots.Balance, Balance.Neutral),
            Mood = arguments.Chosen(LogSlots.Mood, Mood.Unsaid),
            On = on,
            RecordedAt = turn.Now,
            MemberId = turn.Speaker.Id,
            Text = arguments.Text(LogSlots.Words.Name),
        };
        turn.Store.Interactions.Add(talk);
        return Reply.Everyone(Card(turn, talk, facts, change));
    }

    private static Card Card(TurnContext turn, Interaction talk, AccountFacts facts, Change change)
    {
        var voice = turn.Voice;
        var who = People.Of(facts.Contact(talk.ContactId), facts.Account);
        var day = Moments.On(talk.On, facts.Today(turn.Now));
        List<CardPart> parts = talk.Text.Length > 0 ? [new Paragraph(talk.Text)] : [];
        parts.Add(new Note(string.Join(" · ", Details(talk, turn.Speaker.Name).Select(detail => detail.Plain(voice)))));
        if (talk.IsSubstantive) parts.AddRange(PracticeViews.All.SelectMany(view => view.AskAbout(talk, facts, voice)));
        parts.Add(Replies.CorrectOrRemove(change, voice));
        return new Card(LogTexts.Headline(who, LogTexts.Kind(talk.Kind), talk.Direction, day).In(voice), parts);
    }

    private static IEnumerable<Text> Details(Interaction talk, string member)
    {
        yield return LogTexts.By(member);
        if (talk.Mood != Mood.Unsaid) yield return talk.Mood switch { Mood.Good => LogTexts.Good, Mood.SoSo => LogTexts.SoSo, _ => LogTexts.Tense };
        if (talk.Balance != Balance.Neutral) yield return talk.Balance == Balance.Give ? LogTexts.Given : LogTexts.Asked;
    }
}
