using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AccountNudge.Bot.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: everything it needs does; a chat platform joins by
/// registering a health check under its name.
/// </summary>
public static class Health
{
    /// <summary>Registers the checks, and that of the scheduler where it does not run.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services, BotSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var checks = services.AddHealthChecks();
        if (settings.Clock == ClockMode.Simulated)
        {
            checks.AddCheck("scheduler", () => HealthCheckResult.Healthy("The clock is simulated, so nothing runs by itself."));
        }

        return services;
    }

    /// <summary>Maps both; they say nothing but names and states, and are open to load balancers.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = Write }).AllowPublicAccess();
        routes.MapHealthChecks("/health/ready", new() { ResponseWriter = Write }).AllowPublicAccess();
    }

    private static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.Select(entry => new { name = entry.Key, status = entry.Value.Status.ToString() }),
    });
}
