using AccountNudge.Core.Complaints;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>What people do to complaints in a turn.</summary>
internal static class ComplaintActs
{
    /// <summary>An act of the speaker on a complaint, now.</summary>
    public static ComplaintAct Act(this TurnContext turn, Account account, string text = "") =>
        new(turn.Speaker.Id, turn.Now, turn.CalendarOf(account), turn.TeamOf(account).Settings, text);
}
