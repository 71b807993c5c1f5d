using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AccountNudge.Scheduler;

/// <summary>How nodes of a cluster notice that one of them is gone.</summary>
/// <param name="CheckIn">How often each says that it lives.</param>
/// <param name="Patience">How long after a missed check-in the others take its work over.</param>
public sealed record ClusterPulse(TimeSpan CheckIn, TimeSpan Patience)
{
    /// <summary>A killed node's work runs elsewhere after about seven seconds.</summary>
    public static ClusterPulse Usual { get; } = new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
}

/// <summary>Puts heartbeats on Quartz.</summary>
public static class HeartbeatRegistration
{
    /// <summary>The name of the scheduler's health check.</summary>
    public const string HealthCheckName = "scheduler";

    private static readonly TimeSpan LateAtMost = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Runs these heartbeats while the host runs: in memory, or with a PostgreSQL database shared among all nodes that
    /// use it, any of which takes the next beat.
    /// </summary>
    public static IServiceCollection AddHeartbeats(
        this IServiceCollection services, IReadOnlyList<Heartbeat> beats, string? postgresConnectionString, ClusterPulse? pulse = null)
    {
        services.AddSingleton(new KnownBeats(beats));
        services.AddSingleton(new ScheduleStore(postgresConnectionString));
        // Later than this and a beat is missed: one follows at once, instead of all that were missed.
        var missed = beats.Select(beat => beat.Every).Append(LateAtMost).Min();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "AccountNudge";
                scheduler.IdleWaitTime = TimeSpan.FromSeconds(1);
            });
            if (postgresConnectionString is null)
            {
                quartz.UseInMemoryStore(store => store.MisfireThreshold = missed);
            }
            else
            {
                UseSharedStore(quartz, postgresConnectionString, pulse ?? ClusterPulse.Usual, missed);
            }

            quartz.AddQuartzHealthChecks(health => health.Name = HealthCheckName);
        });
        return services.AddQuartzHostedService<HeartbeatService>(service => service.WaitForJobsToComplete = true);
    }

    private static void UseSharedStore(IQuartzBuilder quartz, string connectionString, ClusterPulse pulse, TimeSpan missed) =>
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(connectionString);
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = pulse.CheckIn;
                cluster.CheckinMisfireThreshold = pulse.Patience;
            });
            store.ConfigureStore(options => options.MisfireThreshold = missed);
            store.ProvisionSchema();
            store.UseExecutionHistory();
        });
}
