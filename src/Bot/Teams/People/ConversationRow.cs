using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Bot.Teams.People;

/// <summary>One chat or channel of a tenant: where we are, where it is reached, and who hears it. All nodes know the same.</summary>
internal sealed class ConversationRow
{
    public const string Personal = "personal";
    public const string Channel = "channel";
    private const string Shared = "shared";

    /// <summary>How much later an unremarkable message must be before it is worth a write.</summary>
    private const long Coarse = 60 * 60 * 1000;

    public required string TenantId { get; init; }

    /// <summary>The chat or channel without any thread. A team's first channel has the id of the team.</summary>
    public required string ConversationId { get; init; }

    /// <summary><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>The Microsoft team of a channel.</summary>
    public string? TeamId { get; set; }

    /// <summary>The other one in a personal chat.</summary>
    public string? PersonId { get; set; }

    public string? Name { get; set; }

    /// <summary>With a trailing slash.</summary>
    public string ServiceUrl { get; set; } = "";

    public string BotId { get; set; } = "";

    /// <summary>As last told: <c>standard</c>, <c>private</c> or <c>shared</c>; null when it was not.</summary>
    public string? ChannelType { get; set; }

    public bool IsShared { get; set; }

    public bool HasGuests { get; set; }

    /// <summary>Real time at which the reading of <see cref="IsShared"/> and <see cref="HasGuests"/> began; null when they are to be read anew.</summary>
    public Instant? CheckedAt { get; set; }

    /// <summary>Real time; null while we are there.</summary>
    public Instant? EndedAt { get; set; }

    /// <summary>
    /// Until when we know by Teams' own clock whether we are there, in Unix milliseconds: what is older is no news. Zero when
    /// nobody told us yet, because we opened the chat ourselves.
    /// </summary>
    public long ToldAt { get; set; }

    /// <summary>Another one with every write, so that a reading that began before does not overwrite what was heard since. No clocks need agree.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Learns what an activity tells of its conversation; whether anything was new.</summary>
    public bool Learn(ConversationInfo info)
    {
        var before = (Kind, TeamId, PersonId, Name, ServiceUrl, BotId, ChannelType);
        (Kind, ServiceUrl, BotId) = (info.Kind, info.ServiceUrl, info.BotId);
        (TeamId, PersonId, Name) = (info.TeamId ?? TeamId, info.PersonId ?? PersonId, info.Name ?? Name);
        if (info.ChannelType is { } type && type != ChannelType) LearnType(type);
        return before != (Kind, TeamId, PersonId, Name, ServiceUrl, BotId, ChannelType);
    }

    /// <summary>Somebody spoke to us there, so we are there.</summary>
    public bool Spoken(long at)
    {
        if (EndedAt is not null) return Came(at);
        if (at < ToldAt + Coarse) return false;
        ToldAt = at;
        return true;
    }

    /// <summary>We were let in, perhaps again. Who is there by now is not known. False when we were put out later than that, or in the same moment.</summary>
    public bool Came(long at)
    {
        if (at <= ToldAt) return false;
        (ToldAt, EndedAt) = (at, null);
        return MarkUnchecked();
    }

    /// <summary>We were put out. False when we were let in again later than that.</summary>
    public bool Left(long at, Instant now)
    {
        if (at < ToldAt || (at == ToldAt && EndedAt is not null)) return false;
        (ToldAt, EndedAt) = (at, EndedAt ?? now);
        return MarkUnchecked();
    }

    /// <summary>Who hears it may have changed.</summary>
    public bool MarkUnchecked()
    {
        CheckedAt = null;
        return true;
    }

    /// <summary>The channel was shared, or is no longer.</summary>
    public bool Share(bool isShared)
    {
        (ChannelType, IsShared) = isShared ? (Shared, true) : (null, IsShared);
        return MarkUnchecked();
    }

    /// <summary>Whether a channel of this type has other teams in it, of one's own organisation or of another.</summary>
    public static bool IsSharedType(string? type) => string.Equals(type, Shared, StringComparison.OrdinalIgnoreCase);

    private void LearnType(string type)
    {
        ChannelType = type;
        MarkUnchecked();
    }
}

internal sealed class ConversationTable : IEntityTypeConfiguration<ConversationRow>
{
    public void Configure(EntityTypeBuilder<ConversationRow> builder)
    {
        builder.ToTable("teams_conversations").HasKey(row => new { row.TenantId, row.ConversationId });
        builder.Property(row => row.Stamp).HasMaxLength(32).IsConcurrencyToken();
        builder.HasIndex(row => new { row.TenantId, row.PersonId });
        builder.HasIndex(row => new { row.TenantId, row.TeamId });
    }
}
