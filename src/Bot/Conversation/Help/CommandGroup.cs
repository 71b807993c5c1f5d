namespace AccountNudge.Bot.Conversation.Help;

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

/// <summary>The group of a command, by the folder it stands in.</summary>
internal static class CommandGroups
{
    public static CommandGroup Of(Type command) => (command.Namespace ?? "").Split('.')[^1] switch
    {
        "Interactions" or "Complaints" or "Promises" or "Occasions" => CommandGroup.Tell,
        "Briefs" or "Digests" or "Help" => CommandGroup.Ask,
        "Team" => CommandGroup.SetUp,
        _ => CommandGroup.LookAfter,
    };
}
