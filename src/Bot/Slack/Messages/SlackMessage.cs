namespace AccountNudge.Bot.Slack.Messages;

/// <summary>A message as Slack takes it.</summary>
/// <param name="Text">What notifications and screen readers say; already escaped.</param>
/// <param name="Blocks">At most 50 blocks.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks);
