using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Import;

/// <summary>Reads what a team has already.</summary>
internal static class ImportDirectory
{
    /// <summary>The directory of the one team of the scope, in a number of statements that does not depend on its size.</summary>
    public static async Task<DirectorySnapshot> ReadDirectory(this Store store, CancellationToken cancellation)
    {
        var kept = new KeptAlready();
        foreach (var practice in PracticeCatalog.All) await practice.ReadKept(store, kept, cancellation);
        var accounts = await store.Accounts.AsNoTracking().OrderBy(account => account.Id).ToListAsync(cancellation);
        var contacts = await store.Contacts.Where(contact => contact.State != ContactState.Erased).AsNoTracking().OrderBy(contact => contact.Id).ToListAsync(cancellation);
        var members = await store.Members.Where(member => store.Memberships.Any(place => place.MemberId == member.Id)).OrderBy(member => member.Id)
            .Select(member => new { member.Id, member.Name }).ToListAsync(cancellation);
        return new DirectorySnapshot
        {
            Accounts = [.. accounts.Select(account => new DirectoryAccount(account.Id, account.Name)
            {
                Tier = account.Tier,
                OwnerId = account.OwnerId,
                Since = account.Since,
                LastContact = kept.LastTalks.TryGetValue(account.Id, out var talk) ? talk : null,
                Rhythm = kept.Rhythms.TryGetValue(account.Id, out var rhythm) ? new ImportedRhythm(rhythm.FloorDays, rhythm.Channel) : null,
                Notes = kept.Notes.GetValueOrDefault(account.Id) ?? "",
            })],
            Contacts = [.. contacts.Select(contact => new DirectoryContact(contact.Id, contact.AccountId, contact.Name)
            {
                Role = contact.Role,
                Phone = contact.Phone,
                Email = contact.Email,
                Birthday = contact.Birthday is { } day ? new Birthday(day, contact.BirthYear) : null,
                Notes = kept.Notes.GetValueOrDefault(contact.Id) ?? "",
                IsThere = contact.IsThere,
            })],
            Members = [.. members.Select(member => new DirectoryMember(member.Id, member.Name))],
            IsErased = await store.ErasedFrom(store.Scope.TeamIds[0], cancellation),
        };
    }
}
