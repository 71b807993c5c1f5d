namespace AccountNudge.Bot.Wire;

/// <summary>Whether outsiders hear what is said in a channel.</summary>
internal enum Sharing
{
    /// <summary>It is not known, or too long ago: nothing is said there.</summary>
    Unknown,

    /// <summary>Colleagues only.</summary>
    Internal,

    /// <summary>Another organisation or guests are in it.</summary>
    Outsiders,
}
