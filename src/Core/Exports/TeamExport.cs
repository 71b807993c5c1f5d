using System.Globalization;
using AccountNudge.Core.Import;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using CsvHelper;
using NodaTime.Text;

namespace AccountNudge.Core.Exports;

/// <summary>A team's clients and contacts as a file in the shape in which they are imported.</summary>
public static class TeamExport
{
    private const int AtOnce = 200;

    private static readonly ImportField[] Columns =
    [
        ImportField.AccountName, ImportField.Tier, ImportField.Owner, ImportField.Since, ImportField.LastContact, ImportField.Rhythm,
        ImportField.ContactName, ImportField.Role, ImportField.Phone, ImportField.Email, ImportField.Birthday,
    ];

    /// <summary>What a team has, in the order of the clients' names; only people who are there.</summary>
    public static async Task<DirectorySnapshot> ReadDirectory(this Store store, Guid teamId, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var ids = await store.Accounts.Where(account => account.TeamId == teamId).OrderBy(account => account.Name).ThenBy(account => account.Id).Select(account => account.Id).ToListAsync(cancellation);
        var (accounts, contacts, members) = (new List<DirectoryAccount>(), new List<DirectoryContact>(), new Dictionary<Guid, DirectoryMember>());
        foreach (var some in ids.Chunk(AtOnce))
        {
            foreach (var facts in await store.FactsOf(some, now, cancellation))
            {
                var account = facts.Account;
                accounts.Add(new DirectoryAccount(account.Id, account.Name)
                {
                    Tier = account.Tier,
                    OwnerId = account.OwnerId,
                    Since = account.Since,
                    LastContact = facts.LastTalk?.On,
                    Rhythm = facts.Agreed is { } agreed && (agreed.FloorDays is not null || agreed.Channel is not null) ? new ImportedRhythm(agreed.FloorDays, agreed.Channel) : null,
                });
                contacts.AddRange(facts.ContactsThere.Select(contact => new DirectoryContact(contact.Id, account.Id, contact.Name)
                {
                    Role = contact.Role,
                    Phone = contact.Phone,
                    Email = contact.Email,
                    Birthday = contact.Birthday is { } day ? new Birthday(day, contact.BirthYear) : null,
                }));
                foreach (var member in facts.Roster.Members) members.TryAdd(member.Id, new DirectoryMember(member.Id, member.Name));
            }
        }

        return new DirectorySnapshot { Accounts = [.. accounts], Contacts = [.. contacts], Members = [.. members.Values] };
    }

    /// <summary>
    /// The file: one row a person, or a client where nobody is known. What a spreadsheet would take for a formula is a text (OWASP, "CSV injection").
    /// </summary>
    public static byte[] Csv(DirectorySnapshot directory, Language language)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var options = new CsvWriterOptions
        {
            Separator = language == Language.German ? ';' : ',',
            Injection = CsvInjection.Escape,
            // Otherwise a spreadsheet takes it for an older encoding.
            WriteByteOrderMark = true,
        };
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, options, leaveOpen: true))
        {
            foreach (var row in Rows(directory, language)) csv.WriteRecord([.. row]);
        }

        return file.ToArray();
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(DirectorySnapshot directory, Language language)
    {
        var (voice, contacts) = (new Voice(language), directory.Contacts.ToLookup(contact => contact.AccountId));
        var names = directory.Members.ToDictionary(member => member.Id, member => member.Name);
        yield return [.. Columns.Select(column => ImportFieldNames.NameOf(column).Plain(voice))];
        foreach (var account in directory.Accounts)
        {
            foreach (var contact in contacts[account.Id].DefaultIfEmpty()) yield return [.. Columns.Select(column => Cell(column, account, contact))];
        }

        string Cell(ImportField column, DirectoryAccount account, DirectoryContact? contact) => column switch
        {
            ImportField.AccountName => account.Name,
            ImportField.Tier => account.Tier.ToString(),
            ImportField.Owner => account.OwnerId is { } owner ? names.GetValueOrDefault(owner, "") : "",
            ImportField.Since => Iso(account.Since),
            ImportField.LastContact => Iso(account.LastContact),
            ImportField.Rhythm => Rhythm(account.Rhythm, language),
            ImportField.ContactName => contact?.Name ?? "",
            ImportField.Role => contact?.Role ?? "",
            ImportField.Phone => contact?.Phone ?? "",
            ImportField.Email => contact?.Email ?? "",
            _ => contact?.Birthday is { } birthday ? Day(birthday, voice) : "",
        };
    }

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";

    /// <summary>Without its year a day is told by the name of its month: figures alone could be read both ways.</summary>
    private static string Day(Birthday birthday, Voice voice)
    {
        // Every day of the year is one of a leap year.
        var day = birthday.Day.InYear(2000);
        return birthday.Year is { } year ? Iso(birthday.Day.InYear(year)) : new Text($"{day:d MMMM}", $"{day:d. MMMM}").Plain(voice);
    }

    private static string Rhythm(ImportedRhythm? rhythm, Language language)
    {
        var isGerman = language == Language.German;
        var every = rhythm?.Days is { } days ? string.Create(CultureInfo.InvariantCulture, $"{(isGerman ? "alle" : "every")} {days} {(isGerman ? "Tage" : "days")}") : "";
        var by = rhythm?.Channel switch
        {
            InteractionKind.Call => isGerman ? "Telefon" : "call",
            InteractionKind.Mail => "mail",
            InteractionKind.Visit => isGerman ? "Besuch" : "visit",
            InteractionKind.Video => "video",
            InteractionKind.Chat => "chat",
            _ => "",
        };
        return $"{every} {by}".Trim();
    }
}
