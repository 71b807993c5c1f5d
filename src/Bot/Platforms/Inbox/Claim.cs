using System.ComponentModel.DataAnnotations.Schema;
using System.Diagnostics;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>A row of the inbox that nobody else may work on until its lease ends.</summary>
internal sealed class Claim
{
    private readonly Stopwatch since = Stopwatch.StartNew();

    public long Sequence { get; set; }

    public required string Key { get; set; }

    public required string WorkspaceId { get; set; }

    public required string PersonId { get; set; }

    /// <summary>See <see cref="InboxItem.Kind"/>.</summary>
    public int Kind { get; set; }

    public string? Payload { get; set; }

    public InboxState State { get; set; }

    public string? Calls { get; set; }

    /// <summary>The lease, by whose end it is recognised as ours.</summary>
    public DateTime LeaseUntil { get; set; }

    /// <summary>The database's time of the claim.</summary>
    public DateTime ClaimedAt { get; set; }

    /// <summary>The number of this attempt; the first is 1.</summary>
    public int Attempts { get; set; }

    public DateTime ReceivedAt { get; set; }

    /// <summary>Its answer was stored with what was recorded, in one transaction.</summary>
    [NotMapped]
    public bool IsAnswered { get; set; }

    /// <summary>The end of the lease as it is written.</summary>
    public Instant Until => Instantly(LeaseUntil);

    /// <summary>The database's time now, reckoned from when the claim was made, whatever this machine's clock says.</summary>
    public Instant DatabaseNow => Instantly(ClaimedAt) + Duration.FromTimeSpan(since.Elapsed);

    /// <summary>Real time since it arrived, up to a second more than it is.</summary>
    public Duration Age => Instantly(ClaimedAt) - Instantly(ReceivedAt) + Duration.FromTimeSpan(since.Elapsed);

    private static Instant Instantly(DateTime stored) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
