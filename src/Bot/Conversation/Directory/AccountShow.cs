using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;

namespace AccountNudge.Bot.Conversation.Directory;

/// <summary>Shows an account as it stands in the directory.</summary>
internal sealed class AccountShow() : Command(
    new("account.show", CommandGroup.LookAfter, new("account show", "kunde zeigen"), AccountTexts.DoesShow, AccountTexts.ExampleShow, AccountTexts.TitleShow))
{
    public override IReadOnlyList<Slot> Slots { get; } = [DirectorySlots.Account];

    public override async Task<Reply> Run(TurnContext turn, Arguments arguments, CancellationToken cancellation)
    {
        var account = await turn.Account(arguments.Name(DirectorySlots.Account.Name), cancellation);
        var facts = await Facts(turn, account, cancellation);
        return DirectoryReplies.ToTeam(turn, voice =>
            new Card(new RichText([new Strong(account.Name)]), new Facts([.. facts.Select(fact => new Fact(fact.Label.Plain(voice), fact.Value.In(voice)))])));
    }

    private static async Task<List<(Text Label, Text Value)>> Facts(TurnContext turn, Account account, CancellationToken cancellation)
    {
        var store = turn.Store;
        var contacts = await store.Contacts.Where(contact => contact.AccountId == account.Id && contact.State == ContactState.Active).ToListAsync(cancellation);
        var last = await store.Interactions.OnlyTalks().Where(talk => talk.AccountId == account.Id).OrderByDescending(talk => talk.On).FirstOrDefaultAsync(cancellation);
        var today = turn.CalendarOf(account).DateOf(turn.Now);
        List<(Text, Text)> facts =
        [
            (AccountTexts.Owner, Named(await DirectoryReplies.MemberName(turn, account.TeamId, account.OwnerId, cancellation))),
            (AccountTexts.Deputy, Named(await DirectoryReplies.MemberName(turn, account.TeamId, account.DeputyId, cancellation))),
            (AccountTexts.Tier, await Tier(turn, account, cancellation)),
        ];
        if (await turn.Store.FactsOf(account.Id, turn.Now, cancellation) is { } known && Standing.Of(known, turn.ForAsker()) is { } standing) facts.Add((Standing.Label, standing));
        if (account.Since is { } since) facts.Add((AccountTexts.Since, AccountTexts.Day(since)));
        facts.Add((AccountTexts.Contacts, People(contacts)));
        facts.Add((AccountTexts.LastTalk, last is null ? AccountTexts.NoTalk : AccountTexts.Day(last.On)));
        foreach (var view in PracticeViews.All) facts.AddRange(await view.OpenWith(turn, account, cancellation));
        if (account.PausedUntil is { } until && until >= today) facts.Add((AccountTexts.PauseUntil, AccountTexts.Day(until)));
        return facts;
    }

    /// <summary>How often a talk is due by the tier, unless something else was agreed.</summary>
    private static async Task<Text> Tier(TurnContext turn, Account account, CancellationToken cancellation)
    {
        var facts = await turn.Store.FactsOf(account.Id, turn.Now, cancellation);
        return facts?.Agreed?.FloorDays is null ? AccountTexts.FloorOf(account.Tier, turn.TeamOf(account).Settings.Floor(account.Tier)) : Text.Verbatim(account.Tier.ToString());
    }

    private static Text Named(string? member) => member is null ? AccountTexts.Nobody : Text.Verbatim(member);

    private static Text People(List<Contact> contacts)
    {
        if (contacts.Count == 0) return AccountTexts.Nobody;
        var sorted = contacts.OrderBy(contact => contact.Name, StringComparer.Create(Voice.German.Culture, ignoreCase: true));
        return Text.Verbatim(string.Join(", ", sorted.Select(contact => contact.Role.Length > 0 ? $"{contact.Name} ({contact.Role})" : contact.Name)));
    }
}
