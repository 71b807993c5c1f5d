namespace AccountNudge.Bot.Conversation;

/// <summary>Everything a command may use to answer one turn.</summary>
public sealed class TurnContext
{
}
