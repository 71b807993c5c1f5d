using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Slack.Inbound.Payloads;

namespace AccountNudge.Bot.Slack.Inbound.Work;

/// <summary>Something a person did in Slack, as the conversation takes it, and where its answer goes.</summary>
/// <param name="Action">As Slack delivered it.</param>
/// <param name="Turn">As the conversation takes it.</param>
/// <param name="Origin">Where its answer goes.</param>
internal sealed record SlackTurn(SlackAction Action, Turn Turn, SlackOrigin Origin)
{
    /// <summary>Whether outsiders hear what is said at the place.</summary>
    public Sharing Sharing { get; init; } = Sharing.Internal;

    /// <summary>It goes to the person's own direct message with the bot, whatever id that has.</summary>
    public bool IsOwn => Origin.Channel == Turn.Speaker.Id;
}
