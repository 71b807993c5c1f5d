using System.Text;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>
/// The inbox's statements, in the words of either database. Instants are whole seconds, as all in the database are, and its own.
/// On PostgreSQL rows that another node is claiming are passed over; SQLite has one writer at a time anyway.
/// </summary>
/// <param name="table">The platform's table.</param>
/// <param name="isSqlite">Else PostgreSQL.</param>
internal sealed class InboxSql(string table, bool isSqlite)
{
    private const string Columns = """ "Sequence", "Key", "WorkspaceId", "PersonId", "Kind", "Payload", "State", "Calls", "LeaseUntil", "Attempts", "ReceivedAt" """;

    public bool IsSqlite => isSqlite;

    private string Now => isSqlite ? "strftime('%Y-%m-%d %H:%M:%S', 'now')" : "date_trunc('second', now())";

    private string PassOver => isSqlite ? "" : "FOR UPDATE SKIP LOCKED";

    private string Epoch => isSqlite ? "'1970-01-01 00:00:00'" : "timestamp with time zone '1970-01-01 00:00:00+00'";

    private string Returning => $"""RETURNING {Columns}, {Now} AS "ClaimedAt" """;

    /// <summary>
    /// Stores rows unless their keys are there, and returns those that are new. Per row key, workspace, person, kind and payload are
    /// arguments; a reserved row is being worked on by whoever stored it, an offered one unless something of the same person is still to be worked. Numbered in their order, and stored in the order of their
    /// keys: nodes that store the same ones wait for one another and never both.
    /// </summary>
    public string Insert(IReadOnlyList<Reservation> reservations, int seconds)
    {
        var sql = new StringBuilder($"""INSERT INTO {table} ("Sequence", "Key", "WorkspaceId", "PersonId", "Kind", "Payload", "State", "LeaseUntil", "Attempts", "ReceivedAt") """);
        sql.Append(isSqlite ? "VALUES " : "SELECT * FROM (VALUES ");
        var number = isSqlite ? "NULL" : $"nextval(pg_get_serial_sequence('{table}', 'Sequence'))";
        var reserved = In(seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        for (var row = 0; row < reservations.Count; row++)
        {
            if (row > 0) sql.Append(", ");
            var at = row * 5;
            var isBusy = $$"""EXISTS (SELECT 1 FROM {{table}} AS earlier WHERE earlier."State" < 2 AND earlier."WorkspaceId" = {{{at + 1}}} AND earlier."PersonId" = {{{at + 2}}})""";
            var (lease, attempts) = reservations[row] switch
            {
                Reservation.Reserved => (reserved, "1"),
                Reservation.Offered => ($"CASE WHEN {isBusy} THEN {Epoch} ELSE {reserved} END", $"CASE WHEN {isBusy} THEN 0 ELSE 1 END"),
                _ => (Epoch, "0"),
            };
            sql.Append($$"""({{number}}, {{{at}}}, {{{at + 1}}}, {{{at + 2}}}, {{{at + 3}}}, {{{at + 4}}}, 0, {{lease}}, {{attempts}}, {{Now}})""");
        }

        if (!isSqlite) sql.Append(""") AS arrived("Number", "Key") ORDER BY "Key" COLLATE "C", "Number" """);
        return sql.Append(""" ON CONFLICT ("Key") DO NOTHING """).Append(Returning).ToString();
    }

    /// <summary>
    /// Claims the first row that nobody works on and that has none of the same person before it. The argument is the lease in seconds.
    /// </summary>
    public string Claim => $$"""
        UPDATE {{table}} SET "LeaseUntil" = {{In("{0}")}}, "Attempts" = "Attempts" + 1
        WHERE "Sequence" IN (
            SELECT "Sequence" FROM {{table}} AS row
            WHERE "State" < 2 AND "LeaseUntil" < {{Now}} AND NOT EXISTS (
                SELECT 1 FROM {{table}} AS earlier
                WHERE earlier."State" < 2 AND earlier."WorkspaceId" = row."WorkspaceId" AND earlier."PersonId" = row."PersonId" AND earlier."Sequence" < row."Sequence")
            ORDER BY "Sequence" LIMIT 1 {{PassOver}})
        {{Returning}}
        """;

    /// <summary>Forgets rows that are done and arrived so many seconds ago (first argument), the oldest first, so many at most (second).</summary>
    public string Tidy => $$"""
        DELETE FROM {{table}} WHERE "Sequence" IN (
            SELECT "Sequence" FROM {{table}} WHERE "State" = 2 AND "ReceivedAt" < {{Ago("{0}")}} ORDER BY "Sequence" LIMIT {1} {{PassOver}})
        """;

    private string In(string seconds) => isSqlite
        ? $"strftime('%Y-%m-%d %H:%M:%S', 'now', '+' || {seconds} || ' seconds')"
        : $"date_trunc('second', now()) + make_interval(secs => {seconds})";

    private string Ago(string seconds) => isSqlite
        ? $"strftime('%Y-%m-%d %H:%M:%S', 'now', '-' || {seconds} || ' seconds')"
        : $"date_trunc('second', now()) - make_interval(secs => {seconds})";
}
