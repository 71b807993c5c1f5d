using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Planning;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Gives an account another name.</summary>
internal sealed class AccountRename() : Command(
    new("account.rename", CommandGroup.LookAfter, new("account rename", "kunde umbenennen"), AccountTexts.DoesRename, AccountTexts.ExampleRename, AccountTexts.TitleRename)), ITellsStory
{
    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account, DirectorySlots.NewName];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var (old, name) = (account.Name, DirectoryReplies.Usable(arguments.Text(DirectorySlots.NewName.Name)));
        if (old == name) throw new RefusalException(AccountTexts.CalledSoAlready(name));
        await AccountNames.RefuseTaken(turn, account.TeamId, name, account.Id, cancellation);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        account.Name = name;
        turn.ForgetNames();
        return DirectoryReplies.Noted(turn, change, AccountTexts.Renamed(old, name));
    }

    public Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) => AccountTexts.ToldRename(given[DirectorySlots.NewName.Name]);
}

/// <summary>Says how closely an account is looked after.</summary>
internal sealed class AccountTier() : Command(
    new("account.tier", CommandGroup.LookAfter, new("account tier", "kunde stufe"), AccountTexts.DoesTier, AccountTexts.ExampleTier, AccountTexts.TitleTier)), ITellsStory
{
    private static readonly Slot Tier = DirectorySlots.Tier with { Required = true };

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account, Tier];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var team = turn.TeamOf(account);
        var change = turn.Record(this, arguments, team);
        var before = account.Tier;
        account.Tier = Enum.Parse<Tier>(arguments.Choice(Tier.Name)!);
        var theirs = RhythmTexts.OfTheirs((await turn.Store.FactsOf(account.Id, turn.Now, cancellation))?.Agreed);
        return DirectoryReplies.Noted(
            turn, change, AccountTexts.NewTier(account.Name, AccountTexts.FloorOf(account.Tier, team.Settings.Floor(account.Tier))),
            before == account.Tier ? null : ConversationTexts.Formerly(AccountTexts.FloorOf(before, team.Settings.Floor(before))),
            theirs is null ? null : AccountTexts.StaysAgreed(theirs));
    }

    public Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) => AccountTexts.ToldTier(given[Tier.Name]);
}

/// <summary>Notes that a client is away for a while; its silence means nothing until then.</summary>
internal sealed class AccountPause() : Command(
    new("account.pause", CommandGroup.LookAfter, new("account pause", "kunde pause"), AccountTexts.DoesPause, AccountTexts.ExamplePause, AccountTexts.TitlePause)), ITellsStory
{
    private static readonly Slot Until = new("until", SlotKind.When, AccountTexts.PauseUntil) { Required = true, Keyword = new("until|till", "bis") };

    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account, Until];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var until = arguments.When(Until.Name)!.Value.Date;
        if (until < turn.CalendarOf(account).DateOf(turn.Now)) throw new RefusalException(AccountTexts.PauseIsOver);
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        var before = account.PausedUntil;
        account.PausedUntil = until;
        return DirectoryReplies.Noted(
            turn, change, AccountTexts.Paused(account.Name, until), AccountTexts.PausedDetail,
            before > turn.Today && before != until ? ConversationTexts.Formerly(AccountTexts.Day(before.Value)) : null);
    }

    public Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf)
    {
        var until = given[Until.Name];
        return AccountTexts.ToldPause(Given.InWords(until, Language.English), Given.InWords(until, Language.German));
    }
}

/// <summary>Ends a pause. Yesterday was its last day, so that silence counts from today.</summary>
internal sealed class AccountResume() : Command(
    new("account.resume", CommandGroup.LookAfter, new("account resume", "kunde weiter"), AccountTexts.DoesResume, AccountTexts.ExampleResume, AccountTexts.TitleResume)), ITellsStory
{
    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var today = turn.CalendarOf(account).DateOf(turn.Now);
        if (account.PausedUntil is not { } until || until < today) throw new RefusalException(AccountTexts.NotPaused(account.Name));
        var change = turn.Record(this, arguments, turn.TeamOf(account));
        account.PausedUntil = today - Period.FromDays(1);
        return DirectoryReplies.Noted(turn, change, AccountTexts.Resumed(account.Name), AccountTexts.ResumedDetail);
    }

    public Text Told(IReadOnlyDictionary<string, string> given, Func<string, string> memberOf) => AccountTexts.ToldResume;
}
