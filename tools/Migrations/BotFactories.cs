using AccountNudge.Bot.Storage;

namespace AccountNudge.Migrations;

internal sealed class SqliteChatStoreFactory : SqliteFactory<SqliteChatStore>;

internal sealed class PostgresChatStoreFactory : PostgresFactory<PostgresChatStore>;
