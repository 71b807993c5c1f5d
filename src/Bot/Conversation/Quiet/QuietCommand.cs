using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core;
using AccountNudge.Core.Quiet;

namespace AccountNudge.Bot.Conversation.Quiet;

/// <summary>The accounts that would be glad to hear from us.</summary>
internal sealed class QuietCommand() : Command(
    new("quiet", CommandGroup.Ask, new("quiet", "still"), new($"lists the accounts we haven’t talked to for a while", $"zeigt, mit wem wir lange nicht gesprochen haben"), new($"quiet", $"still")))
{
    private const int AheadDays = 7;

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var accounts = await turn.Store.QuietAccountsOf(PracticeCatalog.Facts, turn.Now, AheadDays, cancellation);
        return turn.ReplyToTeam(context => QuietCards.Of(accounts, context));
    }
}
