using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Plans;

namespace AccountNudge.Bot.Conversation.Plans;

/// <summary>What commands about plans take, called as in a note about a talk, so that a plan becomes one.</summary>
internal static class PlanSlots
{
    /// <summary>Ways to talk; a greeting or a gift is no talk to plan.</summary>
    public static readonly Slot Kind = LogSlots.Kind with { Choices = [.. LogSlots.Kind.Choices.Where(choice => Talks.IsTalk(Enum.Parse<InteractionKind>(choice.Value)))] };

    public static readonly Slot Contact = CommonSlots.Contact(new("with", "mit"), LogTexts.WithLabel);
    public static readonly Slot When = new(LogSlots.When.Name, SlotKind.When, PlanTexts.WhenLabel) { Required = true, MayHaveTime = true, Hint = PlanTexts.WhenHint };
    public static readonly Slot NewDay = When with { Keyword = new("to|for|until", "auf") };

    /// <summary>Only words that nothing else is said with: what a talk is for often begins with "ask".</summary>
    public static readonly Slot Balance = LogSlots.Balance with
    {
        Word = new("an ask/a give", "als Bitte/als Gabe"),
        Choices =
        [
            LogSlots.Balance.Choices[0] with { Spellings = new("a give|as a give|we give", "als gabe|wir geben"), Label = PlanTexts.Give },
            LogSlots.Balance.Choices[1] with { Spellings = new("an ask|as an ask|we ask", "als bitte|wir bitten"), Label = PlanTexts.Ask },
        ],
    };

    public static readonly Slot For = CommonSlots.Text(PlanTexts.ForLabel);

    /// <summary>Refuses, and in a form at its field, a day or time that is over.</summary>
    public static void RefuseOver(When when, MemberAct act)
    {
        if (Plan.IsOver(when.Date, when.Time, act)) throw RefusalException.At(When.Name, PlanRefusals.IsOver);
    }
}
