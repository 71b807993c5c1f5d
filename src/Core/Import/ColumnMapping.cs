namespace AccountNudge.Core.Import;

/// <summary>What one column means.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Header">What stands above it; may be empty.</param>
/// <param name="Field">What is read from it.</param>
/// <param name="IsUnknown">Nobody said what it means, and the header is none we know.</param>
/// <param name="Order">In which order its dates are written, where somebody said so; else its dates show it.</param>
public sealed record MappedColumn(int Index, string Header, ImportField Field, bool IsUnknown = false, DateOrder? Order = null);

/// <summary>What the columns of a file mean: proposed from the headers, and corrected by people.</summary>
public sealed record ColumnMapping(EquatableList<MappedColumn> Columns)
{
    /// <summary>Headers that nobody knows; their columns are left out.</summary>
    public IEnumerable<string> UnknownHeaders => Columns.Where(column => column.IsUnknown && column.Header.Length > 0).Select(column => column.Header);

    /// <summary>What the headers say by themselves.</summary>
    public static ColumnMapping Propose(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var columns = headers.Select((header, index) =>
            HeaderNames.FieldOf(header) is { } field ? new MappedColumn(index, header, field) : new MappedColumn(index, header, ImportField.LeaveOut, IsUnknown: true)).ToList();
        // "Name" beside a first name is the last name, in a list without a company it is the client, and else a person there.
        var others = columns.Where(column => !HeaderNames.IsBareName(column.Header)).Select(column => column.Field).ToHashSet();
        var name = others.Contains(ImportField.FirstName) && !others.Contains(ImportField.LastName) ? ImportField.LastName
            : others.Contains(ImportField.AccountName) ? ImportField.ContactName
            : ImportField.AccountName;
        return new ColumnMapping([.. columns.Select(column => HeaderNames.IsBareName(column.Header) ? column with { Field = name } : column)]);
    }

    /// <summary>The columns below a header mean something else; <see cref="ImportField.LeaveOut"/> for nothing.</summary>
    public ColumnMapping With(string header, ImportField field) =>
        Changed(header, column => column with { Field = field, IsUnknown = false });

    /// <summary>The dates below a header are written in this order.</summary>
    public ColumnMapping With(string header, DateOrder order) => Changed(header, column => column with { Order = order });

    /// <summary>With what somebody said of columns, by their places.</summary>
    public ColumnMapping With(IReadOnlyDictionary<int, ColumnChoice> choices) =>
        new([.. Columns.Select(column => choices.TryGetValue(column.Index, out var choice) ? column with { Field = choice.Field, Order = choice.Order, IsUnknown = false } : column)]);

    /// <summary>The columns of a field, from left to right.</summary>
    internal IEnumerable<MappedColumn> Of(ImportField field) => Columns.Where(column => column.Field == field);

    private ColumnMapping Changed(string header, Func<MappedColumn, MappedColumn> change) =>
        new([.. Columns.Select(column => string.Equals(column.Header, header, StringComparison.OrdinalIgnoreCase) ? change(column) : column)]);
}
