namespace AccountNudge.Bot.Conversation.Model;

/// <summary>A command that is proposed when a sentence of own words says one of its <see cref="Command.Hints"/> of a client's person.</summary>
internal interface IProposedOfPerson
{
    /// <summary>Where the person goes.</summary>
    Slot Person { get; }

    /// <summary>It may be said of the client as well, where nobody there is named.</summary>
    bool AlsoOfClient => false;

    /// <summary>What else the sentence says of it; null where it says something else.</summary>
    IReadOnlyDictionary<string, string>? Given(string sentence) => new Dictionary<string, string>();

    /// <summary>Whether that was meant.</summary>
    Text Question(RichText who);

    /// <summary>Yes, on a button.</summary>
    Text Answer { get; }
}
