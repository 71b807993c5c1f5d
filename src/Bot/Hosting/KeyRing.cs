using System.Security.Cryptography;
using AccountNudge.Bot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Options;

namespace AccountNudge.Bot.Hosting;

/// <summary>The framework's rows under their names; the number it would give them says nothing and is not kept.</summary>
internal sealed class KeyRingRows : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_keys");
        builder.Ignore(key => key.Id);
        builder.HasKey(key => key.FriendlyName);
        builder.Property(key => key.FriendlyName).HasColumnName("name");
        builder.Property(key => key.Xml).HasColumnName("xml").IsRequired();
    }
}

/// <summary>Puts the key ring into the host.</summary>
public static class KeyRingRegistration
{
    /// <summary>
    /// The keys that protect platform tokens and cookies lie in our own database, so that all nodes share them, and wrapped if there
    /// is a master key. Needs <c>AddStorage</c>.
    /// </summary>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.MasterKey is { } secret)
        {
            services.AddSingleton(new MasterKey(secret)).AddSingleton(MasterKey.ForErased(secret));
        }

        services.AddDataProtection().SetApplicationName("AccountNudge").PersistKeysToDbContext<ChatStore>();
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((options, provider) =>
            options.XmlEncryptor = provider.GetService<MasterKey>() is { } key ? new MasterKeyEncryptor(key) : new NullXmlEncryptor());
        // At Debug it writes every stored key into the log.
        services.AddLogging(log => log.AddFilter(typeof(DataProtectionKey).Namespace, LogLevel.Information));
        return services;
    }

    /// <summary>
    /// Tries every stored key once the tables are there. The key ring itself would pass over a key it cannot open and
    /// quietly make a new one, and whatever the old one protects would be lost.
    /// </summary>
    /// <returns>What is wrong, in one sentence; null when all is well.</returns>
    public static string? CheckKeyRing(this IServiceProvider services)
    {
        var wrapped = services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.XmlRepository!.GetAllElements()
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
