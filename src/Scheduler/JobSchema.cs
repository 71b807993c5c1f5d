using AccountNudge.Core.Storage;
using Hangfire.PostgreSql;
using Npgsql;

namespace AccountNudge.Scheduler;

/// <summary>Prepares a PostgreSQL database for Hangfire.</summary>
internal static class JobSchema
{
    /// <summary>Earlier versions kept their schedule in tables of these names, beside the domain's.</summary>
    private const string DropFormerTables = """
        DO $$
        DECLARE former text;
        BEGIN
            FOR former IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename LIKE 'qrtz\_%' LOOP
                EXECUTE format('DROP TABLE IF EXISTS %I CASCADE', former);
            END LOOP;
        END $$
        """;

    /// <summary>Creates or updates Hangfire's schema. The caller holds the <see cref="SchemaLock"/>: Hangfire's scripts must not run twice at the same time.</summary>
    public static async Task Install(string postgres, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync(cancellation);
        PostgreSqlObjectsInstaller.Install(connection);
        await using var drop = new NpgsqlCommand(DropFormerTables, connection);
        await drop.ExecuteNonQueryAsync(cancellation);
    }
}
