using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Teams.Framework;

/// <summary>What carries an answer that is no success past the library, which has three exceptions of its own for it and tells less.</summary>
#pragma warning disable CA1032, CA1064 // Thrown and caught within this namespace only, with an answer.
internal sealed class ConnectorException(CallResult result) : Exception("The Connector did not do it.")
#pragma warning restore CA1032, CA1064
{
    public CallResult Result { get; } = result;
}
