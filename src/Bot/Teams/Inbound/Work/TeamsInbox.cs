using AccountNudge.Bot.Platforms.Inbox;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Something a person did in Teams.</summary>
internal sealed class TeamsInboxRow : InboxRow;

internal sealed class TeamsInboxTable() : InboxTable<TeamsInboxRow>("teams_inbox", LongestId)
{
    /// <summary>Characters an id of Teams may have; the longest are those of personal chats, about 150.</summary>
    public const int LongestId = 255;
}
