namespace AccountNudge.Bot.Platforms;

/// <summary>Whether outsiders hear what is said in a channel, and what kept us from knowing.</summary>
/// <param name="Sharing">As far as it is known.</param>
/// <param name="Failure">The result because of which it is not.</param>
internal record ChannelAudience(Sharing Sharing, CallResult? Failure = null);

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
