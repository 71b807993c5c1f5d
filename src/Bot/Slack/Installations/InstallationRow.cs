using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Bot.Slack.Installations;

/// <summary>The app in one workspace, or in all of an organisation's. All instants are real time.</summary>
internal sealed class InstallationRow
{
    /// <summary>The workspace's id (<c>T…</c>), or the organisation's (<c>E…</c>) when <see cref="IsOrgWide"/>.</summary>
    public required string OwnerId { get; init; }

    public bool IsOrgWide { get; set; }

    public string? EnterpriseId { get; set; }

    public string BotUserId { get; set; } = "";

    public string BotId { get; set; } = "";

    /// <summary>The bot token, encrypted; null once ended, and where the token comes from the settings.</summary>
    public string? Token { get; set; }

    /// <summary>With token rotation: buys the next token, once; encrypted.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Until when Slack takes the token; null for ever.</summary>
    public Instant? TokenExpiresAt { get; set; }

    /// <summary>From when on the token is to be renewed.</summary>
    public Instant? RenewAt { get; set; }

    /// <summary>Somebody is renewing it; afterwards somebody else may try.</summary>
    public Instant? RenewingUntil { get; set; }

    /// <summary>What the token allows, as Slack wrote it: comma-separated.</summary>
    public string Scopes { get; set; } = "";

    public Instant InstalledAt { get; set; }

    /// <summary>Slack's id of whoever installed it; null when the settings did.</summary>
    public string? InstalledBy { get; set; }

    public Instant? EndedAt { get; set; }

    /// <summary>The fingerprint of the settings' token, when it was recognised as this installation's.</summary>
    public string? ConfiguredAs { get; set; }

    /// <summary>The concurrency token; counts the writes.</summary>
    public int Version { get; set; }
}

/// <summary>A workspace whose organisation has the app: what tells which installation is its own.</summary>
internal sealed class WorkspaceRow
{
    public required string WorkspaceId { get; init; }

    public required string EnterpriseId { get; set; }
}

internal sealed class InstallationTable : IEntityTypeConfiguration<InstallationRow>, IEntityTypeConfiguration<WorkspaceRow>
{
    public void Configure(EntityTypeBuilder<InstallationRow> builder)
    {
        builder.ToTable("slack_installations");
        builder.HasKey(row => row.OwnerId);
        builder.Property(row => row.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<WorkspaceRow> builder)
    {
        builder.ToTable("slack_workspaces");
        builder.HasKey(row => row.WorkspaceId);
        builder.HasIndex(row => row.EnterpriseId);
    }
}
