using AccountNudge.Core.Accounts;
using AccountNudge.Core.Import;

namespace AccountNudge.Core.Tests.Import;

/// <summary>A directory in memory, in which a plan is carried out as the database would.</summary>
internal static class ImportedDirectory
{
    public static DirectorySnapshot After(this DirectorySnapshot before, ImportPlan plan)
    {
        var accounts = before.Accounts.ToDictionary(account => account.Id);
        var contacts = before.Contacts.ToDictionary(contact => contact.Id);
        var ids = new Dictionary<PlannedAccount, Guid>();
        foreach (var planned in plan.Accounts)
        {
            var known = planned.Id is { } id ? accounts[id] : new DirectoryAccount(Guid.CreateVersion7(), planned.Name) { Tier = planned.Tier ?? Tier.B };
            ids[planned] = known.Id;
            accounts[known.Id] = known with
            {
                OwnerId = known.OwnerId ?? planned.OwnerId,
                Since = known.Since ?? planned.Since,
                LastContact = known.LastContact ?? planned.LastContact,
                Rhythm = known.Rhythm ?? planned.Rhythm,
                Notes = $"{known.Notes}\n{planned.Notes}",
            };
        }

        foreach (var planned in plan.Contacts)
        {
            var known = planned.Id is { } id ? contacts[id] : new DirectoryContact(Guid.CreateVersion7(), planned.Account.Id ?? ids[planned.Account], planned.Name);
            contacts[known.Id] = known with
            {
                Role = Filled(known.Role, planned.Role),
                Phone = Filled(known.Phone, planned.Phone),
                Email = Filled(known.Email, planned.Email),
                Birthday = planned.Birthday ?? known.Birthday,
                Notes = $"{known.Notes}\n{planned.Notes}",
            };
        }

        return before with { Accounts = [.. accounts.Values], Contacts = [.. contacts.Values] };
    }

    private static string Filled(string standing, string planned) => standing.Length > 0 ? standing : planned;
}
