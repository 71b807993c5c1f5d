namespace AccountNudge.Core.Import;

/// <summary>A person of the file: one who is known, or one to enter.</summary>
internal sealed class FoundContact(DirectoryContact? known, PlannedAccount account, string name)
{
    public DirectoryContact? Known { get; } = known;

    public PlannedContact Planned { get; } = new() { Id = known?.Id, Account = account, Name = known?.Name ?? name };
}

/// <summary>
/// Who at a client the rows mean. Rows and known people who share a name, a mail address or a telephone number are one person. A number
/// or mailbox that several people share, such as a switchboard, tells nobody apart: in the file, people with nothing in common in their
/// names have it, or somebody known with quite another name does. What is linked depends on the file and on what was known before,
/// never on what this import fills, so that a second run links alike.
/// </summary>
internal sealed class KnownPeople
{
    private readonly FoundAccount account;
    private readonly PhonesAndMails details;
    private readonly Dictionary<string, DirectoryContact> knownByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> places = [];
    private readonly int[] parents;
    private readonly Dictionary<int, List<DirectoryContact>> knownByRoot = [];
    private readonly Dictionary<Guid, FoundContact> foundKnown = [];
    private readonly Dictionary<int, FoundContact> foundNew = [];

    public KnownPeople(FoundAccount account, IReadOnlyList<DirectoryContact> known, PhonesAndMails details)
    {
        (this.account, this.details) = (account, details);
        var drafts = account.Drafts.Where(draft => draft.Contact.Length > 0).ToList();
        parents = [.. Enumerable.Range(0, drafts.Count + known.Count)];
        for (var place = 0; place < drafts.Count; place++) places.Add(drafts[place].Row, place);
        var names = Link(drafts, draft => [draft.ContactKey], _ => true);
        var reached = Link(drafts, KeysOf, WithSharedName);
        for (var index = 0; index < known.Count; index++)
        {
            if (names.TryGetValue(NameKey(known[index]), out var same)) Join(drafts.Count + index, places[same.Row]);
            foreach (var key in KeysOf(known[index]))
            {
                knownByKey.TryAdd(key, known[index]);
                if (!reached.TryGetValue(key, out var draft)) continue;
                if (!MayBeShared(key) || PersonNames.MayBeSamePerson(draft.Contact, known[index].Name)) Join(drafts.Count + index, places[draft.Row]);
            }
        }

        for (var index = 0; index < known.Count; index++)
        {
            var root = Root(drafts.Count + index);
            if (!knownByRoot.TryGetValue(root, out var others)) knownByRoot.Add(root, others = []);
            others.Add(known[index]);
        }
    }

    /// <summary>Who a row means; null where it could be several, who are then told.</summary>
    public FoundContact? Of(RowDraft draft, out IReadOnlyList<DirectoryContact> several)
    {
        several = [];
        var root = Root(places[draft.Row]);
        if (!knownByRoot.TryGetValue(root, out var candidates))
        {
            if (!foundNew.TryGetValue(root, out var added)) foundNew.Add(root, added = new FoundContact(null, account.Planned, draft.Contact));
            return added;
        }

        var contact = candidates.Find(other => NameKey(other) == draft.ContactKey) ?? (candidates is [var only] ? only : null);
        if (contact is null)
        {
            several = candidates;
            return null;
        }

        if (!foundKnown.TryGetValue(contact.Id, out var found)) foundKnown.Add(contact.Id, found = new FoundContact(contact, account.Planned, contact.Name));
        return found;
    }

    /// <summary>Somebody known who is reached alike and is somebody else all the same.</summary>
    public DirectoryContact? SharesWith(RowDraft draft) => KeysOf(draft).Select(key => knownByKey.GetValueOrDefault(key)).FirstOrDefault(other => other is not null);

    private static bool MayBeShared(string key) => key[0] != '@' || PhonesAndMails.IsSharedMailbox(key[1..]);

    private static bool WithSharedName(List<RowDraft> drafts) => drafts.TrueForAll(draft => PersonNames.MayBeSamePerson(draft.Contact, drafts[0].Contact));

    private static string NameKey(DirectoryContact contact) => ComparedNames.PersonKey(contact.Name);

    /// <summary>Addresses behind an @, numbers as they are dialled.</summary>
    private static IEnumerable<string> KeysOf(RowDraft draft) => draft.Phones.Select(phone => phone.Key).Concat(draft.Emails.Select(mail => $"@{mail.Key}"));

    private IEnumerable<string> KeysOf(DirectoryContact contact)
    {
        if (details.PhoneKey(contact.Phone) is { } phone) yield return phone;
        if (PhonesAndMails.EmailKey(contact.Email) is { } mail) yield return $"@{mail}";
    }

    /// <summary>Joins the rows with the same key, and says by which row each key is told.</summary>
    private Dictionary<string, RowDraft> Link(List<RowDraft> drafts, Func<RowDraft, IEnumerable<string>> keysOf, Func<List<RowDraft>, bool> tells)
    {
        var linked = new Dictionary<string, RowDraft>(StringComparer.Ordinal);
        var pairs = drafts.SelectMany(draft => keysOf(draft).Select(key => (Key: key, Draft: draft)));
        foreach (var group in pairs.GroupBy(pair => pair.Key, pair => pair.Draft, StringComparer.Ordinal))
        {
            var same = group.ToList();
            if (MayBeShared(group.Key) && !tells(same)) continue;
            linked.Add(group.Key, same[0]);
            foreach (var draft in same) Join(places[draft.Row], places[same[0].Row]);
        }

        return linked;
    }

    private int Root(int place)
    {
        while (parents[place] != place) place = parents[place] = parents[parents[place]];
        return place;
    }

    private void Join(int one, int other) => parents[Root(one)] = Root(other);
}
