using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>[Log it]: the form of a talk with the account already in it.</summary>
internal sealed class OpenLog : ButtonAction
{
    private const string ActionId = "interaction.open";
    private static readonly Text Label = new($"Log it", $"Notieren");

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public static Button Button(Guid accountId, Voice voice) => new(ActionId, Label.Plain(voice), ButtonValue.For(accountId).ToString(), ButtonStyle.Primary);

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (!await turn.Store.Accounts.AnyAsync(account => account.Id == value.Subject, cancellation)) return Replies.NotThere(turn);
        var log = turn.Registry.Commands.OfType<LogCommand>().Single();
        var prefill = new Dictionary<string, string> { [CommonSlots.Account.Name] = value.Subject.ToString("N") };
        return await FormBuilder.Open(turn, log, prefill, cancellation);
    }
}
