namespace AccountNudge.Bot.Conversation.Model;

/// <summary>What people want when they use a command.</summary>
public enum CommandGroup
{
    /// <summary>To tell what happened.</summary>
    Tell,

    /// <summary>To ask.</summary>
    Ask,

    /// <summary>To look after clients and oneself.</summary>
    LookAfter,

    /// <summary>To set things up.</summary>
    SetUp,
}
