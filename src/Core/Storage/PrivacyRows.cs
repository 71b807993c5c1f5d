namespace AccountNudge.Core.Storage;

/// <summary>What was done with personal data.</summary>
public enum PrivacyAct
{
    /// <summary>Somebody was forgotten because a manager said so.</summary>
    Forgotten,

    /// <summary>Somebody’s data had had its time.</summary>
    Expired,

    /// <summary>Somebody objected to being thought of.</summary>
    Objected,

    /// <summary>They took that back.</summary>
    ObjectionWithdrawn,

    /// <summary>All about one person was handed to a manager.</summary>
    PersonExported,

    /// <summary>A team's clients and contacts were handed to a manager.</summary>
    TeamExported,

    /// <summary>Noted talks had had their time.</summary>
    TalksExpired,
}

/// <summary>One line of what was done with personal data: who did it, when and to how much; never to whom.</summary>
public sealed class AuditEntry : ITeamOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>Who; null for what happens by itself.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>What.</summary>
    public required PrivacyAct Act { get; init; }

    /// <summary>How many records or people.</summary>
    public required int Count { get; init; }
}

/// <summary>One thing by which somebody who was erased would be told if a file brought them again: a keyed hash, from which nobody learns who it was.</summary>
public sealed class ErasedKey : ITeamOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>See <see cref="ErasedKeys"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>When they were erased.</summary>
    public required Instant At { get; init; }
}

/// <summary>The one row with the secret behind <see cref="ErasedKey.Hash"/>, where no master key is configured.</summary>
public sealed class ErasureSecret
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; } = 1;

    /// <summary>Random bytes.</summary>
    public required byte[] Secret { get; init; }
}

/// <summary>A file that waits to be fetched, once, by whoever asked for it.</summary>
public sealed class ExportFile : ITeamOwned
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <summary>Who asked for it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>SHA-256 of what its address ends in.</summary>
    public required string TokenHash { get; init; }

    /// <summary>What the file is called; never whom it is about.</summary>
    public required string Name { get; init; }

    /// <summary>The file.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Until when it can be fetched.</summary>
    public required Instant ExpiresAt { get; init; }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.HasIndex(entry => new { entry.TeamId, entry.At });
    }
}

internal sealed class ErasedKeyTable : IEntityTypeConfiguration<ErasedKey>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<ErasedKey> builder)
    {
        builder.ToTable("erased_keys");
        builder.Property(key => key.Hash).HasMaxLength(64);
        builder.HasIndex(key => new { key.TeamId, key.Hash }).IsUnique();
    }
}

internal sealed class ErasureSecretTable : IEntityTypeConfiguration<ErasureSecret>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<ErasureSecret> builder) => builder.ToTable("erasure_secret");
}

internal sealed class ExportFileTable : IEntityTypeConfiguration<ExportFile>
{
    public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<ExportFile> builder)
    {
        builder.ToTable("export_files");
        builder.Property(file => file.TokenHash).HasMaxLength(64);
        builder.Property(file => file.Name).HasMaxLength(120);
        builder.HasIndex(file => file.TokenHash).IsUnique();
        builder.HasIndex(file => file.ExpiresAt);
    }
}
