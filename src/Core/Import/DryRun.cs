using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>
/// Finds out what an import would do, row by row, and does nothing. Nobody becomes a twin, nothing that stands is overwritten, and a
/// second run after the plan was carried out finds nothing left to do.
/// </summary>
public sealed class DryRun
{
    private readonly RowReader reader;
    private readonly PhonesAndMails details;
    private readonly LocalDate today;
    private readonly DirectorySnapshot directory;
    private readonly List<RowDraft> drafts;
    private readonly ILookup<Guid, DirectoryContact> contacts;
    private readonly Dictionary<string, DirectoryMember> members = new(StringComparer.Ordinal);
    private readonly Dictionary<RowDraft, FoundAccount> accountOf = [];
    private readonly Dictionary<FoundAccount, KnownPeople> people = [];
    private readonly HashSet<PlannedAccount> seenAccounts = [];
    private readonly HashSet<PlannedContact> seenContacts = [];
    private readonly OrderedSet<PlannedAccount> changedAccounts = new();
    private readonly OrderedSet<PlannedContact> changedContacts = new();

    private DryRun(IEnumerable<ImportRow> rows, ColumnMapping mapping, string region, LocalDate today, DirectorySnapshot directory)
    {
        (this.today, this.directory) = (today, directory);
        details = new PhonesAndMails(region);
        reader = new RowReader(mapping, details);
        drafts = [.. rows.Select(reader.Read)];
        contacts = directory.Contacts.ToLookup(contact => contact.AccountId);
        foreach (var member in directory.Members)
        {
            members.TryAdd(TextFolding.Line(member.Name), member);
            if (member.Email.Length > 0) members.TryAdd(TextFolding.Line(member.Email), member);
        }
    }

    /// <summary>What an import would do.</summary>
    /// <param name="rows">The rows below the header.</param>
    /// <param name="mapping">What the columns mean.</param>
    /// <param name="region">The country whose telephone numbers are written without a country code, such as <c>DE</c>.</param>
    /// <param name="today">The day by the team's calendar.</param>
    /// <param name="directory">What the team has already.</param>
    public static ImportPlan Plan(IEnumerable<ImportRow> rows, ColumnMapping mapping, string region, LocalDate today, DirectorySnapshot directory)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(directory);
        var run = new DryRun(rows, mapping, region, today, directory);
        run.FindAccounts();
        var outcomes = run.drafts.ConvertAll(run.OutcomeOf);
        return new ImportPlan
        {
            Rows = outcomes,
            Accounts = run.changedAccounts.Items,
            Contacts = run.changedContacts.Items,
            AmbiguousDates = [.. run.reader.Ambiguous.Select(column => column.Header)],
            UnknownHeaders = [.. mapping.UnknownHeaders],
        };
    }

    /// <summary>All rows are assigned to their clients before any is compared: who a row means may depend on a later one.</summary>
    private void FindAccounts()
    {
        var known = new KnownAccounts(directory.Accounts, drafts.Where(draft => draft.Account.Length > 0));
        foreach (var draft in drafts.Where(draft => draft.Account.Length > 0 && !IsErased(draft)))
        {
            if (known.Of(draft) is not { } found) continue;
            accountOf.Add(draft, found);
            found.Drafts.Add(draft);
        }
    }

    private bool IsErased(RowDraft draft) => draft.Contact.Length > 0
        && (draft.Emails.Any(mail => directory.IsErased($"mail:{mail.Key}"))
            || draft.Phones.Any(phone => directory.IsErased($"phone:{phone.Key}"))
            || directory.IsErased($"name:{draft.AccountKey.Core}/{draft.ContactKey}"));

    private RowOutcome OutcomeOf(RowDraft draft)
    {
        // The first remark of a row without a usable client says so.
        if (draft.Account.Length == 0) return LeftOut(draft, null);
        if (!accountOf.TryGetValue(draft, out var account))
            return LeftOut(draft, IsErased(draft) ? ImportTexts.Erased : ImportTexts.SeveralAccounts(draft.Account));
        FoundContact? contact = null;
        if (draft.Contact.Length > 0)
        {
            if (!people.TryGetValue(account, out var there)) people.Add(account, there = new KnownPeople(account, Known(account), details));
            contact = there.Of(draft, out var several);
            if (contact is null) return LeftOut(draft, ImportTexts.SeveralContacts(several[0].Name, several[1].Name));
            if (contact.Known is null && there.SharesWith(draft) is { } other) draft.Remarks.Add(ImportTexts.SharesWith(other.Name));
        }

        var isFirstOfAccount = seenAccounts.Add(account.Planned);
        var isFirstOfContact = contact is not null && seenContacts.Add(contact.Planned);
        var addsAccount = isFirstOfAccount && account.Known is null;
        var addsContact = isFirstOfContact && contact!.Known is null;
        var filled = Fill(account, draft, addsAccount);
        if (contact is not null) filled = [.. filled, .. Fill(contact, draft, addsContact)];
        return new RowOutcome(draft.Row, Kind(), account.Planned, contact?.Planned, filled, draft.Remarks);

        RowKind Kind()
        {
            if (addsContact) return account.Known is null ? RowKind.NewContactAtNewAccount : RowKind.NewContactAtKnownAccount;
            if (addsAccount) return RowKind.NewAccount;
            if ((contact is null && account.Known is null) || contact is { Known: null }) return RowKind.Repeated;
            return filled.Count > 0 ? RowKind.Completed : RowKind.Unchanged;
        }
    }

    private static RowOutcome LeftOut(RowDraft draft, Text? reason)
    {
        if (reason is not null) draft.Remarks.Insert(0, reason);
        return new RowOutcome(draft.Row, RowKind.LeftOut, null, null, [], draft.Remarks);
    }

    private List<DirectoryContact> Known(FoundAccount account) => account.Known is { } known ? [.. contacts[known.Id]] : [];

    private List<ImportField> Fill(FoundAccount found, RowDraft draft, bool adds)
    {
        var (known, planned) = (found.Known, found.Planned);
        var filling = new Filling(draft.Remarks);
        if (filling.Takes(ImportField.Tier, known?.Tier ?? planned.Tier, draft.Tier)) planned.Tier = draft.Tier;
        if (OwnerOf(draft) is { } owner && filling.Takes(ImportField.Owner, NameOf(known?.OwnerId ?? planned.OwnerId), owner.Name)) planned.OwnerId = owner.Id;
        var since = Past(draft.Since, draft);
        if (filling.Takes(ImportField.Since, known?.Since ?? planned.Since, since)) planned.Since = since;
        var talk = Past(draft.LastContact, draft);
        if (filling.TakesTalk(known?.LastContact, planned.LastContact, talk)) planned.LastContact = talk;
        if (filling.Takes(ImportField.Rhythm, known?.Rhythm ?? planned.Rhythm, draft.Rhythm)) planned.Rhythm = draft.Rhythm;
        if (draft.Contact.Length == 0 && filling.TakesNotes(known?.Notes, planned.Notes, draft.Notes) is { } notes) planned.Notes = notes;
        if (adds || filling.Filled.Count > 0) changedAccounts.Add(planned);
        return adds ? [] : filling.Filled;
    }

    private List<ImportField> Fill(FoundContact found, RowDraft draft, bool adds)
    {
        var (known, planned) = (found.Known, found.Planned);
        if (ComparedNames.PersonKey(planned.Name) != draft.ContactKey) draft.Remarks.Add(ImportTexts.OtherName(draft.Contact, planned.Name));
        if (known is { IsThere: false })
        {
            draft.Remarks.Add(ImportTexts.Gone(known.Name));
            return [];
        }

        var filling = new Filling(draft.Remarks);
        var role = Standing(known?.Role, planned.Role);
        if (filling.Takes(ImportField.Role, role, draft.Role, () => TextFolding.Of(role) == TextFolding.Of(draft.Role))) planned.Role = draft.Role;
        var phone = Standing(known?.Phone, planned.Phone);
        var firstPhone = draft.Phones is [var phoneFound, ..] ? phoneFound.Typed : "";
        if (filling.Takes(ImportField.Phone, phone, firstPhone, () => Reaches(draft.Phones, details.PhoneKey(phone)))) planned.Phone = firstPhone;
        var mail = Standing(known?.Email, planned.Email);
        var firstMail = draft.Emails is [var mailFound, ..] ? mailFound.Typed : "";
        if (filling.Takes(ImportField.Email, mail, firstMail, () => Reaches(draft.Emails, PhonesAndMails.EmailKey(mail)))) planned.Email = firstMail;
        var birthday = BirthdayOf(draft);
        if (filling.Takes(planned.Birthday ?? known?.Birthday, birthday)) planned.Birthday = birthday;
        if (filling.TakesNotes(known?.Notes, planned.Notes, draft.Notes) is { } notes) planned.Notes = notes;
        if (adds || filling.Filled.Count > 0) changedContacts.Add(planned);
        return adds ? [] : filling.Filled;
    }

    private static bool Reaches(IReadOnlyList<Reachable> all, string? key) => all.Any(one => one.Key == key);

    private static string Standing(string? known, string planned) => string.IsNullOrEmpty(known) ? planned : known;

    private Birthday? BirthdayOf(RowDraft draft) => draft.Birthday.Column is { } column
        ? DateValues.Birthday(draft.Birthday.Cell, column.Header, reader.OrderOf(column), today, draft.Remarks)
        : null;

    private LocalDate? Past(DraftDate date, RowDraft draft) =>
        date.Column is { } column ? DateValues.Past(date.Cell, column.Header, reader.OrderOf(column), today, draft.Remarks) : null;

    private DirectoryMember? OwnerOf(RowDraft draft)
    {
        if (draft.Owner.Length == 0) return null;
        if (members.TryGetValue(TextFolding.Line(draft.Owner), out var member)) return member;
        draft.Remarks.Add(ImportTexts.NoMember(draft.Owner));
        return null;
    }

    /// <summary>A member's name; of somebody who is not in the team any more, that there is an owner.</summary>
    private string? NameOf(Guid? member) => member is not { } id ? null : directory.Members.FirstOrDefault(other => other.Id == id)?.Name ?? "–";
}

/// <summary>Each thing once, in the order in which it came first.</summary>
internal sealed class OrderedSet<T>
{
    private readonly HashSet<T> known = [];
    private readonly List<T> items = [];

    public IReadOnlyList<T> Items => items;

    public void Add(T item)
    {
        if (known.Add(item)) items.Add(item);
    }
}
