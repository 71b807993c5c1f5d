using AccountNudge.Core.Complaints;
using AccountNudge.Core.Practices;

namespace AccountNudge.Bot.Conversation.Complaints;

/// <summary>What people do to complaints in a turn.</summary>
internal static class ComplaintActs
{
    /// <summary>An act of the speaker on a complaint, now.</summary>
    public static ComplaintAct Act(this TurnContext turn, AccountFacts facts, string text = "", Guid? changeId = null) =>
        new(turn.Speaker.Id, turn.Now, facts.Calendar, facts.Terms, text, changeId) { IsOfSystem = turn.Turn.Speaker.IsSystem };
}
