namespace AccountNudge.Bot.Conversation.Model;

/// <summary>A command that is proposed when a sentence of own words says one of its <see cref="Command.Hints"/> of a client's person.</summary>
internal interface IProposedOfPerson
{
    /// <summary>Where the person goes.</summary>
    Slot Person { get; }

    /// <summary>Whether that was meant.</summary>
    Text Question(RichText who);

    /// <summary>Yes, on a button.</summary>
    Text Answer { get; }
}
