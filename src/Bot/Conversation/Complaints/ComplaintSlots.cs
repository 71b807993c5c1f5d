using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Complaints;
using AccountNudge.Core.Interactions;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>What commands about complaints have in common to ask for.</summary>
internal static class ComplaintSlots
{
    /// <summary>Until when the client may expect the solution, where that was agreed with them.</summary>
    public static readonly Slot ResolveBy = new("resolve", SlotKind.When, ComplaintTexts.ResolveByLabel)
    {
        Keyword = new("resolve by|resolved by|solve by|solved by", "gelöst bis|lösung bis"),
        Hint = ComplaintTexts.ResolveByHint,
    };

    /// <summary>How one talked; only behind its keyword, since the words are those of any sentence.</summary>
    public static readonly Slot How = new("how", SlotKind.Choice, ComplaintTexts.HowLabel)
    {
        Keyword = new("by|via", "per|via"),
        Word = new("call/mail/visit …", "telefon/mail/besuch …"),
        Choices =
        [
            Of(InteractionKind.Call, "call|phone|telephone|phone call", "telefon|anruf|telefonat"),
            Of(InteractionKind.Visit, "visit|meeting", "besuch|treffen"),
            Of(InteractionKind.Video, "video|video call", "video|videogespräch"),
            Of(InteractionKind.Mail, "mail|email|e-mail|letter|post", "mail|e-mail|brief|post"),
            Of(InteractionKind.Chat, "chat|sms|message|text", "chat|sms|nachricht"),
        ],
    };

    /// <summary>How one talked, where that was said.</summary>
    public static InteractionKind? HowIn(Arguments arguments) => Enum.TryParse<InteractionKind>(arguments.Choice(How.Name), out var how) ? how : null;

    private static SlotChoice Of(InteractionKind kind, string english, string german) => new(kind.ToString(), new Phrase(english, german), Wording.Kind(kind));

    /// <summary>Notes what was agreed, if anything was.</summary>
    public static void AgreeOnSolution(this Complaint complaint, Arguments arguments, ComplaintAct act)
    {
        if (arguments.When(ResolveBy.Name) is { } when) complaint.AgreeOnSolution(when.Date, when.Time, act);
    }
}
