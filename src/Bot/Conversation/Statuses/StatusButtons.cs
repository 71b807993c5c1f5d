using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Statuses;

namespace AccountNudge.Bot.Conversation.Statuses;

/// <summary>What can be done about an expected status update, as buttons.</summary>
internal static class StatusButtons
{
    public static IReadOnlyList<Button> For(StatusAgreement agreement, Voice voice) =>
    [
        new(SentPressed.ActionId, StatusTexts.Sent.Plain(voice), ButtonValue.For(agreement.Id).ToString(), ButtonStyle.Primary),
        new(TemplatePressed.ActionId, StatusTexts.Template.Plain(voice), ButtonValue.For(agreement.Id).ToString()),
    ];
}

/// <summary>A button about the status updates of one client.</summary>
internal abstract class StatusPressed(string id) : ButtonAction
{
    public override string Id => id;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (await turn.FactsOf<StatusAgreement>(value.Subject, cancellation) is not { } facts) return Replies.NotThere(turn);
        var raw = CommonSlots.Given(facts.Account.Id);
        return await Press(turn, turn.Registry.Commands.OfType<SendStatus>().Single(), facts, raw, cancellation);
    }

    protected abstract Task<Reply> Press(TurnContext turn, SendStatus command, AccountFacts facts, IReadOnlyDictionary<string, string> raw, CancellationToken cancellation);
}

/// <summary>[It was], below the card of a talk that was noted while an update was due: the talk counts as the update.</summary>
internal sealed class WasItPressed : ButtonAction
{
    private const string ActionId = "status.was-it";

    public override string Id => ActionId;

    public static Button Button(Interaction talk, Voice voice) => new(ActionId, StatusTexts.ItWas.Plain(voice), ButtonValue.For(talk.Id, LiveCard.OnAnotherCard).ToString());

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var talk = await turn.Store.Interactions.FirstOrDefaultAsync(talk => talk.Id == value.Subject, cancellation);
        if (talk is not { IsSubstantive: true } || await turn.Store.FactsOf(talk.AccountId, turn.Now, cancellation) is not { } facts) return Replies.NotThere(turn);
        if (talk.IsStatus) return Replies.Hint(turn, ConversationTexts.PressedAlready);
        var raw = CommonSlots.Given(talk.AccountId);
        var change = turn.Record(turn.Registry.Commands.OfType<SendStatus>().Single(), new Arguments(new Dictionary<string, object>(), raw), turn.TeamOf(facts.Account));
        talk.IsStatus = true;
        return Reply.Asker(new Card(StatusTexts.CountsAsIt(facts.Account.Name).In(turn.OwnVoice), new Actions([Replies.Remove(change.Id, turn.OwnVoice)])));
    }
}

/// <summary>[Sent].</summary>
internal sealed class SentPressed() : StatusPressed(ActionId)
{
    public const string ActionId = "status.sent";

    protected override async Task<Reply> Press(TurnContext turn, SendStatus command, AccountFacts facts, IReadOnlyDictionary<string, string> raw, CancellationToken cancellation) =>
        FormReader.Read(command, raw, await turn.Names(cancellation), turn.LocalNow) is Filled filled
            ? command.Take(turn, facts, filled.Arguments) with { OnlyAsker = true }
            : Replies.NotThere(turn);
}

/// <summary>[Template …]: what belongs into an update, to copy and to note.</summary>
internal sealed class TemplatePressed() : StatusPressed(ActionId)
{
    public const string ActionId = "status.template";

    public override bool OnlyOpens => true;

    protected override Task<Reply> Press(TurnContext turn, SendStatus command, AccountFacts facts, IReadOnlyDictionary<string, string> raw, CancellationToken cancellation) =>
        command.Open(turn, raw, cancellation);
}
