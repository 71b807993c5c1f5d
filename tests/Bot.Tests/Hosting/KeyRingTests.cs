using System.Security.Cryptography;
using System.Xml.Linq;
using AccountNudge.Bot.Hosting;
using AccountNudge.Bot.Storage;
using AccountNudge.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AccountNudge.Bot.Tests.Hosting;

public sealed class KeyRingTests : IDisposable
{
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

    private async Task<ServiceProvider> Start(byte[]? secret, string? postgres = null)
    {
        var settings = new BotSettings
        {
            Listeners = [], IsLocal = true, StoragePath = folder.File("bot.db"), Postgres = postgres, MasterKey = secret,
            Clock = ClockMode.System, TeamsAllowUnauthenticated = false,
        };
        var services = new ServiceCollection().AddLogging(log => log.ClearProviders()).AddSingleton<IClock>(SystemClock.Instance).AddStorage(settings).AddKeyRing(settings).BuildServiceProvider();
        (await services.MigrateStorage(settings)).ShouldBeNull();
        return services;
    }

    private static async Task<string> Stored(ServiceProvider services)
    {
        await using var store = await services.GetRequiredService<IDbContextFactory<ChatStore>>().CreateDbContextAsync();
        return (await store.Set<KeyRingElement>().SingleAsync()).Xml;
    }
}
