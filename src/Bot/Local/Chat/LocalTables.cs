using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Bot.Local.Chat;

/// <summary>Somebody who can be spoken as on the local page.</summary>
public sealed class LocalPerson
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Such as <c>de-CH</c>.</summary>
    public required string Locale { get; set; }

    public required DateTimeZone Zone { get; set; }

    /// <summary>From outside the company.</summary>
    public bool IsGuest { get; set; }
}

/// <summary>A channel of the local page.</summary>
public sealed class LocalChannel
{
    public required string Id { get; init; }

    /// <summary>Without a leading #.</summary>
    public required string Name { get; set; }

    /// <summary>Outsiders are in it.</summary>
    public bool IsShared { get; set; }

    public List<LocalMembership> Members { get; } = [];
}

/// <summary>A person in a channel.</summary>
public sealed class LocalMembership
{
    public required string ChannelId { get; init; }

    public required string PersonId { get; init; }
}

/// <summary>A message in a channel or in somebody's direct messages.</summary>
public sealed class LocalMessage
{
    /// <summary>Counts up over all places; also the message's id.</summary>
    public long Sequence { get; init; }

    /// <summary>Unique, so that one act or one nudge leaves one message.</summary>
    public required string Key { get; init; }

    /// <summary>A channel's id or <see cref="LocalPlace.Direct"/>.</summary>
    public required string Place { get; init; }

    /// <summary>Who wrote it; null when it was the bot.</summary>
    public string? AuthorId { get; init; }

    /// <summary>The only person who sees it; null when everyone in the place does.</summary>
    public string? OnlyFor { get; init; }

    /// <summary>See <see cref="CardJson"/>.</summary>
    public required string Card { get; set; }

    public Instant Posted { get; init; }

    /// <summary>How often its card was replaced.</summary>
    public int Edits { get; set; }
}

/// <summary>Up to where a person has read a place.</summary>
public sealed class LocalReading
{
    public required string PersonId { get; init; }

    public required string Place { get; init; }

    public long Sequence { get; set; }
}

internal sealed class LocalPersonTable : IEntityTypeConfiguration<LocalPerson>
{
    public void Configure(EntityTypeBuilder<LocalPerson> builder)
    {
        builder.ToTable("local_people").HasKey(person => person.Id);
        builder.Property(person => person.Id).HasMaxLength(80);
        builder.Property(person => person.Name).HasMaxLength(120);
        builder.Property(person => person.Locale).HasMaxLength(20);
        builder.Property(person => person.Zone).HasMaxLength(60);
    }
}

internal sealed class LocalChannelTable : IEntityTypeConfiguration<LocalChannel>
{
    public void Configure(EntityTypeBuilder<LocalChannel> builder)
    {
        builder.ToTable("local_channels").HasKey(channel => channel.Id);
        builder.Property(channel => channel.Id).HasMaxLength(80);
        builder.Property(channel => channel.Name).HasMaxLength(120);
        builder.HasMany(channel => channel.Members).WithOne().HasForeignKey(member => member.ChannelId);
    }
}

internal sealed class LocalMembershipTable : IEntityTypeConfiguration<LocalMembership>
{
    public void Configure(EntityTypeBuilder<LocalMembership> builder)
    {
        builder.ToTable("local_members").HasKey(member => new { member.ChannelId, member.PersonId });
        builder.Property(member => member.PersonId).HasMaxLength(80);
        builder.HasOne<LocalPerson>().WithMany().HasForeignKey(member => member.PersonId);
    }
}

internal sealed class LocalMessageTable : IEntityTypeConfiguration<LocalMessage>
{
    public void Configure(EntityTypeBuilder<LocalMessage> builder)
    {
        builder.ToTable("local_messages").HasKey(message => message.Sequence);
        builder.Property(message => message.Key).HasMaxLength(300);
        builder.Property(message => message.Place).HasMaxLength(90);
        builder.Property(message => message.AuthorId).HasMaxLength(80);
        builder.Property(message => message.OnlyFor).HasMaxLength(80);
        builder.HasIndex(message => message.Key).IsUnique();
        builder.HasIndex(message => new { message.Place, message.Sequence });
    }
}

internal sealed class LocalReadingTable : IEntityTypeConfiguration<LocalReading>
{
    public void Configure(EntityTypeBuilder<LocalReading> builder)
    {
        builder.ToTable("local_readings").HasKey(reading => new { reading.PersonId, reading.Place });
        builder.Property(reading => reading.PersonId).HasMaxLength(80);
        builder.Property(reading => reading.Place).HasMaxLength(90);
    }
}
