using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Hints;

/// <summary>What can be done about a hint right away; whatever comes of it settles the hint by itself.</summary>
internal static class HintWays
{
    private static readonly Text PlanIt = new($"Plan it …", $"Planen …");
    private static readonly Text NoteIt = new($"Note it …", $"Notieren …");

    /// <summary>[Plan it …]: the form of the next talk, such as a visit.</summary>
    public static Button Plan(NudgeLine line, Voice voice, InteractionKind? kind = null) =>
        new(HintPlanPressed.ActionId, PlanIt.Plain(voice), ButtonValue.For(line.Account.Id, kind?.ToString() ?? "").ToString());

    /// <summary>[Note it …]: the form of a talk without an agenda.</summary>
    public static Button NoteJustTalk(NudgeLine line, Voice voice) => new(JustTalkPressed.ActionId, NoteIt.Plain(voice), ButtonValue.For(line.Account.Id).ToString());
}

/// <summary>[Plan it …].</summary>
internal sealed class HintPlanPressed : ButtonAction
{
    public const string ActionId = "hint.plan";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        FormBuilder.OpenAbout(turn, value.Subject, turn.Registry.Find("plan")!, cancellation, value.Extra == nameof(InteractionKind.Visit) ? [(LogSlots.Kind, value.Extra)] : []);
}

/// <summary>[Note it …] of a talk without an agenda.</summary>
internal sealed class JustTalkPressed : ButtonAction
{
    public const string ActionId = "hint.just-talk";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        FormBuilder.OpenAbout(turn, value.Subject, turn.Registry.Commands.OfType<LogCommand>().Single(), cancellation, (LogSlots.Agenda, LogSlots.NoAgenda));
}
