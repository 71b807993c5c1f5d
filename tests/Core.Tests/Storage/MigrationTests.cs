using System.Runtime.Versioning;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace AccountNudge.Core.Tests.Storage;

public class MigrationTests
{
    public static TheoryData<DatabaseKind> Kinds => [.. Database.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Any_number_of_nodes_may_start_at_once(DatabaseKind kind)
    {
        await using var database = await Database.CreateEmpty(kind);
        var (inside, most, runs) = (0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => database.On(database.Clock).Migrate(
            async cancellation =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                await Task.Delay(20, cancellation);
                runs++;
                Interlocked.Decrement(ref inside);
            },
            CancellationToken.None))));

        (runs, most).ShouldBe((8, 1));
        (await Office.Open(database)).Scope.TeamIds.ShouldHaveSingleItem();
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task New_holiday_or_zone_tables_wake_every_account_and_known_ones_none(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        var office = await Office.Open(database);
        var account = await office.Win("Weber GmbH");
        var sweep = new Sweep(database.Stores, NullLogger<Sweep>.Instance);
        await sweep.Run(database.Now, CancellationToken.None);
        var asleep = (await office.Read(account)).LookAgainAt;

        await database.Stores.Migrate(CancellationToken.None);
        (await office.Read(account)).LookAgainAt.ShouldBe(asleep);

        await using (var store = database.Stores.Open(Scope.Nothing))
        {
            await store.Set<TableState>().ExecuteUpdateAsync(set => set.SetProperty(state => state.Versions, "of last year"));
        }

        await database.Stores.Migrate(CancellationToken.None);
        (await office.Read(account)).LookAgainAt.ShouldBe(database.Now);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_migrations_fit_the_model(DatabaseKind kind)
    {
        await using var database = await Database.Create(kind);
        await using var store = database.Stores.Open(Scope.Nothing);
        store.Database.HasPendingModelChanges().ShouldBeFalse("write a migration with tools/add-migration");
        (await store.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lock_left_behind_by_a_killed_process_does_not_keep_the_next_one_from_starting()
    {
        await using var database = await Database.CreateEmpty(DatabaseKind.Sqlite);
        await using (var store = database.Stores.Open(Scope.Nothing))
        {
            await store.Database.ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01')""");
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await database.Stores.Migrate(limit.Token);
    }

    [Fact, SupportedOSPlatform("linux")]
    public async Task An_SQLite_file_is_readable_by_its_user_only_and_lets_readers_read_beside_a_writer()
    {
        await using var database = await Database.CreateEmpty(DatabaseKind.Sqlite);
        await database.Stores.Migrate(CancellationToken.None);

        File.GetUnixFileMode(database.ConnectionString.Split('=')[1]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var store = database.Stores.Open(Scope.Nothing);
        (await store.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync()).ShouldBe("wal");
        (await store.Database.SqlQueryRaw<int>("SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync()).ShouldBe(1);
    }
}
