using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace AccountNudge.Bot.Slack.Inbound.Inbox;

/// <summary>How far something from Slack has come.</summary>
internal enum InboxState
{
    /// <summary>Stored.</summary>
    Waiting,

    /// <summary>Done, and its answer is still to be sent.</summary>
    Answered,

    /// <summary>Nothing is left to do; kept so that a redelivery is known.</summary>
    Done,
}

/// <summary>Something a person did in Slack, from its arrival until no redelivery can come any more.</summary>
internal sealed class InboxRow
{
    /// <summary>The order of arrival.</summary>
    public long Sequence { get; init; }

    /// <summary>The same for a redelivery.</summary>
    public required string Key { get; init; }

    /// <summary>Slack's team id.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>Whose it is: what one person does is worked in its order.</summary>
    public required string PersonId { get; init; }

    public required SlackKind Kind { get; init; }

    /// <summary>What Slack delivered, JSON; null once it is worked.</summary>
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

internal sealed class InboxTable : IEntityTypeConfiguration<InboxRow>
{
    private const string Open = "\"State\" < 2";

    public void Configure(EntityTypeBuilder<InboxRow> builder)
    {
        builder.ToTable("slack_inbox").HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).ValueGeneratedOnAdd();
        builder.Property(row => row.Key).HasMaxLength(200);
        builder.Property(row => row.WorkspaceId).HasMaxLength(80);
        builder.Property(row => row.PersonId).HasMaxLength(80);
        builder.HasIndex(row => row.Key).IsUnique();
        builder.HasIndex(row => row.Sequence, "IX_slack_inbox_open").HasFilter(Open);
        builder.HasIndex(row => new { row.WorkspaceId, row.PersonId, row.Sequence }, "IX_slack_inbox_person").HasFilter(Open);
    }
}
