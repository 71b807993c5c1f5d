using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Says who looks after an account. Whoever stood in until now changes places with the owner before.</summary>
internal sealed class AccountOwner : Command
{
    public override string Id => "account.owner";

    public override Phrase Phrase => new("account owner", "kunde betreuung");

    public override Text Does => AccountTexts.DoesOwner;

    public override Text Title => AccountTexts.TitleOwner;

    public override Text Example => AccountTexts.ExampleOwner;

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account, DirectorySlots.Member];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var member = arguments.Name(DirectorySlots.Member.Name);
        await DirectoryReplies.RefuseOutsiders(turn, account.TeamId, member, cancellation);
        if (account.OwnerId == member.Id) throw new RefusalException(AccountTexts.OwnerAlready(member.Name, account.Name));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        Text? detail = null;
        if (account.DeputyId == member.Id)
        {
            var stays = account.OwnerId is { } before && await DirectoryReplies.IsInTeam(turn, account.TeamId, before, cancellation);
            account.DeputyId = stays ? account.OwnerId : null;
            detail = await DirectoryReplies.MemberName(turn, account.TeamId, account.DeputyId, cancellation) is { } deputy ? AccountTexts.Swapped(deputy) : AccountTexts.NoDeputyNow;
        }

        account.OwnerId = member.Id;
        return DirectoryReplies.Noted(turn, change, AccountTexts.NewOwner(member.Name, account.Name), detail);
    }
}

/// <summary>Says who stands in for the owner.</summary>
internal sealed class AccountDeputy : Command
{
    public override string Id => "account.deputy";

    public override Phrase Phrase => new("account deputy", "kunde vertretung");

    public override Text Does => AccountTexts.DoesDeputy;

    public override Text Title => AccountTexts.TitleDeputy;

    public override Text Example => AccountTexts.ExampleDeputy;

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account, DirectorySlots.Member];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var member = arguments.Name(DirectorySlots.Member.Name);
        await DirectoryReplies.RefuseOutsiders(turn, account.TeamId, member, cancellation);
        if (account.OwnerId == member.Id) throw new RefusalException(AccountTexts.OwnerCannotStandIn(member.Name, account.Name));
        if (account.DeputyId == member.Id) throw new RefusalException(AccountTexts.DeputyAlready(member.Name, account.Name));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        account.DeputyId = member.Id;
        return DirectoryReplies.Noted(turn, change, AccountTexts.NewDeputy(member.Name, account.Name));
    }
}
