using AccountNudge.Bot.Conversation.Briefs;
using AccountNudge.Bot.Conversation.Grammar;
using AccountNudge.Bot.Conversation.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Conversation.Lists;

/// <summary>A client, or somebody there, whose name, role or number was looked for.</summary>
internal sealed record NameHit(FoundNames.KnownAccount Account, FoundNames.KnownContact? Contact);

/// <summary>The clients and their people of the teams in scope, and who of them was looked for.</summary>
internal sealed class FoundNames
{
    private readonly Dictionary<Guid, KnownAccount> accounts;
    private readonly Dictionary<Guid, KnownContact> contacts;

    private FoundNames(IReadOnlyList<KnownAccount> accounts, IReadOnlyList<KnownContact> contacts, string typed, IReadOnlyList<string> words, Voice voice)
    {
        this.accounts = accounts.ToDictionary(account => account.Id);
        this.contacts = contacts.ToDictionary(contact => contact.Id);
        var names = accounts.ToDictionary(account => account.Id, account => TextFolding.Line(account.Name));
        var people = contacts.Select(contact => (Contact: contact, Name: TextFolding.Line(contact.Name), Details: TextFolding.Line($"{contact.Role} {contact.Email} {contact.Phone}"))).ToList();
        Words = [.. words.Select(word => new SoughtWord(word, [.. names.Where(account => Lists.Hits.Has(account.Value, word)).Select(account => account.Key)
            .Union(people.Where(person => Lists.Hits.Has(person.Name, word)).Select(person => person.Contact.AccountId))]))];
        var number = Phone.Read(typed) is { Rest: "" } dialled ? dialled : null;
        var byName = StringComparer.Create(voice.Culture, ignoreCase: true);
        Hits =
        [
            .. accounts.Where(account => Lists.Hits.HasAll(names[account.Id], Words)).OrderBy(account => account.Name, byName).Select(account => new NameHit(account, null)),
            .. people.Where(person => IsSought(person.Name + person.Details, names.GetValueOrDefault(person.Contact.AccountId) ?? "") || (number is not null && Phone.Read(person.Contact.Phone)?.IsSameAs(number) == true))
                .OrderBy(person => person.Contact.Name, byName).Select(person => new NameHit(this.accounts[person.Contact.AccountId], person.Contact)),
        ];
    }

    /// <summary>The sought words, with the accounts whose name, or somebody's there, says them.</summary>
    public IReadOnlyList<SoughtWord> Words { get; }

    /// <summary>Who was looked for: clients first, then people.</summary>
    public IReadOnlyList<NameHit> Hits { get; }

    public static async Task<FoundNames> Read(TurnContext turn, string typed, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var batch = new QueryBatch(turn.Store);
        var clients = batch.Add(new { }, static (store, _) => store.Accounts.Select(account => new KnownAccount { Id = account.Id, Name = account.Name }));
        var people = batch.Add(new { }, static (store, _) => store.Contacts.Select(contact => new KnownContact { Id = contact.Id, AccountId = contact.AccountId, Name = contact.Name, Role = contact.Role, Email = contact.Email, Phone = contact.Phone }));
        await batch.Run(cancellation);
        return new FoundNames(clients.All, people.All, typed, words, turn.OwnVoice);
    }

    public string AccountName(Guid id) => accounts.GetValueOrDefault(id)?.Name ?? "…";

    public string? ContactName(Guid id) => contacts.GetValueOrDefault(id)?.Name;

    /// <summary>Some of the hits; where all of them are of one client, its brief and story can be opened.</summary>
    public IEnumerable<CardPart> Parts(IReadOnlyList<NameHit> shown, RenderContext context)
    {
        if (shown.Count == 0) yield break;
        var isOneClient = Hits.Select(hit => hit.Account.Id).Distinct().Count() == 1;
        yield return new Heading(ListTexts.People.In(context.Voice));
        foreach (var hit in shown)
        {
            var id = hit.Contact?.Id ?? hit.Account.Id;
            yield return new Section(
                new RichText([new Strong(hit.Contact is { } person ? $"{person.Name} ({hit.Account.Name})" : hit.Account.Name)]),
                hit.Contact is { } contact && Details(contact) is { Length: > 0 } details ? RichText.FromString(details) : null,
                isOneClient ? [OpenBrief.Button(id, context.Voice), OpenTimeline.Button(id, context.Voice)] : [OpenBrief.Button(id, context.Voice)]);
        }
    }

    /// <summary>Every word is the client's or about the person, at least one about the person.</summary>
    private bool IsSought(string about, string account) =>
        Words.All(word => Lists.Hits.Has(about, word.Word) || Lists.Hits.Has(account, word.Word)) && Words.Any(word => Lists.Hits.Has(about, word.Word));

    private static string Details(KnownContact contact) => string.Join(" · ", new[] { contact.Role, contact.Phone, contact.Email }.Where(detail => detail.Length > 0));

    /// <summary>A client by name.</summary>
    internal sealed record KnownAccount
    {
        public required Guid Id { get; init; }

        public required string Name { get; init; }
    }

    /// <summary>Somebody at a client.</summary>
    internal sealed record KnownContact
    {
        public required Guid Id { get; init; }

        public required Guid AccountId { get; init; }

        public required string Name { get; init; }

        public required string Role { get; init; }

        public required string Email { get; init; }

        public required string Phone { get; init; }
    }
}
