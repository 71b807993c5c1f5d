using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime.Text;

namespace AccountNudge.Core.Exports;

/// <summary>One record about somebody.</summary>
/// <param name="Table">Where it is kept.</param>
/// <param name="At">When it was noted, or its day; null where that is not kept.</param>
/// <param name="By">Who noted it; null where that is not kept.</param>
/// <param name="Values">What it says, column by column, without ids and what is empty.</param>
public sealed record PersonRecord(string Table, string? At, string? By, IReadOnlyList<KeyValuePair<string, string>> Values);

/// <summary>
/// Everything that is kept about one contact: their entry, each record that names them, and each in whose words they are named. Found in the model,
/// so that no table can be forgotten.
/// </summary>
/// <param name="Contact">Who.</param>
/// <param name="Account">Where.</param>
/// <param name="Team">Who keeps it.</param>
/// <param name="Members">Who can see it.</param>
/// <param name="Records">What.</param>
public sealed record PersonExport(Contact Contact, Account Account, AccountTeam Team, IReadOnlyList<string> Members, IReadOnlyList<PersonRecord> Records)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private static readonly string[] When = ["On", "Day", "NotedAt", "RecordedAt", "OpenedAt", "MadeAt", "At"];

    /// <summary>Reads it.</summary>
    public static async Task<PersonExport> Read(Store store, Contact contact, AccountFacts facts, AccountTeam team, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(contact);
        ArgumentNullException.ThrowIfNull(facts);
        var (words, records) = (Erasure.WordsOf(contact, facts), new List<PersonRecord>());
        var names = await store.Members.ToDictionaryAsync(member => member.Id, member => member.Name, cancellation);
        foreach (var type in store.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IAccountFact)) && type != typeof(Contact)).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var rows = (Task<List<IAccountFact>>)typeof(PersonExport).GetMethod(nameof(RowsOf), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(type).Invoke(null, [store, contact.AccountId, cancellation])!;
            records.AddRange((await rows).Select(row => store.Entry(row)).Where(entry => IsAbout(entry, contact, words)).Select(entry => RecordOf(entry, names)));
        }

        return new PersonExport(contact, facts.Account, team, [.. facts.Roster.Members.Select(member => member.Name)], records);
    }

    /// <summary>The same for machines (GDPR, article 20).</summary>
    public byte[] ToJson(Instant at) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["exportedAt"] = InstantPattern.General.Format(at),
            ["controllerTeam"] = Team.Name,
            ["recipients"] = new JsonArray([.. Members.Select(member => (JsonNode?)member)]),
            ["person"] = new JsonObject
            {
                ["name"] = Contact.Name,
                ["client"] = Account.Name,
                ["role"] = Contact.Role,
                ["phone"] = Contact.Phone,
                ["email"] = Contact.Email,
                ["birthday"] = Contact.Birthday?.ToString(),
                ["birthYear"] = Contact.BirthYear,
                ["state"] = Contact.State.ToString(),
                ["goneOn"] = Iso(Contact.GoneOn),
                ["deleteOn"] = Iso(Contact.DeleteOn),
                ["objectedOn"] = Iso(Contact.ObjectedOn),
            },
            ["records"] = new JsonArray([.. Records.Select(record => (JsonNode)new JsonObject
            {
                ["table"] = record.Table,
                ["at"] = record.At,
                ["source"] = record.By,
                ["values"] = new JsonObject(record.Values.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)value.Value))),
            })]),
        },
        Json);

    private static async Task<List<IAccountFact>> RowsOf<T>(Store store, Guid accountId, CancellationToken cancellation)
        where T : class, IAccountFact =>
        [.. await store.Set<T>().IgnoreAutoIncludes().Where(row => row.AccountId == accountId).ToListAsync(cancellation)];

    private static bool IsAbout(EntityEntry entry, Contact contact, PersonWords words) => entry.Properties.Any(property => property.CurrentValue switch
    {
        Guid id => id == contact.Id && property.Metadata.Name != nameof(IAccountFact.Id),
        string text => !property.Metadata.IsShadowProperty() && property.Metadata.GetMaxLength() is null && words.AreIn(text, aboutClient: true),
        _ => false,
    });

    private static PersonRecord RecordOf(EntityEntry entry, Dictionary<Guid, string> names)
    {
        var values = entry.Properties.Where(property => !property.Metadata.IsShadowProperty() && property.CurrentValue is not (null or Guid or "" or false))
            .Select(property => KeyValuePair.Create(property.Metadata.Name, Convert.ToString(property.CurrentValue, CultureInfo.InvariantCulture) ?? "")).ToList();
        var at = When.Select(name => values.Find(value => value.Key == name).Value).FirstOrDefault(value => value is not null);
        var by = entry.Metadata.FindProperty("MemberId") is not null && entry.Property("MemberId").CurrentValue is Guid member ? names.GetValueOrDefault(member) : null;
        return new PersonRecord(entry.Metadata.GetTableName()!, at, by, values);
    }

    private static string? Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;
}
