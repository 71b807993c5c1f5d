using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>How far something that arrived has come.</summary>
internal enum InboxState
{
    /// <summary>Stored.</summary>
    Waiting,

    /// <summary>Done, and its answer is still to be sent.</summary>
    Answered,

    /// <summary>Nothing is left to do; kept so that a redelivery is known.</summary>
    Done,
}

/// <summary>Something a person did on a platform, from its arrival until no redelivery can come any more. Each platform has a table of its own.</summary>
internal abstract class InboxRow
{
    /// <summary>The order of arrival.</summary>
    public long Sequence { get; init; }

    /// <summary>The same for a redelivery.</summary>
    public required string Key { get; init; }

    public required string WorkspaceId { get; init; }

    /// <summary>Whose it is: what one person does is worked in its order.</summary>
    public required string PersonId { get; init; }

    /// <summary>See <see cref="InboxItem.Kind"/>.</summary>
    public required int Kind { get; init; }

    /// <summary>What the platform delivered, JSON; null once it is worked.</summary>
    public string? Payload { get; init; }

    public required InboxState State { get; init; }

    /// <summary>What is still to be sent, JSON; null when nothing is.</summary>
    public string? Calls { get; init; }

    /// <summary>Until when, in the database's time, somebody works on it or it is to wait.</summary>
    public required Instant LeaseUntil { get; init; }

    /// <summary>How often somebody began to work on it and did not come to an end.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it arrived, in the database's time.</summary>
    public required Instant ReceivedAt { get; init; }
}

/// <summary>A platform's inbox in the database.</summary>
/// <param name="name">Of the table.</param>
/// <param name="longestId">Characters that the platform's ids may have.</param>
internal abstract class InboxTable<TRow>(string name, int longestId) : IEntityTypeConfiguration<TRow>
    where TRow : InboxRow
{
    private const string Open = "\"State\" < 2";

    public void Configure(EntityTypeBuilder<TRow> builder)
    {
        builder.ToTable(name).HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).ValueGeneratedOnAdd();
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.WorkspaceId).HasMaxLength(longestId);
        builder.Property(row => row.PersonId).HasMaxLength(longestId);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.Sequence, $"IX_{name}_open").HasFilter(Open);
        builder.HasIndex(row => new { row.WorkspaceId, row.PersonId, row.Sequence }, $"IX_{name}_person").HasFilter(Open);
    }
}
