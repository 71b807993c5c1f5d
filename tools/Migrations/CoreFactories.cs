using AccountNudge.Core.Storage;

namespace AccountNudge.Migrations;

internal sealed class SqliteStoreFactory : SqliteFactory<SqliteStore>;

internal sealed class PostgresStoreFactory : PostgresFactory<PostgresStore>;
