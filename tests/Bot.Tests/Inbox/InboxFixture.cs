using System.Data.Common;
using AccountNudge.Bot.Platforms.Inbox;
using AccountNudge.Bot.Slack.Inbound.Work;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Database = AccountNudge.Testing.Database;
using IRelationalDatabaseCreator = Microsoft.EntityFrameworkCore.Storage.IRelationalDatabaseCreator;

namespace AccountNudge.Bot.Tests.Inbox;

/// <summary>An inbox on a database of its own; several nodes may share it.</summary>
internal sealed class InboxFixture : IDbContextFactory<ChatStore>, IAsyncDisposable
{
    private readonly Database database;

    private InboxFixture(Database database) => this.database = database;

    public Database Database => database;

    public static async Task<InboxFixture> On(DatabaseKind kind)
    {
        var fixture = new InboxFixture(await Database.Create(kind));
        await using var store = fixture.CreateDbContext();
        await store.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        return fixture;
    }

    /// <summary>A node's own inbox.</summary>
    public PlatformInbox<SlackInboxRow> Node() => new(this);

    public ChatStore CreateDbContext() => Open();

    /// <summary>Stores on the same database whose statements somebody sees.</summary>
    public IDbContextFactory<ChatStore> Observed(Action<string> see) => new Observing(this, new Observer(see));

    private ChatStore Open(params IInterceptor[] interceptors)
    {
        if (database.Kind != DatabaseKind.Sqlite) return new PostgresChatStore(new DbContextOptionsBuilder<PostgresChatStore>().UseNpgsql(PostgresConnection.Of(database.ConnectionString)).AddInterceptors(interceptors).Options);
        var sqlite = new DbContextOptionsBuilder<SqliteChatStore>();
        sqlite.UseSqliteFile(database.ConnectionString).AddInterceptors(interceptors);
        return new SqliteChatStore(sqlite.Options);
    }

    /// <summary>Everything that is stored, in its order.</summary>
    public async Task<IReadOnlyList<InboxRow>> Rows()
    {
        await using var store = CreateDbContext();
        return await store.Set<SlackInboxRow>().AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
    }

    /// <summary>Time passes for what is stored: leases end, and it grows older.</summary>
    public async Task Pass(NodaTime.Duration time)
    {
        await using var store = CreateDbContext();
        await Pass<SlackInboxRow>(store, time);
    }

    /// <summary>Time passes for what is stored there.</summary>
    public static async Task Pass<TRow>(ChatStore store, NodaTime.Duration time)
        where TRow : InboxRow
    {
        foreach (var row in await store.Set<TRow>().AsNoTracking().ToListAsync())
        {
            await store.Set<TRow>().Where(stored => stored.Sequence == row.Sequence).ExecuteUpdateAsync(set => set
                .SetProperty(stored => stored.LeaseUntil, row.LeaseUntil - time).SetProperty(stored => stored.ReceivedAt, row.ReceivedAt - time));
        }
    }

    public static InboxItem InboxItem(string key, string person = "U1", string payload = "{}") => new(key, "T1", person, 0, payload);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private sealed class Observing(InboxFixture fixture, Observer observer) : IDbContextFactory<ChatStore>
    {
        public ChatStore CreateDbContext() => fixture.Open(observer);
    }

    private sealed class Observer(Action<string> see) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            see(command.CommandText);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            see(command.CommandText);
            return ValueTask.FromResult(result);
        }
    }
}
