using System.Text.Json;
using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Bot.Conversation.Interactions;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Lists;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>Everything that happened with a client, or with one of its contacts, newest first; what was taken back is not there.</summary>
internal sealed class TimelineCommand() : ListCommand(
    new("timeline", CommandGroup.Ask, new("timeline|history|story", "verlauf|historie|chronik"), ListTexts.TimelineDoes, ListTexts.TimelineExample, ListTexts.TimelineTitle))
{
    public const string Name = "name";
    private const int PerPage = 8;
    private const int LongestWords = 300;

    public override IReadOnlyList<Slot> Slots { get; } =
        [new(Name, SlotKind.AccountOrContact, BriefTexts.Name) { Required = true, Hint = BriefTexts.NameHint, Word = BriefTexts.NameWord }];

    protected override async Task<ListPage> Page(TurnContext turn, Arguments arguments, int number, CancellationToken cancellation)
    {
        var (context, name) = (turn.ForAsker(), arguments.Name(Name));
        var account = await turn.Account(name, cancellation);
        var contacts = await turn.Store.Contacts.Where(contact => contact.AccountId == account.Id).AsNoTracking().ToDictionaryAsync(contact => contact.Id, cancellation);
        var only = name.Kind == NameKind.Contact ? contacts.GetValueOrDefault(name.Id) : null;
        var who = Wording.Who(account, only);
        var entries = await Entries(turn, account, only, ((number + 1) * PerPage) + 1, cancellation);
        if (entries.Count == 0) return new ListPage(new Card(ListTexts.NothingWith(turn.Turn.Call, only?.Name ?? account.Name).In(context.Voice), new Actions([OpenLog.Button(account.Id, context.Voice)])), HasMore: false) { Number = 0 };
        number = Math.Min(number, (entries.Count - 1) / PerPage);
        var shown = entries.Skip(number * PerPage).Take(PerPage).ToList();
        var ofSystems = shown.Exists(entry => entry.Fact is Interaction) ? await turn.ChangesOfSystems(account, cancellation) : [];
        var members = await turn.MembersNamed(shown.Select(entry => entry.MemberId), cancellation);
        var parts = shown.Select(entry => (CardPart)StoryLines.Of(
            entry,
            entry.Text.Length == 0 ? null : Wording.Excerpt(entry.Text, LongestWords).In(context.Voice),
            entry.ContactId is { } contact && contact != only?.Id ? contacts.GetValueOrDefault(contact)?.Name : null,
            entry.MemberId is { } member ? members.GetValueOrDefault(member) : null,
            context,
            Buttons(entry))).ToList();
        if (number > 0) parts.Add(new Note(ListTexts.Page(number + 1).In(context.Voice)));
        return new ListPage(new Card(ListTexts.StoryOf(who).In(context.Voice), parts), entries.Count > (number + 1) * PerPage) { Number = number };

        // What another system noted stands on no card of anybody's: here it can be corrected and removed.
        IReadOnlyList<Button> Buttons(StoryEntry entry) => entry.Fact is Interaction talk && ofSystems.FirstOrDefault(change => change.Rows.Contains(talk.Id.ToString(), StringComparison.OrdinalIgnoreCase)) is { Rows: not null } noted
            ? Replies.CorrectOrRemove(noted.ChangeId, context.Voice).Buttons : [];
    }

    private static async Task<IReadOnlyList<StoryEntry>> Entries(TurnContext turn, Account account, Contact? only, int most, CancellationToken cancellation)
    {
        var calendar = turn.CalendarOf(account);
        var entries = await turn.Store.StoryOf(new StoryQuestion(turn.Store, turn.Now, most, _ => calendar) { Account = account, ContactId = only?.Id }, cancellation);
        if (only is not null) return entries;
        var changes = await Changes(turn, account, most, cancellation);
        return StoryEntry.Newest([.. entries, .. changes, new StoryEntry(account.Id, account.EnteredOn, calendar.StartOf(account.EnteredOn), ListTexts.Entered)], most);
    }

    /// <summary>What was changed of the account, as far as it is known: changes are kept for a month.</summary>
    private static async Task<IEnumerable<StoryEntry>> Changes(TurnContext turn, Account account, int most, CancellationToken cancellation)
    {
        var tellers = turn.Registry.Commands.Where(command => command is ITellsStory).ToDictionary(command => command.Words.Id, command => (ITellsStory)command);
        var (id, commands) = (account.Id.ToString("N"), tellers.Keys.ToList());
        var changes = await turn.Store.Changes.Where(change => commands.Contains(change.Command) && change.UndoneAt == null && change.Given.Contains(id))
            .OrderByDescending(change => change.At).Take(most).Select(change => new { change.Command, change.Given, change.At, change.MemberId }).ToListAsync(cancellation);
        if (changes.Count == 0) return [];
        var given = changes.Select(change => JsonSerializer.Deserialize<Dictionary<string, string>>(change.Given)!).ToList();
        var members = await turn.MembersNamed(given.SelectMany(values => values.Values).Select(value => Guid.TryParseExact(value, "N", out var member) ? member : (Guid?)null), cancellation);
        return changes.Zip(given).Select(pair => new StoryEntry(account.Id, turn.CalendarOf(account).DateOf(pair.First.At), pair.First.At, tellers[pair.First.Command].Told(pair.Second, Named)) { MemberId = pair.First.MemberId });

        string Named(string raw) => Guid.TryParseExact(raw, "N", out var member) ? members.GetValueOrDefault(member) ?? "…" : "…";
    }
}

/// <summary>[Timeline].</summary>
internal sealed class OpenTimeline(IServiceProvider services) : ButtonAction
{
    private const string ActionId = "timeline.open";
    private readonly TimelineCommand timeline = ActivatorUtilities.CreateInstance<TimelineCommand>(services);

    public override string Id => ActionId;

    public override bool OnlyOpens => true;

    public static Button Button(Guid accountOrContactId, Voice voice) => new(ActionId, ListTexts.Timeline.Plain(voice), ButtonValue.For(accountOrContactId).ToString());

    public override async Task<Reply> Press(TurnContext turn, ButtonValue value, CancellationToken cancellation)
    {
        var contact = await turn.Contact(value.Subject, cancellation);
        if (await turn.AccountOf(contact?.AccountId ?? value.Subject, cancellation) is not { } account) return Replies.NotThere(turn);
        var name = contact is null ? new KnownName(NameKind.Account, account.Id, account.Name, account.Id) : new KnownName(NameKind.Contact, contact.Id, contact.Name, account.Id);
        var arguments = new Arguments(new Dictionary<string, object> { [TimelineCommand.Name] = name }, new Dictionary<string, string> { [TimelineCommand.Name] = name.Id.ToString("N") });
        return await timeline.Run(turn, arguments, cancellation);
    }
}
