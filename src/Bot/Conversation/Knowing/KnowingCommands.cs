using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Knowing;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Knowing;

/// <summary>Keeps something about a client or somebody there. The answer is for the asker alone: it is personal.</summary>
internal abstract class KnowingCommand(CommandWords words) : Command(words)
{
    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var (facts, contact) = await turn.About(arguments, cancellation);
        var note = Make(facts, contact, arguments, new NoteAct(turn.Speaker.Id, turn.Now, facts.Today(turn.Now)));
        var change = turn.Record(this, arguments, turn.TeamOf(facts.Account));
        turn.Store.LastingNotes.Add(note);
        var voice = turn.OwnVoice;
        var wishes = Wording.Beside(voice, note.Address is { } address ? KnowingTexts.Addressed(address) : null, note.Channel is { } channel ? KnowingTexts.By(channel) : null);
        return Reply.Asker(new Card(KnowingTexts.Headline(note.Kind, People.Of(contact, facts.Account)).In(voice), [
            .. note.Text.Length > 0 ? [new Paragraph(note.Text)] : Array.Empty<CardPart>(),
            .. wishes.Runs.Count > 0 ? [new Paragraph(wishes)] : Array.Empty<CardPart>(),
            new Note(KnowingTexts.InBrief.In(voice)),
            Replies.CorrectOrRemove(change.Id, voice),
        ]));
    }

    /// <summary>The note; refused before anything is recorded.</summary>
    protected abstract LastingNote Make(AccountFacts facts, Contact? contact, Arguments arguments, NoteAct act);

    /// <summary>What is refused stands at the field of the words.</summary>
    protected static LastingNote AtField(Slot words, Func<LastingNote> make)
    {
        try
        {
            return make();
        }
        catch (RefusalException refusal)
        {
            throw KnowingSlots.Refused(words, refusal.Reason);
        }
    }
}

/// <summary>Keeps something in the speaker's own words.</summary>
internal abstract class OwnWordsCommand(NoteKind kind, CommandWords words, Text label, Text? hint = null) : KnowingCommand(words)
{
    private readonly Slot text = CommonSlots.Text(label, required: true) with { Hint = hint ?? KnowingTexts.NothingPrivate };

    public override IReadOnlyList<Slot> Slots => [KnowingSlots.Who, text];

    protected override LastingNote Make(AccountFacts facts, Contact? contact, Arguments arguments, NoteAct act) =>
        AtField(text, () => LastingNote.Of(kind, facts.Account, contact?.Id, arguments.Text(text.Name), act));
}

/// <summary>A lasting wish (practice F4).</summary>
internal sealed class PreferCommand() : KnowingCommand(
    new("prefer", CommandGroup.Tell, new("prefer|preference", "vorliebe"), KnowingTexts.PreferDoes, KnowingTexts.PreferExample, KnowingTexts.PreferTitle))
{
    private static readonly Slot Said = CommonSlots.Text(KnowingTexts.PreferLabel) with { Hint = KnowingTexts.NothingPrivate };

    private static readonly Slot Channel = new("channel", SlotKind.Choice, KnowingTexts.ChannelLabel)
    {
        Keyword = new("by", "per"),
        Word = new("call/mail/visit", "anruf/mail/besuch"),
        Choices = [.. LogSlots.Kind.Choices.Where(choice => Talks.IsTalk(Enum.Parse<InteractionKind>(choice.Value))).Select(WithPhone)],
    };

    private static readonly Slot Address = new("address", SlotKind.Choice, KnowingTexts.AddressLabel)
    {
        Word = new("by first name/by surname", "per Du/per Sie"),
        Choices =
        [
            new(nameof(FormOfAddress.Du), new("by first name|on first-name terms|first-name terms", "per du|duzen"), KnowingTexts.FirstName),
            new(nameof(FormOfAddress.Sie), new("by surname|by last name", "per sie|siezen"), KnowingTexts.Surname),
        ],
    };

    public override IReadOnlyList<Slot> Slots { get; } = [KnowingSlots.Who, Address, Channel, Said];

    /// <summary>What is said of the address within the words counts too, and stays in them.</summary>
    public override IReadOnlyList<Saying> Sayings { get; } =
    [
        new(Address.Choices[0].Spellings, new Dictionary<string, string> { [Address.Name] = nameof(FormOfAddress.Du) }),
        new(Address.Choices[1].Spellings, new Dictionary<string, string> { [Address.Name] = nameof(FormOfAddress.Sie) }),
    ];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation) =>
        turn.Turn.Input is Typed && !Slots.Skip(1).Any(slot => arguments.Has(slot.Name))
            ? await FormBuilder.Open(turn, this, arguments.Raw, cancellation)
            : await base.Run(turn, arguments, cancellation);

    protected override LastingNote Make(AccountFacts facts, Contact? contact, Arguments arguments, NoteAct act)
    {
        var channel = Enum.TryParse<InteractionKind>(arguments.Choice(Channel.Name), out var kind) ? kind : (InteractionKind?)null;
        var address = Enum.TryParse<FormOfAddress>(arguments.Choice(Address.Name), out var form) ? form : (FormOfAddress?)null;
        return AtField(Said, () => LastingNote.Wish(facts.Account, contact?.Id, arguments.Text(Said.Name), channel, address, act));
    }

    private static SlotChoice WithPhone(SlotChoice choice) => choice.Value == nameof(InteractionKind.Call)
        ? choice with { Spellings = new($"{choice.Spellings.English}|phone|telephone", $"{choice.Spellings.German}|telefon") }
        : choice;
}

/// <summary>What occupies somebody (practice F7).</summary>
internal sealed class TopicCommand() : OwnWordsCommand(
    NoteKind.Topic, new("topic", CommandGroup.Tell, new("topic|topics", "thema|themen"), KnowingTexts.TopicDoes, KnowingTexts.TopicExample, KnowingTexts.TopicTitle), KnowingTexts.TopicLabel);

/// <summary>What a client cannot go beyond (practice F10).</summary>
internal sealed class LimitCommand() : OwnWordsCommand(
    NoteKind.Limit, new("limit", CommandGroup.Tell, new("limit|limits", "grenze|grenzen"), KnowingTexts.LimitDoes, KnowingTexts.LimitExample, KnowingTexts.LimitTitle), KnowingTexts.LimitLabel);

/// <summary>How things stand now (practice F6).</summary>
internal sealed class SituationCommand() : OwnWordsCommand(
    NoteKind.Situation, new("situation", CommandGroup.Tell, new("situation", "lage"), KnowingTexts.SituationDoes, KnowingTexts.SituationExample, KnowingTexts.SituationTitle), KnowingTexts.SituationLabel);

/// <summary>Somebody to ask after (practice F5).</summary>
internal sealed class RelatedCommand() : OwnWordsCommand(
    NoteKind.Related,
    new("related", CommandGroup.Tell, new("related", "umfeld"), KnowingTexts.RelatedDoes, KnowingTexts.RelatedExample, KnowingTexts.RelatedTitle),
    KnowingTexts.RelatedLabel,
    KnowingTexts.RelatedHint);
