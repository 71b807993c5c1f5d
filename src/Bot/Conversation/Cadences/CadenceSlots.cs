using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Cadences;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Cadences;

/// <summary>What commands about rhythms take.</summary>
internal static class CadenceSlots
{
    /// <summary>No way is preferred any more.</summary>
    public const string AnyChannel = "Any";

    public static readonly Slot Every = new("every", SlotKind.Phrase, CadenceTexts.EveryLabel) { Hint = CadenceTexts.EveryHint, Word = new("every 2 weeks", "alle 2 Wochen") };
    public static readonly Slot AtMost = new("most", SlotKind.Phrase, CadenceTexts.AtMostLabel) { Keyword = new("at most|no more than|max", "höchstens|maximal"), Hint = CadenceTexts.AtMostHint, Word = new("weekly", "wöchentlich") };

    public static readonly Slot By = new("by", SlotKind.Choice, CadenceTexts.ByLabel)
    {
        Keyword = new("by|via|on the", "per|via|am"),
        Word = new("call", "telefon"),
        Choices =
        [
            Of(InteractionKind.Call, "call|phone|telephone|phone call", "telefon|anruf|telefonat"),
            Of(InteractionKind.Visit, "visit|meeting|person", "besuch|treffen"),
            Of(InteractionKind.Video, "video|video call", "video|videogespräch"),
            Of(InteractionKind.Mail, "mail|email|e-mail|letter", "mail|e-mail|brief"),
            Of(InteractionKind.Chat, "chat|message|sms", "chat|nachricht|sms"),
            new(AnyChannel, new("any|any way|anything", "egal|beliebig"), CadenceTexts.AnyChannel),
        ],
    };

    public static readonly Slot AgreedOn = new("agreed", SlotKind.When, CadenceTexts.AgreedOnLabel) { Keyword = new("agreed on|agreed|since", "vereinbart am|vereinbart|seit"), Past = true };
    public static readonly Slot ReviewOn = new("review", SlotKind.When, CadenceTexts.ReviewOnLabel) { Keyword = new("review on|review", "prüfen am|prüfen"), Hint = CadenceTexts.ReviewOnHint };

    /// <summary>What stands in the form of what is agreed now.</summary>
    public static Dictionary<string, string> Raw(Account account, Cadence? cadence, Voice voice)
    {
        var raw = CommonSlots.Given(account.Id);
        if (cadence?.FloorDays is { } floor) raw[Every.Name] = RhythmTexts.Every(floor).Plain(voice);
        if (cadence?.Terms.Ceiling is { } ceiling) raw[AtMost.Name] = RhythmTexts.AtMost(ceiling).Plain(voice);
        if (cadence?.Channel is { } channel) raw[By.Name] = channel.ToString();
        if (cadence?.AgreedOn is { } agreed) raw[AgreedOn.Name] = Given.Write(new When(agreed));
        if (cadence?.ReviewOn is { } review) raw[ReviewOn.Name] = Given.Write(new When(review));
        return raw;
    }

    /// <summary>What is agreed with what was given in its place; what cannot be read is refused at its field.</summary>
    public static CadenceTerms Read(Arguments arguments, CadenceTerms present)
    {
        var (every, most, by) = (arguments.Text(Every.Name), arguments.Text(AtMost.Name), arguments.Choice(By.Name));
        if (RhythmReader.IsUsual(every)) return CadenceTerms.None;
        var terms = present;
        if (every.Length > 0)
            terms = terms with { FloorDays = RhythmReader.Read(every) is { Day: null } rhythm ? Math.Max(1, rhythm.Days / rhythm.Times) : throw Unread(Every, CadenceTexts.CannotRead(every)) };
        if (RhythmReader.IsUsual(most)) terms = terms with { Ceiling = null };
        else if (most.Length > 0)
            terms = terms with { Ceiling = RhythmReader.Read(most, isCount: true) is { Day: null } rhythm ? new Ceiling(rhythm.Times, rhythm.Days) : throw Unread(AtMost, CadenceTexts.CannotReadMost(most)) };
        if (by is not null) terms = terms with { Channel = Enum.TryParse<InteractionKind>(by, out var channel) ? channel : null };
        return terms;
    }

    private static RefusalException Unread(Slot slot, Text why) => new(why) { Fields = new Dictionary<string, Text> { [slot.Name] = why } };

    private static SlotChoice Of(InteractionKind kind, string english, string german) => new(kind.ToString(), new Phrase(english, german), RhythmTexts.By(kind));
}
