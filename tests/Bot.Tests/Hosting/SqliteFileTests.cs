using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;
using AccountNudge.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class SqliteFileTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_file_and_what_lies_beside_it_are_for_its_user_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = folder.File("new/deeper/bot.db");
        await using var services = Services(path);
        (await services.MigrateStorage(postgres: null)).ShouldBeNull();
        await using var store = await Open(services);
        // The files beside it exist for certain while someone writes.
        await using var writing = await store.Database.BeginTransactionAsync();

        foreach (var file in new[] { path, path + "-wal", path + "-shm" })
        {
            File.GetUnixFileMode(file).ShouldBe(Own);
        }

        File.GetUnixFileMode(folder.File("new/deeper")).ShouldBe(Own | UnixFileMode.UserExecute);
    }

    [Fact]
    public void A_file_others_could_read_is_closed_to_them()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var path = folder.File("bot.db");
        File.WriteAllText(path, "");
        File.SetUnixFileMode(path, Own | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        SqliteFile.Prepare(path).ShouldBeNull();

        File.GetUnixFileMode(path).ShouldBe(Own);
    }

    [Fact]
    public void A_place_that_cannot_be_is_named()
    {
        File.WriteAllText(folder.File("file"), "");

        SqliteFile.Prepare(folder.File("file/bot.db")).ShouldNotBeNull().ShouldStartWith("Storage:Path cannot be used: ");
    }

    [Fact]
    public async Task Every_connection_keeps_foreign_keys_a_write_ahead_log_and_patience()
    {
        var path = folder.File("bot.db");
        await using var services = Services(path);
        (await services.MigrateStorage(postgres: null)).ShouldBeNull();
        await using var store = await Open(services);

        (await Pragma(store, "foreign_keys")).ShouldBe("1");
        (await Pragma(store, "journal_mode")).ShouldBe("wal");
        (await Pragma(store, "busy_timeout")).ShouldBe("10000");
    }

    [Fact]
    public async Task A_store_can_be_had_by_the_scope_and_by_the_factory()
    {
        await using var services = Services(folder.File("bot.db"));
        await using var scope = services.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<ChatStore>().ShouldBeOfType<SqliteChatStore>();
        await using var store = await Open(services);
        store.ShouldBeOfType<SqliteChatStore>();
    }

    private static async Task<string?> Pragma(ChatStore store, string name)
    {
        await store.Database.OpenConnectionAsync();
        await using var command = store.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name is one of three literals above.
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    private static Task<ChatStore> Open(ServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();

    private static ServiceProvider Services(string path) =>
        new ServiceCollection().AddLogging().AddSingleton<IClock>(SystemClock.Instance).AddStorage(postgres: null, path).BuildServiceProvider();
}
