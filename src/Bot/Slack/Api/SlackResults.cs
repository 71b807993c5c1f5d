using System.Text.Json;
using AccountNudge.Bot.Platforms;

namespace AccountNudge.Bot.Slack.Api;

/// <summary>Slack did it.</summary>
/// <param name="Body">The whole answer.</param>
internal sealed record SlackDone(JsonElement Body) : CallResult.Done;

/// <summary>We have no valid token for the workspace: not installed, uninstalled or revoked.</summary>
internal sealed record NotInstalled : CallResult;
