using System.Collections;
using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AccountNudge.Core.Storage;

/// <summary>A value that a query is asked with, as the database gets it.</summary>
/// <param name="Name">The parameter's name in the query.</param>
/// <param name="Value">The value.</param>
/// <param name="As">The parameter that Entity Framework made for it, whose type it has.</param>
internal readonly record struct AskedValue(string Name, object? Value, DbParameter As);

/// <summary>
/// A query as the database gets it, with its filters. Entity Framework makes it once; from then on it is asked with other values, for making it costs
/// more than asking it. That is why it may depend on nothing but the store and what is asked.
/// </summary>
/// <typeparam name="TAsked">What it is asked with: one property for every value.</typeparam>
/// <typeparam name="T">Its rows: an entity, or an object of values.</typeparam>
internal sealed partial class PreparedQuery<TAsked, T>
    where T : class
{
    private static readonly ConcurrentDictionary<(Delegate Made, Type Store, int Nulls), PreparedQuery<TAsked, T>> Known = new();
    private static readonly IReadOnlyList<PropertyInfo> Members = [.. typeof(TAsked).GetProperties()];

    private readonly IReadOnlyList<Slot> slots;
    private readonly IReadOnlyList<string> text;
    private RowReader<T>? reader;

    private PreparedQuery(Store store, TAsked asked, Func<Store, TAsked, IQueryable<T>> made)
    {
        if (made.Target?.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is { Length: > 0 })
            throw new InvalidOperationException("A prepared query is a static function: what it is asked with is given to it.");
        var query = made(store, asked);
        IsEntity = store.Model.FindEntityType(typeof(T)) is not null;
        IsTracked = IsEntity && query.Expression is not MethodCallExpression { Method.Name: nameof(EntityFrameworkQueryableExtensions.AsNoTracking) };
        using var command = (IsEntity ? query.IgnoreAutoIncludes() : query).CreateDbCommand();
        slots = [.. command.Parameters.Cast<DbParameter>().Select(parameter => SlotOf(store, asked, parameter))];
        text = slots.Count == 0 ? [command.CommandText] : Regex.Split(command.CommandText, $@"@(?=(?:{string.Join('|', slots.Select(slot => slot.Name))})\b)");
    }

    /// <summary>Its rows are entities.</summary>
    public bool IsEntity { get; }

    /// <summary>Its rows are tracked.</summary>
    public bool IsTracked { get; }

    /// <summary>The query that a function makes, as it was made when it was first asked for.</summary>
    public static PreparedQuery<TAsked, T> Of(Store store, TAsked asked, Func<Store, TAsked, IQueryable<T>> made)
    {
        var key = (made, store.GetType(), Nulls(asked));
        return Known.TryGetValue(key, out var known) ? known : Known[key] = new PreparedQuery<TAsked, T>(store, asked, made);
    }

    /// <summary>Its text, with a prefix before the names of its parameters.</summary>
    public string SqlWith(string prefix) => string.Join("@" + prefix, text);

    /// <summary>The values of its parameters.</summary>
    public IEnumerable<AskedValue> Values(Store store, TAsked asked) => slots.Select(slot => new AskedValue(slot.Name, slot.Stored(store, asked), slot.As));

    /// <summary>Reads a row of what it found.</summary>
    public T Read(Store store, DbDataReader row) => Reader(store, row).Read(row);

    /// <summary>Reads a row of what it found, which is to be tracked.</summary>
    public EntityEntry<T> ReadEntry(Store store, DbDataReader row) => Reader(store, row).ReadEntry(store, row);

    private RowReader<T> Reader(Store store, DbDataReader row) => reader ??= RowReader<T>.Of(store, row);

    /// <summary>What Entity Framework makes of a query depends on which of its values are null.</summary>
    private static int Nulls(TAsked asked)
    {
        var nulls = 0;
        for (var index = 0; index < Members.Count; index++)
        {
            if (Members[index].GetValue(asked) is null) nulls |= 1 << index;
        }

        return nulls;
    }

    /// <summary>
    /// Where a parameter's value comes from. Entity Framework names a parameter after the property it was taken from (Entity Framework Core 10,
    /// <c>ExpressionTreeFuncletizer</c>) and numbers the further ones of that name; that value and ours are compared.
    /// </summary>
    private static Slot SlotOf(Store store, TAsked asked, DbParameter parameter)
    {
        var (name, member) = (parameter.ParameterName.TrimStart('@'), MemberName().Match(parameter.ParameterName).Groups["member"].Value);
        Func<Store, TAsked, object?> value = (name.StartsWith("ef_filter", StringComparison.Ordinal), member) switch
        {
            (true, nameof(Scope.WorkspaceIds)) => (asking, _) => asking.Scope.WorkspaceIds,
            (true, nameof(Scope.TeamIds)) => (asking, _) => asking.Scope.TeamIds,
            (false, _) when Members.FirstOrDefault(known => known.Name == member) is { } property => (_, given) => property.GetValue(given),
            // A number of rows that is written into the query.
            _ when parameter.Value is int number => (_, _) => number,
            _ => throw new InvalidOperationException($"What {name} stands for in a prepared query is not known: each value is a property of what is asked."),
        };
        var given = value(store, asked);
        var converter = given is null ? null : store.MappingOf(given.GetType())?.Converter;
        var slot = new Slot(name, value, converter, parameter);
        return AreSame(slot.Stored(store, asked), parameter.Value) ? slot
            : throw new InvalidOperationException($"{name} of a prepared query is not the value it is taken for.");
    }

    private static bool AreSame(object? value, object? other) => (value, other) switch
    {
        (string or null, _) or (_, string or null or DBNull) => Equals(value, other is DBNull ? null : other),
        (IEnumerable list, IEnumerable others) => list.Cast<object>().SequenceEqual(others.Cast<object>()),
        _ => Equals(value, other),
    };

    [GeneratedRegex(@"(?<member>[A-Za-z]+)\d*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MemberName();

    private sealed record Slot(string Name, Func<Store, TAsked, object?> Value, ValueConverter? Converter, DbParameter As)
    {
        public object? Stored(Store store, TAsked asked)
        {
            var value = Value(store, asked);
            return Converter is null || value is null ? value : Converter.ConvertToProvider(value);
        }
    }
}
