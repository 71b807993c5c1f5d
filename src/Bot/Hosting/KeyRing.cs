using System.Security.Cryptography;
using System.Xml.Linq;
using AccountNudge.Bot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;

namespace AccountNudge.Bot.Hosting;

/// <summary>One element of the key ring: a key or a revocation.</summary>
internal sealed class KeyRingElement
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class KeyRingElements : IEntityTypeConfiguration<KeyRingElement>
{
    public void Configure(EntityTypeBuilder<KeyRingElement> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.HasKey(element => element.Name);
        builder.Property(element => element.Name).HasColumnName("name");
        builder.Property(element => element.Xml).HasColumnName("xml");
    }
}

/// <summary>The keys that protect platform tokens and cookies lie in our own database, so that all nodes share them.</summary>
internal sealed class KeyRing(IDbContextFactory<ChatStore> stores) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var store = stores.CreateDbContext();
        return [.. store.Set<KeyRingElement>().AsNoTracking().Select(element => element.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var store = stores.CreateDbContext();
        store.Add(new KeyRingElement { Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        store.SaveChanges();
    }
}

/// <summary>Puts the key ring into the host.</summary>
public static class KeyRingRegistration
{
    /// <summary>Data protection over our own table, wrapped if there is a master key. Needs <c>AddStorage</c>.</summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.MasterKey is { } secret)
        {
            services.AddSingleton(new MasterKey(secret));
        }

        services.AddDataProtection().SetApplicationName("AccountNudge");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeyRing(provider.GetRequiredService<IDbContextFactory<ChatStore>>());
            options.XmlEncryptor = provider.GetService<MasterKey>() is { } key ? new MasterKeyEncryptor(key) : new NullXmlEncryptor();
        }));
        return services;
    }

    /// <summary>
    /// Tries every stored key once the tables are there. The key ring itself would pass over a key it cannot open and
    /// quietly make a new one, and whatever the old one protects would be lost.
    /// </summary>
    /// <returns>What is wrong, in one sentence; null when all is well.</returns>
    public static string? CheckKeyRing(this IServiceProvider services)
    {
        var wrapped = new KeyRing(services.GetRequiredService<IDbContextFactory<ChatStore>>()).GetAllElements()
            .SelectMany(element => element.Descendants(MasterKeyEncryptor.ElementName));
        var decryptor = new MasterKeyDecryptor(services);
        try
        {
            foreach (var element in wrapped)
            {
                decryptor.Decrypt(element);
            }
        }
        catch (CryptographicException e)
        {
            return e.Message;
        }

        if (services.GetService<MasterKey>() is null)
        {
            services.GetRequiredService<ILogger<MasterKey>>().LogInformation(
                "Without Secrets:MasterKey the key ring lies unwrapped in the database file, which only its user can read.");
        }

        return null;
    }
}
