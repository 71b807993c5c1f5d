using AccountNudge.Bot.Conversation.Directory;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Departures;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Departures;

/// <summary>What commands about departures take.</summary>
internal static class DepartureSlots
{
    public static readonly Slot Contact = DirectorySlots.Contact;

    public static readonly Slot Where = new("where", SlotKind.Phrase, DepartureTexts.Where)
    {
        Keyword = new("for|to|now at", "zu|nach|jetzt bei"),
        Hint = DepartureTexts.WhereHint,
        Word = DepartureTexts.WhereWord,
    };

    public static readonly Slot Successor = new("successor", SlotKind.NewName, DepartureTexts.Successor)
    {
        Keyword = new("successor|followed by|replaced by", "nachfolge|nachfolger|nachfolgerin"),
        Hint = DepartureTexts.SuccessorHint,
        Word = DepartureTexts.NameWord,
    };

    /// <summary>An act of the speaker on a departure, now.</summary>
    public static DepartureAct DepartureActOn(this TurnContext turn, AccountFacts facts, Guid? changeId = null) => new(turn.Speaker.Id, turn.Now, facts.Calendar, facts.Terms, changeId);

    /// <summary>The departure of someone who left; refuses where they are still there.</summary>
    public static Departure DepartureOf(this TurnContext turn, AccountFacts facts, KnownName name) =>
        !facts.Contacts.First(contact => contact.Id == name.Id).IsThere && facts.DepartureOf(name.Id) is { } departure
            ? departure
            : throw new RefusalException(DepartureTexts.NeverLeft(turn.Turn.Call, name.Name));

    /// <summary>Someone of an account by name, also by a short one; whoever is not known there is added.</summary>
    public static Contact ContactNamed(this TurnContext turn, AccountFacts facts, string typed)
    {
        var name = DirectoryReplies.Usable(typed);
        var index = new NameIndex([.. facts.Contacts.Select(contact => new KnownName(NameKind.Contact, contact.Id, contact.Name, contact.AccountId) { State = contact.State })]);
        if (NameIndex.Whole(name, tokens => index.At(tokens, 0, _ => true)) is { Names: [var known] }) return facts.Contacts.First(contact => contact.Id == known.Id);
        var added = new Contact { WorkspaceId = facts.Account.WorkspaceId, TeamId = facts.Account.TeamId, AccountId = facts.Account.Id, Name = name };
        turn.Store.Contacts.Add(added);
        return added;
    }

    /// <summary>Names who follows; the facts know them from then on.</summary>
    public static AccountFacts NameSuccessor(this TurnContext turn, Departure departure, AccountFacts facts, string typed, DepartureAct act)
    {
        var successor = turn.ContactNamed(facts, typed);
        departure.NameSuccessor(successor, act);
        return facts with { Contacts = [.. facts.Contacts.Where(contact => contact.Id != successor.Id), successor] };
    }
}

/// <summary>Notes that someone is not at a client any more.</summary>
internal sealed class LeftCommand() : Command(
    new("left", CommandGroup.Tell, new("left|contact left", "gegangen|ansprechperson gegangen"), DepartureTexts.DoesLeave, DepartureTexts.ExampleLeave, DepartureTexts.TitleLeave)), IProposedOfPerson
{
    public override IReadOnlyList<Slot> Slots { get; } = [DepartureSlots.Contact, DepartureSlots.Where, DepartureSlots.Successor];

    public override IReadOnlyList<Saying> Hints => DepartureHints.Left;

    public Text Question(RichText who) => DepartureTexts.ShallNoteLeft(who);

    public Text Answer => DepartureTexts.HasLeftButton;

    public Slot Person => DepartureSlots.Contact;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DepartureSlots.Contact.Name);
        var facts = await turn.FactsOf(name, cancellation);
        var contact = facts.Contacts.First(contact => contact.Id == name.Id);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var act = turn.DepartureActOn(facts, change.Id);
        var departure = Departure.Leave(contact, arguments.Text(DepartureSlots.Where.Name).Trim(), act);
        if (arguments.Text(DepartureSlots.Successor.Name) is { Length: > 0 } successor) facts = turn.NameSuccessor(departure, facts, successor, act);
        turn.Store.Departures.Add(departure);
        turn.ForgetNames();
        return DepartureCard.Reply(turn, departure, facts);
    }
}

/// <summary>Says who follows someone who left.</summary>
internal sealed class SuccessorCommand() : Command(
    new("successor", CommandGroup.Tell, new("successor", "nachfolge"), DepartureTexts.DoesSucceed, DepartureTexts.ExampleSucceed, DepartureTexts.TitleSucceed))
{
    private static readonly Slot Name = new("name", SlotKind.NewName, DepartureTexts.Successor)
    {
        Required = true,
        Keyword = new("is", "ist"),
        Hint = DepartureTexts.SuccessorHint,
        Word = DepartureTexts.NameWord,
    };

    public override IReadOnlyList<Slot> Slots { get; } = [DepartureSlots.Contact, Name];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DepartureSlots.Contact.Name);
        var facts = await turn.FactsOf(name, cancellation);
        var departure = turn.DepartureOf(facts, name);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        facts = turn.NameSuccessor(departure, facts, arguments.Text(Name.Name), turn.DepartureActOn(facts, change.Id));
        turn.ForgetNames();
        return DepartureCard.Reply(turn, departure, facts);
    }
}

/// <summary>Takes a step on somebody's departure.</summary>
internal abstract class DepartureStep(CommandWords words, Action<Departure, DepartureAct> step) : Command(words)
{
    public override IReadOnlyList<Slot> Slots { get; } = [DepartureSlots.Contact];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DepartureSlots.Contact.Name);
        var facts = await turn.FactsOf(name, cancellation);
        return Take(turn, turn.DepartureOf(facts, name), facts, arguments, "");
    }

    /// <summary>Takes the step and answers where it was asked for.</summary>
    public virtual Reply Take(TurnContext turn, Departure departure, AccountFacts facts, Arguments arguments, string place)
    {
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        step(departure, turn.DepartureActOn(facts, change.Id));
        // The message that it was pressed on is renewed by itself.
        return LiveCard.IsBesideNudge(turn, place)
            ? Reply.Asker(new Card(Done(departure, facts).In(turn.OwnVoice), new Actions([Replies.Remove(change.Id, turn.OwnVoice)])))
            : DepartureCard.Reply(turn, departure, facts, place);
    }

    /// <summary>What was done, in short.</summary>
    protected abstract Text Done(Departure departure, AccountFacts facts);
}

/// <summary>Has what is open with someone who left go on with whoever follows.</summary>
internal sealed class HandOn() : DepartureStep(
    new("successor.takes-over", CommandGroup.Tell, new("successor takes over", "nachfolge übernimmt"), DepartureTexts.DoesHandOn, DepartureTexts.ExampleHandOn, DepartureTexts.TitleHandOn),
    (departure, act) => departure.HandOn(act))
{
    public override Reply Take(TurnContext turn, Departure departure, AccountFacts facts, Arguments arguments, string place)
    {
        if (!departure.IsUnsettled || facts.Contact(departure.SuccessorContactId) is not { IsThere: true } successor) throw new RefusalException(DepartureRefusals.NobodyToTakeOver);
        var open = DepartureButtons.OpenWith(departure, facts);
        if (open.Count == 0) return Replies.Hint(turn, DepartureTexts.NothingToHandOn);
        turn.Record(this, arguments, turn.TeamOf(facts.Account));
        turn.Store.HandOn(open, departure.ContactId!.Value, successor.Id);
        return base.Take(turn, departure, facts, arguments, place);
    }

    protected override Text Done(Departure departure, AccountFacts facts) => DepartureTexts.HandedOn(facts.Contact(departure.SuccessorContactId)?.Name ?? "…");
}

/// <summary>Says that nobody follows someone who left.</summary>
internal sealed class NobodyFollows() : DepartureStep(
    new("successor.nobody", CommandGroup.Tell, new("nobody follows|no successor", "niemand folgt|keine nachfolge"), DepartureTexts.DoesEnd, DepartureTexts.ExampleEnd, DepartureTexts.TitleEnd),
    (departure, act) => departure.FollowedByNobody(act))
{
    protected override Text Done(Departure departure, AccountFacts facts) => DepartureTexts.FindOut(isDone: true, successor: null);
}

/// <summary>Notes that somebody congratulated someone who left.</summary>
internal sealed class Farewell() : DepartureStep(
    new("farewell", CommandGroup.Tell, new("farewell", "verabschiedet"), DepartureTexts.DoesCongratulate, DepartureTexts.ExampleCongratulate, DepartureTexts.TitleCongratulate),
    (departure, act) => departure.Congratulate(act))
{
    protected override Text Done(Departure departure, AccountFacts facts) =>
        DepartureTexts.Congratulate(DepartureCard.Leaver(departure, facts)?.Name ?? facts.Account.Name, facts.Roster.Find(departure.CongratulatedBy)?.Name);
}

/// <summary>Notes that someone has died: from then on nothing reminds of them.</summary>
internal sealed class DeceasedCommand() : Command(
    new("deceased", CommandGroup.Tell, new("deceased|passed away", "verstorben|gestorben"), DepartureTexts.DoesDie, DepartureTexts.ExampleDie, DepartureTexts.TitleDie)), IProposedOfPerson
{
    public override IReadOnlyList<Slot> Slots { get; } = [DepartureSlots.Contact];

    public override IReadOnlyList<Saying> Hints => DepartureHints.Died;

    public Text Question(RichText who) => DepartureTexts.ShallNoteDeath(who);

    public Text Answer => DepartureTexts.NoteDeath;

    public Slot Person => DepartureSlots.Contact;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DepartureSlots.Contact.Name);
        var facts = await turn.FactsOf(name, cancellation);
        var contact = facts.Contacts.First(contact => contact.Id == name.Id);
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        var act = turn.DepartureActOn(facts, change.Id);
        foreach (var open in facts.OpenDepartures.Where(departure => departure.ContactId == contact.Id)) open.EndByDeath(act);
        turn.Store.Departures.Add(Departure.Die(contact, act));
        turn.ForgetNames();
        // A message of its own would be the wrong way to hear of it.
        var owner = facts.Account.OwnerId == turn.Speaker.Id || !turn.Turn.Channel.IsDirect ? null : facts.Roster.Find(facts.Account.OwnerId);
        return DirectoryReplies.ToTeam(turn, voice => new Card(
            DepartureTexts.Condolence(contact.Name).In(voice),
            [.. owner is null ? [] : new CardPart[] { new Note(DepartureTexts.TellOwner(owner.Name).In(voice)) }, new Actions([Replies.Remove(change.Id, voice)])]));
    }
}

/// <summary>Notes that someone who had left is there again.</summary>
internal sealed class ContactBack() : Command(
    new("contact.back", CommandGroup.LookAfter, new("contact back|contact returns", "ansprechperson zurück|ansprechperson wieder da"), DepartureTexts.DoesReturn, DepartureTexts.ExampleReturn, DepartureTexts.TitleReturn))
{
    public override IReadOnlyList<Slot> Slots { get; } = [DepartureSlots.Contact];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var name = arguments.Name(DepartureSlots.Contact.Name);
        var facts = await turn.FactsOf(name, cancellation);
        var contact = facts.Contacts.First(contact => contact.Id == name.Id);
        if (contact.IsThere) throw new RefusalException(DepartureTexts.IsThere(contact.Name, facts.Account.Name));
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        if (facts.DepartureOf(contact.Id) is { IsDeath: false, End: not DepartureEnd.CameBack and not DepartureEnd.Died } departure) departure.ComeBack(turn.DepartureActOn(facts, change.Id));
        contact.Return();
        turn.ForgetNames();
        return DirectoryReplies.ToTeam(turn, voice => new Card(DepartureTexts.IsBack(People.Of(contact, facts.Account)).In(voice), new Actions([Replies.Remove(change.Id, voice)])));
    }
}
