using AccountNudge.Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Bot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: everything it needs does; a chat platform joins by
/// registering a health check under its name.
/// </summary>
public static class Health
{
    /// <summary>Registers the checks of what every bot has.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var checks = services.AddHealthChecks().AddCheck<StorageHealthCheck>("storage", timeout: TimeSpan.FromSeconds(5));
        if (settings.Clock == ClockMode.Simulated)
        {
            checks.AddCheck("scheduler", () => HealthCheckResult.Healthy("The clock is simulated, so nothing runs by itself."));
        }

        return services;
    }

    /// <summary>Maps both; they say nothing but names and states, and are open to load balancers.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = Write }).IsOpenToTheWorld();
        routes.MapHealthChecks("/health/ready", new() { ResponseWriter = Write }).IsOpenToTheWorld();
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.Select(entry => new { name = entry.Key, status = entry.Value.Status.ToString() }),
    });

    private sealed class StorageHealthCheck(IDbContextFactory<ChatStore> stores) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var store = await stores.CreateDbContextAsync(cancellationToken);
            return await store.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }
}
