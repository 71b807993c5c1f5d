using AccountNudge.Bot.Conversation.Grammar;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Says who looks after an account. Whoever stood in until now changes places with the owner before.</summary>
internal sealed class AccountOwner() : Command(
    new("account.owner", CommandGroup.LookAfter, new("account owner", "kunde betreuung"), AccountTexts.DoesOwner, AccountTexts.ExampleOwner, AccountTexts.TitleOwner)), ITellsStory
{
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
            detail = await DirectoryReplies.MemberName(turn, account.TeamId, account.DeputyId, cancellation) is { } deputy ? AccountTexts.Swapped(deputy) : AccountTexts.NoDeputyNow(turn.Turn.Call);
        }

        var formerly = await DirectoryReplies.Formerly(turn, account.OwnerId, cancellation);
        account.OwnerId = member.Id;
        return DirectoryReplies.Noted(turn, change, AccountTexts.NewOwner(member.Name, account.Name), formerly, detail);
    }

    public Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) => AccountTexts.ToldOwner(memberOf(given[DirectorySlots.Member.Name]));
}

/// <summary>Says who stands in for the owner.</summary>
internal sealed class AccountDeputy() : Command(
    new("account.deputy", CommandGroup.LookAfter, new("account deputy", "kunde vertretung"), AccountTexts.DoesDeputy, AccountTexts.ExampleDeputy, AccountTexts.TitleDeputy)), ITellsStory
{
    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account, DirectorySlots.Member];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var member = arguments.Name(DirectorySlots.Member.Name);
        await DirectoryReplies.RefuseOutsiders(turn, account.TeamId, member, cancellation);
        if (account.OwnerId == member.Id) throw new RefusalException(AccountTexts.OwnerCannotStandIn(member.Name, account.Name));
        if (account.DeputyId == member.Id) throw new RefusalException(AccountTexts.DeputyAlready(member.Name, account.Name));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var formerly = await DirectoryReplies.Formerly(turn, account.DeputyId, cancellation);
        account.DeputyId = member.Id;
        return DirectoryReplies.Noted(turn, change, AccountTexts.NewDeputy(member.Name, account.Name), formerly);
    }

    public Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) => AccountTexts.ToldDeputy(memberOf(given[DirectorySlots.Member.Name]));
}

/// <summary>[Name an owner …]: the form for it.</summary>
internal sealed class NameOwnerPressed : ButtonAction
{
    private const string ActionId = "account.name-owner";

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    /// <summary>The button; among others it says of which client.</summary>
    public static Button Button(Account account, bool isAlone, Voice voice) => new(
        ActionId, Shortening.Of((isAlone ? AccountTexts.NameOwner : AccountTexts.NameOwnerOf(account.Name)).Plain(voice), 75), ButtonValue.For(account.Id).ToString());

    public override Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation) =>
        FormBuilder.OpenAbout(turn, value.Subject, turn.Registry.Commands.OfType<AccountOwner>().Single(), cancellation);
}
