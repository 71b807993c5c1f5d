using AccountNudge.Bot.Slack.Inbound.Sockets;
using AccountNudge.Bot.Slack.Installations;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Bot.Slack.Inbound;

/// <summary>Whether people in Slack reach us: over the socket, or over HTTP from at least one workspace or from whichever installs the app next.</summary>
internal sealed class SlackHealth(SlackSettings settings, SocketStatus socket, SlackInstallations installations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (settings.AppToken is not null) return Result(socket.IsUp, $"Socket Mode: {socket.Says}");
        if (settings.ClientId is not null) return HealthCheckResult.Healthy("HTTP: open to workspaces that install the app");
        var workspaces = await installations.Workspaces(cancellationToken);
        return Result(workspaces.Count > 0, workspaces.Count > 0 ? "HTTP: installed" : "HTTP: installed in no workspace");
    }

    private static HealthCheckResult Result(bool isHealthy, string says) => isHealthy ? HealthCheckResult.Healthy(says) : HealthCheckResult.Unhealthy(says);
}
