using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Inbound.Payloads;

namespace AccountNudge.Bot.Teams.Inbound.Work;

/// <summary>Something a person did in Teams, as the conversation takes it, and where its answer goes.</summary>
/// <param name="Action">As Teams delivered it.</param>
/// <param name="Turn">As the conversation takes it.</param>
/// <param name="Place">The conversation its answer goes to, with the thread; empty for the person's own chat with us, whatever id that has.</param>
internal sealed record TeamsTurn(TeamsAction Action, Turn Turn, string Place)
{
    /// <summary>Whether outsiders hear what is said at the place.</summary>
    public Sharing Sharing { get; init; } = Sharing.Internal;

    public string PersonId => Turn.Speaker.Id;

    public bool IsDirect => Turn.Channel.IsDirect;

    /// <summary>Nobody but the asker may see any answer: it is their own chat with us, or began with what they told us alone.</summary>
    public bool IsForAskerAlone => IsDirect || Action.IsPrivate;
}
