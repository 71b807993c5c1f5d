using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Storage;
using AccountNudge.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class KeyRingTests : IDisposable
{
    /// <summary>Of the rings in the folder KeyRings.</summary>
    private static readonly byte[] OldSecret = "the master key of the test rings"u8.ToArray();

    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_one_process_protects_another_opens(bool wrapped)
    {
        var secret = wrapped ? Secret : null;
        await using var first = await Start(secret);
        await using var second = await Start(secret);

        var token = first.GetDataProtector("tokens").Protect("xoxb-1");

        second.GetDataProtector("tokens").Unprotect(token).ShouldBe("xoxb-1");
        second.CheckKeyRing().ShouldBeNull();
    }

    [Fact]
    public async Task On_PostgreSQL_as_well()
    {
        var database = await (await PostgresCluster.Shared()).CreateDatabase();
        await using var first = await Start(Secret, database);
        await using var second = await Start(Secret, database);

        var token = first.GetDataProtector("tokens").Protect("xoxb-1");

        second.GetDataProtector("tokens").Unprotect(token).ShouldBe("xoxb-1");
    }

    /// <summary>The rings, and below each what it protects, come from the version that kept them with code of its own.</summary>
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "Wrapped")]
    [InlineData(DatabaseKind.Sqlite, "Plain")]
    [InlineData(DatabaseKind.Postgres, "Wrapped")]
    public async Task What_an_older_version_protected_still_opens(DatabaseKind kind, string ring)
    {
        var lines = Repository.Read($"tests/Bot.Tests/Hosting/KeyRings/{ring}.txt").Split('\n');
        var (xml, token) = (lines[0], lines[1]);
        var database = kind == DatabaseKind.Postgres ? await (await PostgresCluster.Shared()).CreateDatabase() : null;
        var secret = ring == "Wrapped" ? OldSecret : null;
        await using (var older = Build(secret, database))
        {
            var name = $"key-{XElement.Parse(xml).Attribute("id")!.Value}";
            await using var store = older.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContext();
            await store.GetService<IMigrator>().MigrateAsync("AddTeams");
            await store.Database.ExecuteSqlAsync($"INSERT INTO data_protection_keys (name, xml) VALUES ({name}, {xml})");
        }

        await using var services = await Start(secret, database);

        services.CheckKeyRing().ShouldBeNull();
        services.GetDataProtector("tokens").Unprotect(token).ShouldBe("xoxb-1");
    }

    /// <summary>During an upgrade, nodes of both versions share the table.</summary>
    [Fact]
    public async Task A_key_lies_in_the_table_as_older_versions_read_it()
    {
        await using var services = await Start(Secret);
        services.GetDataProtector("tokens").Protect("x");

        await using var store = await services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();
        var names = await store.Database.SqlQuery<string>($"""SELECT name AS "Value" FROM data_protection_keys""").ToListAsync();
        var texts = await store.Database.SqlQuery<string>($"""SELECT xml AS "Value" FROM data_protection_keys""").ToListAsync();

        names.ShouldHaveSingleItem().ShouldBe($"key-{XElement.Parse(texts.ShouldHaveSingleItem()).Attribute("id")!.Value}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_key_gets_into_the_log_however_much_it_tells(bool wrapped)
    {
        using var lines = new Lines();
        await using var services = await Start(wrapped ? Secret : null, log: log => log.AddProvider(lines).SetMinimumLevel(LogLevel.Trace));

        services.GetDataProtector("tokens").Protect("x");
        services.CheckKeyRing().ShouldBeNull();

        lines.All.ShouldContain(line => line.Contains("key ring", StringComparison.OrdinalIgnoreCase), "the log is heard");
        lines.All.ShouldNotContain(line => line.Contains("<descriptor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrapped_ring_shows_no_key()
    {
        await using var services = await Start(Secret);
        services.GetDataProtector("tokens").Protect("x");

        var stored = await Stored(services);

        stored.ShouldContain("masterKeyWrapped");
        stored.ShouldNotContain("masterKey>");
        stored.ShouldNotContain("<value>");
        var key = services.GetRequiredService<IKeyManager>().GetAllKeys().ShouldHaveSingleItem();
        var exported = ((dynamic)key.Descriptor).ExportToXml().SerializedDescriptorElement as XElement;
        stored.ShouldNotContain(exported!.Descendants("value").Single().Value);
    }

    [Fact]
    public async Task Another_master_key_is_noticed_and_named()
    {
        await using (var first = await Start(Secret))
        {
            first.GetDataProtector("tokens").Protect("x");
        }

        await using var second = await Start(RandomNumberGenerator.GetBytes(32));

        second.CheckKeyRing().ShouldBe("Secrets:MasterKey is not the one the stored keys were wrapped with.");
    }

    [Fact]
    public async Task A_lost_master_key_is_noticed_and_named()
    {
        await using (var first = await Start(Secret))
        {
            first.GetDataProtector("tokens").Protect("x");
        }

        await using var second = await Start(secret: null);

        second.CheckKeyRing().ShouldBe("Secrets:MasterKey is missing, and the stored keys were wrapped with it.");
    }

    [Fact]
    public void Wrapping_twice_never_looks_the_same()
    {
        var key = new MasterKey(Secret);
        var plain = new XElement("key", "geheim");

        key.Wrap(plain).ShouldNotBe(key.Wrap(plain));
        key.Unwrap(key.Wrap(plain)).ToString().ShouldBe(plain.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(13)]
    [InlineData(29)]
    [InlineData(-1)]
    public void A_changed_byte_anywhere_is_noticed(int at)
    {
        var key = new MasterKey(Secret);
        var bytes = Convert.FromBase64String(key.Wrap(new XElement("key", "geheim")));
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;

        Should.Throw<CryptographicException>(() => key.Unwrap(Convert.ToBase64String(bytes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AQID")]
    [InlineData("no base64!")]
    public void What_was_never_wrapped_is_noticed(string text) => Should.Throw<CryptographicException>(() => new MasterKey(Secret).Unwrap(text));

    private async Task<ServiceProvider> Start(byte[]? secret, string? postgres = null, Action<ILoggingBuilder>? log = null)
    {
        var services = Build(secret, postgres, log);
        (await services.MigrateStorage(postgres)).ShouldBeNull();
        return services;
    }

    private ServiceProvider Build(byte[]? secret, string? postgres = null, Action<ILoggingBuilder>? log = null)
    {
        var settings = new BotSettings
        {
            Listeners = [], IsLocal = true, StoragePath = folder.File("bot.db"), Postgres = postgres, MasterKey = secret,
            Clock = ClockMode.System,
        };
        return new ServiceCollection().AddLogging(log ?? (quiet => quiet.ClearProviders())).AddSingleton<IClock>(SystemClock.Instance)
            .AddStorage(settings.Postgres, settings.StoragePath).AddKeyRing(settings).BuildServiceProvider();
    }

    private static async Task<string> Stored(ServiceProvider services)
    {
        await using var store = await services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();
        return (await store.DataProtectionKeys.SingleAsync()).Xml!;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
