using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Cadences;

namespace AccountNudge.Bot.Conversation.Cadences;

/// <summary>What can be done about an agreed rhythm, as buttons.</summary>
internal static class CadenceButtons
{
    /// <summary>It is still right, or something else is to be agreed.</summary>
    public static IReadOnlyList<Button> For(Cadence cadence, Voice voice) =>
    [
        new(ConfirmPressed.ActionId, CadenceTexts.StillRight.Plain(voice), ButtonValue.For(cadence.Id).ToString(), ButtonStyle.Primary),
        new(ChangePressed.ActionId, CadenceTexts.Change.Plain(voice), ButtonValue.For(cadence.Id).ToString()),
    ];
}

/// <summary>[Still right].</summary>
internal sealed class ConfirmPressed : ButtonAction
{
    public const string ActionId = "cadence.confirm";

    public override string Id => ActionId;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.Store.Cadences.FirstOrDefaultAsync(cadence => cadence.Id == value.Subject, cancellation) is not { } cadence) return Replies.NotThere(turn);
        var command = turn.Registry.Commands.OfType<ConfirmCadence>().Single();
        var raw = CommonSlots.Given(cadence.AccountId);
        return FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow) is Filled filled
            ? await command.Take(turn, filled.Arguments, value.Extra, cancellation)
            : Replies.NotThere(turn);
    }
}

/// <summary>[Change …]: the form with what is agreed.</summary>
internal sealed class ChangePressed : ButtonAction
{
    public const string ActionId = "cadence.change";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) => await turn.FactsOf<Cadence>(value.Subject, cancellation) is { } facts
        ? await turn.Registry.Commands.OfType<SetCadence>().Single().Open(turn, facts, cancellation)
        : Replies.NotThere(turn);
}
