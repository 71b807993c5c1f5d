using System.Text.RegularExpressions;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Import;

/// <summary>A date that is read once the order of its column is known.</summary>
/// <param name="Cell">As it stands in the file.</param>
/// <param name="Column">Where.</param>
internal readonly record struct DraftDate(Cell Cell, MappedColumn? Column);

/// <summary>A row by its fields, before it is compared with anything.</summary>
internal sealed class RowDraft(int row)
{
    public int Row { get; } = row;

    /// <summary>The client as written; empty where none can be told, and then a remark says why.</summary>
    public string Account { get; init; } = "";

    /// <summary>The client as compared.</summary>
    public AccountKey AccountKey { get; init; }

    public Tier? Tier { get; init; }

    public string Owner { get; init; } = "";

    public DraftDate Since { get; init; }

    public DraftDate LastContact { get; init; }

    public ImportedRhythm? Rhythm { get; init; }

    /// <summary>The person as written; empty where none is named.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The person as compared.</summary>
    public string ContactKey { get; init; } = "";

    public string Role { get; init; } = "";

    public IReadOnlyList<Reachable> Phones { get; init; } = [];

    public IReadOnlyList<Reachable> Emails { get; init; } = [];

    public DraftDate Birthday { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What is noted, line by line: words, and the numbers and addresses for which a person has no room, or that are nobody's.</summary>
    public string Notes
    {
        get
        {
            var own = Contact.Length > 0 ? 1 : 0;
            return string.Join('\n', Words.Concat(Phones.Skip(own).Concat(Emails.Skip(own)).Select(reached => reached.Typed)));
        }
    }

    public required List<Text> Remarks { get; init; }
}

/// <summary>Reads rows by a mapping, and gathers on the way in which order dates are written.</summary>
internal sealed partial class RowReader
{
    private static readonly ImportField[] DateFields = [ImportField.Since, ImportField.LastContact, ImportField.Birthday];

    private readonly PhonesAndMails details;
    private readonly Dictionary<ImportField, List<MappedColumn>> columns;
    private readonly Dictionary<MappedColumn, DateColumn> dates;

    public RowReader(ColumnMapping mapping, PhonesAndMails details)
    {
        this.details = details;
        columns = Enum.GetValues<ImportField>().ToDictionary(field => field, field => mapping.Of(field).ToList());
        dates = DateFields.SelectMany(field => columns[field]).ToDictionary(column => column, _ => new DateColumn());
    }

    /// <summary>Columns whose order somebody must say, once all rows are read.</summary>
    public IEnumerable<MappedColumn> Ambiguous => dates.Where(pair => pair.Key.Order is null && pair.Value.IsAmbiguous).Select(pair => pair.Key);

    /// <summary>The order of a column, once all rows are read: as somebody said, else as it shows itself.</summary>
    public DateOrder? OrderOf(MappedColumn column) => column.Order ?? dates[column].Order;

    public RowDraft Read(ImportRow row)
    {
        foreach (var (column, evidence) in dates) evidence.Add(row.At(column.Index));
        var remarks = new List<Text>();
        var account = Name(Line(row, ImportField.AccountName), ImportField.AccountName, remarks);
        if (account.Length == 0 && remarks.Count == 0) remarks.Add(ImportTexts.NoAccount);
        var contact = Name(PersonName(row), ImportField.ContactName, remarks);
        var draft = new RowDraft(row.Number)
        {
            Account = account,
            AccountKey = AccountKey.Of(account),
            Tier = AccountValues.Tier(Line(row, ImportField.Tier), remarks),
            Owner = Line(row, ImportField.Owner),
            Since = Date(row, ImportField.Since),
            LastContact = Date(row, ImportField.LastContact),
            Rhythm = AccountValues.Rhythm(Line(row, ImportField.Rhythm), remarks),
            Contact = contact,
            ContactKey = ComparedNames.PersonKey(contact),
            Role = Role(row, remarks),
            Phones = details.Phones(Texts(row, ImportField.Phone), cell => remarks.Add(ImportTexts.NoPhone(cell))),
            Emails = PhonesAndMails.Emails(Texts(row, ImportField.Email), cell => remarks.Add(ImportTexts.NoEmail(cell))),
            Birthday = Date(row, ImportField.Birthday),
            Words = [.. Texts(row, ImportField.Notes)],
            Remarks = remarks,
        };
        var saysOfPerson = draft.Phones.Count > 0 || draft.Emails.Count > 0 || draft.Birthday.Column is not null;
        if (contact.Length == 0 && account.Length > 0 && saysOfPerson) remarks.Add(ImportTexts.NoContactName);
        if (draft.Phones.Count > 1) remarks.Add(ImportTexts.OnePhone);
        if (draft.Emails.Count > 1) remarks.Add(ImportTexts.OneEmail);
        return draft;
    }

    private IEnumerable<string> Texts(ImportRow row, ImportField field) =>
        columns[field].Select(column => TextFolding.Plain(row.At(column.Index).Text).Trim()).Where(text => text.Length > 0);

    private string Line(ImportRow row, ImportField field) => Spaces().Replace(Texts(row, field).FirstOrDefault() ?? "", " ");

    private DraftDate Date(ImportRow row, ImportField field) =>
        columns[field].Find(column => !row.At(column.Index).IsEmpty) is { } column ? new DraftDate(row.At(column.Index), column) : default;

    private string PersonName(ImportRow row)
    {
        var full = Line(row, ImportField.ContactName);
        if (full.Length > 0) return PersonNames.InSpokenOrder(full);
        var parts = new[] { ImportField.FirstName, ImportField.MiddleName, ImportField.LastName }.Select(field => Line(row, field));
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private string Role(ImportRow row, List<Text> remarks)
    {
        var role = Line(row, ImportField.Role);
        if (role.Length <= DirectoryRules.LongestDetail) return role;
        remarks.Add(ImportTexts.TooLong(ImportField.Role, role));
        return "";
    }

    /// <summary>A name that can be compared with others; else nothing, and a remark.</summary>
    private static string Name(string name, ImportField field, List<Text> remarks)
    {
        if (name.Length == 0) return "";
        if (DirectoryRules.IsName(name)) return name;
        remarks.Add(name.Length > DirectoryRules.LongestName ? ImportTexts.TooLong(field, name) : ImportTexts.NoName(name));
        return "";
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
