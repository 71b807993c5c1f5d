using AccountNudge.Bot.Conversation.Grammar;
using Microsoft.EntityFrameworkCore;

namespace AccountNudge.Bot.Conversation.Interactions;

/// <summary>[Log it]: the form of a talk with the account already in it.</summary>
internal sealed class OpenLog : ButtonAction
{
    public const string ActionId = "interaction.open";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        if (!await turn.Store.Accounts.AnyAsync(account => account.Id == value.Subject, cancellation)) return Replies.NotThere(turn);
        var log = turn.Registry.Commands.OfType<Log>().Single();
        var prefill = new Dictionary<string, string> { [CommonSlots.Account.Name] = value.Subject.ToString("N") };
        return Reply.Open(FormBuilder.Build(log, prefill, await turn.Names(cancellation), turn.OwnVoice, ""));
    }
}
