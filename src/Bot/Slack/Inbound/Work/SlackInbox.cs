using AccountNudge.Bot.Platforms.Inbox;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>Something a person did in Slack.</summary>
internal sealed class SlackInboxRow : InboxRow;

internal sealed class SlackInboxTable() : InboxTable<SlackInboxRow>("slack_inbox", 80);
