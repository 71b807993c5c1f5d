using System.Text.RegularExpressions;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Storage;

/// <summary>A word somebody looks for.</summary>
/// <param name="Word">Folded; the beginning of a word is enough.</param>
/// <param name="AccountIds">The accounts that are named so, or somebody there: what was noted about them need not say it again.</param>
public sealed record SoughtWord(string Word, IReadOnlyList<Guid> AccountIds);

/// <summary>
/// The words of what was noted, folded as it is saved: no database folds as we do, so it searches what is folded already. A search reads
/// them all once, some ten milliseconds for a team of thousands of clients.
/// </summary>
public static partial class NotedWords
{
    private const string Column = "Words";

    /// <summary>What says all of some words, at least one of them in its own text.</summary>
    public static IQueryable<T> Saying<T>(this IQueryable<T> rows, IReadOnlyList<SoughtWord> sought)
        where T : class, INoted
    {
        ArgumentNullException.ThrowIfNull(sought);
        foreach (var (beginning, accounts) in sought.Select(word => ($" {word.Word}", word.AccountIds)))
        {
            rows = accounts.Count == 0 || sought.Count == 1
                ? rows.Where(row => EF.Property<string>(row, Column).Contains(beginning))
                : rows.Where(row => EF.Property<string>(row, Column).Contains(beginning) || accounts.Contains(row.AccountId));
        }

        if (sought.Count < 2 || sought.Any(word => word.AccountIds.Count == 0)) return rows;
        var beginnings = sought.Select(word => $" {word.Word}").ToList();
        return rows.Where(row => beginnings.Any(beginning => EF.Property<string>(row, Column).Contains(beginning)));
    }

    internal static void Map<T>(EntityTypeBuilder<T> row)
        where T : class, IAccountFact
    {
        row.Property<string?>(Column);
        // For those that were noted before: as a rule there are none.
        row.HasIndex(Column).HasFilter($"\"{Column}\" IS NULL");
    }

    internal static IQueryable<T> WithoutWords<T>(this IQueryable<T> rows)
        where T : class, INoted => rows.Where(row => EF.Property<string?>(row, Column) == null);

    /// <summary>Keeps the words of what is about to be saved.</summary>
    internal static void Keep(Store store)
    {
        foreach (var entry in store.ChangeTracker.Entries<INoted>().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList()) Keep(entry);
    }

    internal static void Keep(EntityEntry entry) => entry.Property(Column).CurrentValue = TextFolding.Line(IdOfMention().Replace(((INoted)entry.Entity).Text, ""));

    /// <summary>The id of a colleague who is mentioned, as in <c>@[id|name]</c>: nobody reads it, so nobody looks for it.</summary>
    [GeneratedRegex(@"@\[[^\[\]|\s]+\|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdOfMention();
}
