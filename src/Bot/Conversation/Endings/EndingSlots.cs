using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Endings;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Endings;

/// <summary>What commands about the end of a relationship take.</summary>
internal static class EndingSlots
{
    public static readonly Slot Reason = new("reason", SlotKind.Choice, EndingTexts.ReasonLabel)
    {
        Word = new("REASON", "GRUND"),
        Choices =
        [
            .. RootCauses.All.Select(cause => EnumChoices.Choice(cause.Key, cause.Value, EndingTexts.Reason(LossReasons.Of(cause.Key)))),
            Of(LossReason.BudgetCut, "budget cut|budget|savings", "sparkurs|budget|budgetkürzung|sparzwang"),
            Of(LossReason.Competitor, "competitor|competition", "wettbewerb|konkurrenz|mitbewerber"),
            Of(LossReason.WeDeclined, "we declined|declined", "wir haben abgelehnt|abgelehnt"),
            Of(LossReason.Other, "other|another reason", "anderer grund|sonstiges"),
        ],
    };

    public static readonly Slot Underneath = new("underneath", SlotKind.Choice, EndingTexts.UnderneathLabel)
    {
        Keyword = new("underneath|really", "dahinter|eigentlich"),
        Word = new("CAUSE", "URSACHE"),
        Hint = EndingTexts.UnderneathHint,
        Choices = [.. RootCauses.All.Where(cause => cause.Key != RootCause.Price).Select(cause => EnumChoices.Choice(cause.Key, cause.Value, EndingTexts.Reason(LossReasons.Of(cause.Key))))],
    };

    public static readonly Slot Months = new("months", SlotKind.Choice, EndingTexts.MonthsLabel)
    {
        Required = true,
        Word = new("6/12 months", "6/12 monate"),
        Choices = [.. Loss.ReminderMonths.Select(months => new SlotChoice($"{months}", new($"in {months} months|{months} months", $"in {months} monaten|{months} monate"), EndingTexts.InMonths(months)))],
    };

    public static readonly Slot Step = new("step", SlotKind.Choice, EndingTexts.StepLabel)
    {
        Word = new("STEP", "SCHRITT"),
        Choices =
        [
            Of(PartingSteps.Promises, "promises|nothing owed", "zusagen|nichts offen"),
            Of(PartingSteps.Material, "material|handover", "unterlagen|material|übergabe"),
            Of(PartingSteps.LastTalk, "last talk|talk", "letztes gespräch|gespräch|abschlussgespräch"),
            Of(PartingSteps.Thanks, "thanks|thank you", "dank|bedankt"),
        ],
    };

    public static readonly Slot DeleteOn = new("delete-on", SlotKind.When, EndingTexts.DeleteOnLabel) { Keyword = new("deletion on|delete on|deletion", "löschung am|löschen am|löschung") };

    private static SlotChoice Of(LossReason reason, string english, string german) => EnumChoices.Choice(reason, new(english, german), EndingTexts.Reason(reason));

    private static SlotChoice Of(PartingSteps step, string english, string german) => EnumChoices.Choice(step, new(english, german), EndingTexts.Tick(step));
}
