using Hangfire;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Scheduler;

/// <summary>Healthy while this node's server lets the storage know that it lives.</summary>
internal sealed class SchedulerHealthCheck(JobStorage storage, SchedulerOptions options) : IHealthCheck
{
    /// <summary>Three heartbeats.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
#pragma warning disable CA1031 // A storage that cannot be asked is what the check is for.
        try
        {
            var heartbeat = storage.GetMonitoringApi().Servers().FirstOrDefault(server => server.Name.StartsWith(options.ServerName, StringComparison.Ordinal))?.Heartbeat;
            return Task.FromResult(heartbeat > DateTime.UtcNow - Patience ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
        }
        catch (Exception failure)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy(exception: failure));
        }
#pragma warning restore CA1031
    }
}
