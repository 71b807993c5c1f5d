using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Import;

/// <summary>What is written together: a client, and some of the people there.</summary>
internal sealed record ImportStep(PlannedAccount Account, IReadOnlyList<PlannedContact> Contacts)
{
    /// <summary>How many rows of the directory it is about.</summary>
    public int Count => 1 + Contacts.Count;
}

/// <summary>
/// Writes a plan into the directory, some clients at a time, each time in a transaction of its own in which they are reviewed. What was
/// filled or entered since the plan was made stands.
/// </summary>
/// <param name="stores">The database.</param>
/// <param name="claim">The import, as it was claimed.</param>
/// <param name="firstQuietOn">See <see cref="FirstMornings"/>.</param>
/// <param name="now">When.</param>
/// <param name="today">The day, in the team's zone.</param>
internal sealed class ImportWriter(Stores stores, ImportClaim claim, IReadOnlyDictionary<PlannedAccount, LocalDate> firstQuietOn, Instant now, LocalDate today)
{
    private readonly ImportRun import = claim.Import;
    private readonly Dictionary<PlannedAccount, Guid> ids = [];

    /// <summary>Writes some steps; false when somebody else has claimed the import.</summary>
    public Task<bool> Write(IReadOnlyList<ImportStep> steps, CancellationToken cancellation) => Retries.OnConflict(() => WriteOnce(steps, cancellation), cancellation);

    private async Task<bool> WriteOnce(IReadOnlyList<ImportStep> steps, CancellationToken cancellation)
    {
        await using var store = stores.Open(claim.Scope);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        if (!await store.Advance(claim, steps.Sum(step => step.Count), cancellation)) return false;
        var changes = new Dictionary<Guid, Change>();
        store.RecordingOf = accountId => changes.TryGetValue(accountId, out var known) ? known : changes[accountId] = NewChange();
        var accounts = await Accounts(store, steps, cancellation);
        var people = await People(store, steps, accounts, cancellation);
        List<Imported> imported = [.. steps.Select(step => ImportedOf(step, accounts[step.Account], people))];
        foreach (var practice in PracticeCatalog.All) await practice.TakeOver(store, imported, cancellation);
        await store.SaveChangesAsync(cancellation);
        store.RecordingOf = null;
        store.ChangeTracker.Clear();
        await store.ReviewChanged(now, cancellation);
        await store.ShowImport(import.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        foreach (var (planned, account) in accounts) ids[planned] = account.Id;
        return true;
    }

    private Change NewChange() => new()
    {
        WorkspaceId = import.WorkspaceId,
        TeamId = import.TeamId,
        MemberId = import.MemberId,
        At = now,
        Command = ImportRun.Kind,
        Given = "{}",
        ImportId = import.Id,
    };

    /// <summary>The clients of the steps: found, or entered. One that somebody has entered meanwhile is that one.</summary>
    private async Task<Dictionary<PlannedAccount, Account>> Accounts(Store store, IReadOnlyList<ImportStep> steps, CancellationToken cancellation)
    {
        var known = steps.Select(step => step.Account.Id ?? ids.GetValueOrDefault(step.Account)).Where(id => id != Guid.Empty).ToList();
        var names = steps.Where(step => step.Account.Id is null && !ids.ContainsKey(step.Account)).Select(step => step.Account.Name).ToList();
        var rows = await store.Accounts.Where(account => known.Contains(account.Id) || names.Contains(account.Name)).ToListAsync(cancellation);
        var (byId, byName) = (rows.ToDictionary(row => row.Id), rows.GroupBy(row => row.Name, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal));
        var accounts = new Dictionary<PlannedAccount, Account>();
        foreach (var planned in steps.Select(step => step.Account).Distinct())
        {
            var id = planned.Id ?? ids.GetValueOrDefault(planned);
            var account = id == Guid.Empty ? byName.GetValueOrDefault(planned.Name) : byId.GetValueOrDefault(id);
            if (account is null) store.Accounts.Add(account = NewAccount(planned));
            else (account.OwnerId, account.Since) = (account.OwnerId ?? planned.OwnerId, account.Since ?? planned.Since);
            accounts.Add(planned, account);
        }

        return accounts;
    }

    private Account NewAccount(PlannedAccount planned) => new()
    {
        WorkspaceId = import.WorkspaceId,
        TeamId = import.TeamId,
        Name = planned.Name,
        Tier = planned.Tier ?? Tier.B,
        OwnerId = planned.OwnerId,
        Since = planned.Since,
        EnteredOn = today,
        FirstQuietOn = firstQuietOn.TryGetValue(planned, out var day) ? day : null,
    };

    /// <summary>The people of the steps: found, or entered.</summary>
    private async Task<Dictionary<PlannedContact, Contact>> People(
        Store store, IReadOnlyList<ImportStep> steps, Dictionary<PlannedAccount, Account> accounts, CancellationToken cancellation)
    {
        var all = steps.SelectMany(step => step.Contacts).ToList();
        var known = all.Select(contact => contact.Id).OfType<Guid>().ToList();
        // Of those at a client that was there, somebody may have entered one since the plan was made.
        var there = accounts.Values.Where(account => store.Entry(account).State != EntityState.Added).Select(account => account.Id).ToList();
        var names = all.Where(contact => contact.Id is null).Select(contact => contact.Name).ToList();
        var rows = known.Count + there.Count == 0 ? [] : await store.Contacts
            .Where(contact => known.Contains(contact.Id) || (there.Contains(contact.AccountId) && names.Contains(contact.Name))).ToListAsync(cancellation);
        var people = new Dictionary<PlannedContact, Contact>();
        foreach (var planned in all)
        {
            var account = accounts[planned.Account];
            var contact = rows.Find(row => planned.Id is { } id ? row.Id == id : row.AccountId == account.Id && row.Name == planned.Name);
            if (contact is null && planned.Id is not null) continue;
            if (contact is null) store.Contacts.Add(contact = NewContact(planned, account));
            else Fill(contact, planned);
            people.Add(planned, contact);
        }

        return people;
    }

    private Contact NewContact(PlannedContact planned, Account account)
    {
        var contact = new Contact { WorkspaceId = import.WorkspaceId, TeamId = import.TeamId, AccountId = account.Id, Name = planned.Name, ImportedOn = today };
        Fill(contact, planned);
        return contact;
    }

    private static void Fill(Contact contact, PlannedContact planned)
    {
        if (!contact.IsThere) return;
        if (contact.Role.Length == 0) contact.Role = planned.Role;
        if (contact.Phone.Length == 0) contact.Phone = planned.Phone;
        if (contact.Email.Length == 0) contact.Email = planned.Email;
        if (planned.Birthday is not { } birthday || (contact.Birthday is { } known && known != birthday.Day)) return;
        (contact.Birthday, contact.BirthYear) = (birthday.Day, contact.BirthYear ?? birthday.Year);
    }

    private Imported ImportedOf(ImportStep step, Account account, Dictionary<PlannedContact, Contact> people)
    {
        var notes = step.Contacts.Where(contact => contact.Notes.Length > 0 && people.ContainsKey(contact)).Select(contact => ((Guid?)people[contact].Id, contact.Notes));
        // A client with many people comes in several steps.
        return ids.ContainsKey(step.Account) ? Of() : Of() with
        {
            LastTalk = step.Account.LastContact,
            FloorDays = step.Account.Rhythm?.Days,
            Channel = step.Account.Rhythm?.Channel,
            Notes = [.. notes, .. step.Account.Notes.Length > 0 ? [((Guid?)null, step.Account.Notes)] : Array.Empty<(Guid?, string)>()],
        };

        Imported Of() => new(account, import.MemberId, now, today) { Notes = [.. notes] };
    }
}
