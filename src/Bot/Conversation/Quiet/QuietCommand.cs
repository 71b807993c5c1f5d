using AccountNudge.Bot.Conversation.Digests;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Help;
using AccountNudge.Core;
using AccountNudge.Core.Quiet;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Quiet;

/// <summary>The accounts that would be glad to hear from us.</summary>
internal sealed class QuietCommand : Command
{
    private const int AheadDays = 7;

    public override string Id => "quiet";

    public override Phrase Phrase => new("quiet", "still");

    public override CommandGroup Group => CommandGroup.Ask;

    public override Text Does => new($"lists the accounts we have not talked to for long", $"zeigt, mit wem wir lange nicht gesprochen haben");

    public override Text Example => new($"quiet", $"still");

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var accounts = await turn.Store.QuietAccountsOf(PracticeCatalog.Facts, turn.Now, AheadDays, cancellation);
        return turn.ToTeam(telling => QuietCards.Of(accounts, telling));
    }
}
