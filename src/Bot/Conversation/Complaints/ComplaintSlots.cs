using AccountNudge.Core.Complaints;

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

    /// <summary>Notes what was agreed, if anything was.</summary>
    public static void AgreeOnSolution(this Complaint complaint, Arguments arguments, ComplaintAct act)
    {
        if (arguments.When(ResolveBy.Name) is { } when) complaint.AgreeOnSolution(when.Date, when.Time, act);
    }
}
