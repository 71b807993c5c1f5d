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

    /// <summary>Opens the form of a command about an account of the speaker's.</summary>
    public static async Task<Reply> Open(TurnContext turn, ButtonValue value, Command command, (string Slot, string Value)[] given, CancellationToken cancellation)
    {
        if (!await turn.Store.Accounts.AnyAsync(account => account.Id == value.Subject, cancellation)) return Replies.NotThere(turn);
        var raw = new Dictionary<string, string>(StringComparer.Ordinal) { [CommonSlots.Account.Name] = value.Subject.ToString("N") };
        foreach (var (slot, known) in given.Where(pair => pair.Value.Length > 0)) raw[slot] = known;
        return await FormBuilder.Open(turn, command, raw, cancellation);
    }
}

/// <summary>[Plan it …].</summary>
internal sealed class HintPlanPressed : ButtonAction
{
    public const string ActionId = "hint.plan";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        HintWays.Open(turn, value, turn.Registry.Find("plan")!, [(CommonSlots.KindName, value.Extra == nameof(InteractionKind.Visit) ? value.Extra : "")], cancellation);
}

/// <summary>[Note it …] of a talk without an agenda.</summary>
internal sealed class JustTalkPressed : ButtonAction
{
    public const string ActionId = "hint.just-talk";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        HintWays.Open(turn, value, turn.Registry.Commands.OfType<LogCommand>().Single(), [(LogSlots.Agenda.Name, LogSlots.NoAgenda)], cancellation);
}
