using System.Text.Json;

namespace AccountNudge.Bot.Slack.Inbound.Payloads;

/// <summary>How Slack delivered something: what differs between the three kinds of envelope and endpoint.</summary>
internal enum SlackKind
{
    Command,
    Event,
    Interaction,
}

/// <summary>Something Slack delivers.</summary>
internal abstract record SlackInput;

/// <summary>Something a person did that is worked once, after it was stored.</summary>
/// <param name="Key">The same for a redelivery; null when Slack gave it no id.</param>
/// <param name="WorkspaceId">Slack's team id.</param>
/// <param name="PersonId">Who did it.</param>
internal abstract record SlackAction(string? Key, string WorkspaceId, string PersonId) : SlackInput
{
    private const int LongestId = 80;
    private const int LongestKey = 200;

    /// <summary>Everything is there that must be; Slack always sends it.</summary>
    public bool IsComplete => Key is { Length: <= LongestKey } && IsId(WorkspaceId) && IsId(PersonId) && !Key.Any(char.IsControl);

    /// <summary>The workspace and the organisation it belongs to, if Slack names both: the app may be installed in all of it.</summary>
    public (string WorkspaceId, string EnterpriseId)? Organisation { get; init; }

    /// <summary>Opens a form within three seconds, once; null where there is none.</summary>
    public virtual string? TriggerId => null;

    private static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(char.IsAsciiLetterOrDigit);
}

/// <summary>A slash command (docs.slack.dev/interactivity/implementing-slash-commands). It cannot be used in a thread.</summary>
internal sealed record SlashCommand(string? Key, string WorkspaceId, string PersonId, string? Trigger, SlackOrigin Origin, string Text) : SlackAction(Key, WorkspaceId, PersonId)
{
    public override string? TriggerId => Trigger;
}

/// <summary>A message to the bot: its mention in a channel (<c>app_mention</c>) or a line in a direct message (<c>message.im</c>).</summary>
/// <param name="Key">As in <see cref="SlackAction"/>.</param>
/// <param name="WorkspaceId">As in <see cref="SlackAction"/>.</param>
/// <param name="PersonId">As in <see cref="SlackAction"/>.</param>
/// <param name="Origin">Where.</param>
/// <param name="Timestamp">Its id within the channel.</param>
/// <param name="Text">As Slack writes it, with <c>&lt;@U…&gt;</c> and entities.</param>
internal sealed record SlackMessageEvent(string? Key, string WorkspaceId, string PersonId, SlackOrigin Origin, string Timestamp, string Text) : SlackAction(Key, WorkspaceId, PersonId)
{
    /// <summary>The first file that came with it; null where none did.</summary>
    public SlackFile? File { get; init; }
}

/// <summary>A file in a message (docs.slack.dev/reference/objects/file-object).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it can be read with the workspace's token; null where Slack does not say.</param>
internal sealed record SlackFile(string Name, Uri? Address);

/// <summary>A button that was pressed (<c>block_actions</c>).</summary>
/// <param name="Key">As in <see cref="SlackAction"/>.</param>
/// <param name="WorkspaceId">As in <see cref="SlackAction"/>.</param>
/// <param name="PersonId">As in <see cref="SlackAction"/>.</param>
/// <param name="Trigger">See <see cref="SlackAction.TriggerId"/>.</param>
/// <param name="Origin">The message it stands in; the person's own direct message when it stands in the App Home.</param>
/// <param name="ActionId">Without what made it unique in its block.</param>
/// <param name="Value">The button's value.</param>
internal sealed record SlackPress(string? Key, string WorkspaceId, string PersonId, string? Trigger, SlackOrigin Origin, string ActionId, string Value) : SlackAction(Key, WorkspaceId, PersonId)
{
    public override string? TriggerId => Trigger;
}

/// <summary>A form that was submitted (<c>view_submission</c>).</summary>
/// <param name="Key">As in <see cref="SlackAction"/>.</param>
/// <param name="WorkspaceId">As in <see cref="SlackAction"/>.</param>
/// <param name="PersonId">As in <see cref="SlackAction"/>.</param>
/// <param name="View">The form with its values.</param>
internal sealed record SlackSubmission(string? Key, string WorkspaceId, string PersonId, JsonElement View) : SlackAction(Key, WorkspaceId, PersonId);

/// <summary>A shortcut: a global one, or one on a message (<c>shortcut</c>, <c>message_action</c>).</summary>
/// <param name="Key">As in <see cref="SlackAction"/>.</param>
/// <param name="WorkspaceId">As in <see cref="SlackAction"/>.</param>
/// <param name="PersonId">As in <see cref="SlackAction"/>.</param>
/// <param name="Trigger">See <see cref="SlackAction.TriggerId"/>.</param>
/// <param name="CommandId">The command whose form it opens.</param>
/// <param name="Origin">The channel of the message; null for a global one.</param>
/// <param name="MessageTimestamp">The message; null for a global one.</param>
/// <param name="Text">The message's text as Slack writes it.</param>
internal sealed record Shortcut(string? Key, string WorkspaceId, string PersonId, string? Trigger, string CommandId, SlackOrigin? Origin, string? MessageTimestamp, string Text)
    : SlackAction(Key, WorkspaceId, PersonId)
{
    public override string? TriggerId => Trigger;
}

/// <summary>Someone opened the bot's App Home.</summary>
internal sealed record HomeOpened(string? Key, string WorkspaceId, string PersonId) : SlackAction(Key, WorkspaceId, PersonId);

/// <summary>Someone joined a channel; the bot itself, if it was invited.</summary>
/// <param name="Key">As in <see cref="SlackAction"/>.</param>
/// <param name="WorkspaceId">As in <see cref="SlackAction"/>.</param>
/// <param name="PersonId">Who invited; empty when nobody did.</param>
/// <param name="MemberId">Who joined.</param>
/// <param name="Origin">The channel.</param>
/// <param name="MayBeUs">Slack does not say that it is somebody else.</param>
/// <param name="Happened">The whole event.</param>
internal sealed record Joined(string? Key, string WorkspaceId, string PersonId, string MemberId, SlackOrigin Origin, bool MayBeUs, JsonElement Happened) : SlackAction(Key, WorkspaceId, PersonId);

/// <summary>A change among people or channels, for the caches that know them.</summary>
internal sealed record DirectoryEvent(string WorkspaceId, JsonElement Happened) : SlackInput;

/// <summary>The app was uninstalled, or its token revoked.</summary>
/// <param name="WorkspaceId">Slack's team id; the organisation's where Slack names no team.</param>
/// <param name="At">When, if Slack says so.</param>
internal sealed record AppRemoved(string WorkspaceId, Instant? At) : SlackInput;

/// <summary>An organisation's app was taken out of some of its workspaces (docs.slack.dev/reference/events/team_access_revoked).</summary>
/// <param name="WorkspaceIds">Slack's team ids.</param>
/// <param name="At">When, if Slack says so.</param>
internal sealed record AccessRevoked(IReadOnlyList<string> WorkspaceIds, Instant? At) : SlackInput;

/// <summary>Slack kept events back, for there were too many (docs.slack.dev/reference/events/app_rate_limited).</summary>
internal sealed record EventsDropped : SlackInput;

/// <summary>Acknowledged, and nothing more.</summary>
/// <param name="What">Its type, for the log.</param>
/// <param name="IsKnown">It is nothing to be astonished at.</param>
internal sealed record SlackIgnored(string What, bool IsKnown) : SlackInput;
