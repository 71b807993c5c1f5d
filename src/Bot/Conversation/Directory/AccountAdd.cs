namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Enters an account.</summary>
internal sealed class AccountAdd() : Command(
    new("account.add", CommandGroup.LookAfter, new("account add|account new", "kunde neu"), AccountTexts.DoesAdd, AccountTexts.ExampleAdd, AccountTexts.TitleAdd))
{
    private static readonly Slot Name = new("name", SlotKind.NewName, AccountTexts.Name) { Required = true };
    private static readonly Slot Tier = DirectorySlots.Tier with { Keyword = new("tier", "stufe") };
    private static readonly Slot Owner = new("owner", SlotKind.Member, AccountTexts.Owner) { Keyword = new("owner", "betreuung"), Hint = AccountTexts.OwnerHint };
    private static readonly Slot Since = new("since", SlotKind.When, AccountTexts.Since) { Keyword = new("since", "seit"), Past = true };

    public override IReadOnlyList<Slot> Slots { get; } = [Name, Tier, Owner, Since];

    public override bool FoundsTeam => true;

    /// <summary>What it is given to add a client of that name.</summary>
    public static Dictionary<string, string> Of(string name) => new(StringComparer.Ordinal) { [Name.Name] = name };

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var team = turn.Team;
        var name = DirectoryReplies.Usable(arguments.Text(Name.Name));
        var since = arguments.When(Since.Name)?.Date;
        if (since is { } began) PossibleDays.RefuseBeginning(began, turn.Today, Since.Name);
        await AccountNames.RefuseTaken(turn, team.Id, name, null, cancellation);
        var owner = arguments.NameOrNone(Owner.Name);
        if (owner is not null) await DirectoryReplies.RefuseOutsiders(turn, team.Id, owner, cancellation);
        var change = turn.Record(this, arguments, team);
        var account = new Account
        {
            WorkspaceId = turn.Workspace.Id,
            TeamId = team.Id,
            Name = name,
            Tier = Enum.Parse<Tier>(arguments.Choice(Tier.Name) ?? nameof(Core.Accounts.Tier.B)),
            OwnerId = owner?.Id ?? turn.Speaker.Id,
            Since = since,
            EnteredOn = turn.Today,
        };
        turn.Store.Accounts.Add(account);
        turn.ForgetNames();
        return DirectoryReplies.ToTeam(turn, voice => new Card(AccountTexts.Added(name, owner?.Name ?? turn.Speaker.Name).In(voice), [
            new Facts([
                new(AccountTexts.Tier.Plain(voice), AccountTexts.FloorOf(account.Tier, team.Settings.Floor(account.Tier)).In(voice)),
                .. since is { } day ? [new Fact(AccountTexts.Since.Plain(voice), AccountTexts.Day(day).In(voice))] : Array.Empty<Fact>(),
            ]),
            Replies.CorrectOrRemove(change.Id, voice),
        ]));
    }
}
