using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace AccountNudge.Core.Storage;

/// <summary>
/// Tells what went wrong with a database apart. Entity Framework wraps the provider's exceptions differently on the way from a
/// query, a save and a commit, so the whole chain is looked at.
/// </summary>
public static class Conflicts
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;

    /// <summary>Somebody else was faster: nothing was written, and the same work read anew may succeed.</summary>
    public static bool IsConflict(this Exception failure) =>
        failure.IsDeadlock() || Chain(failure).Any(cause => cause is DbUpdateConcurrencyException or DbException { SqlState: "23505" }
            or SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteConstraint });

    /// <summary>
    /// Others were in the way on PostgreSQL (deadlock_detected, serialization_failure): nothing was written, and the very same may
    /// succeed. SQLite waits for its one writer by itself (see <see cref="SqliteFile"/>).
    /// </summary>
    public static bool IsDeadlock(this Exception failure) =>
        Chain(failure).Any(cause => cause is DbException { SqlState: "40001" or "40P01" });

    /// <summary>The database failed or refused, rather than our own code.</summary>
    public static bool IsOfDatabase(this Exception failure) => Chain(failure).Any(cause => cause is DbException or DbUpdateException);

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
