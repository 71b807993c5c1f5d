using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AccountNudge.Scheduler;

/// <summary>Puts the jobs on Hangfire.</summary>
public static class SchedulerRegistration
{
    /// <summary>The name of the scheduler's health check.</summary>
    public const string HealthCheckName = "scheduler";

    /// <summary>Where the dashboard is.</summary>
    public const string DashboardPath = "/jobs";

    /// <summary>A third of them may wait for a platform while the others go on.</summary>
    private const int Workers = 3;

    /// <summary>How long Hangfire keeps the record of a finished run.</summary>
    private static readonly TimeSpan Recorded = TimeSpan.FromHours(1);

    /// <summary>
    /// Runs the jobs while the host runs, in memory or with a PostgreSQL database shared among all nodes that use it. Expects
    /// the domain's <c>Stores</c>, <c>Sweep</c>, <c>Dispatcher</c> and <c>IClock</c>.
    /// </summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services, string? postgres) => services.AddScheduler(new SchedulerOptions(postgres));

    /// <summary>Maps the dashboard, which shows everything and changes nothing. The caller guards it.</summary>
    public static IEndpointConventionBuilder MapJobs(this IEndpointRouteBuilder endpoints) => endpoints.MapHangfireDashboard(DashboardPath, new DashboardOptions
    {
        DashboardTitle = "AccountNudge: jobs",
        IsReadOnlyFunc = _ => true,
        DisplayStorageConnectionString = false,
        Authorization = [],
    });

    internal static IServiceCollection AddScheduler(this IServiceCollection services, SchedulerOptions options)
    {
        services.AddSingleton(options).AddSingleton(new JobLock(options.Postgres)).AddSingleton<PostingTrigger>();
        services.AddSingleton(provider => new JobRunner(
            provider.GetRequiredService<JobLock>(), provider.GetRequiredService<IHostApplicationLifetime>(), provider.GetRequiredService<ILogger<JobRunner>>()));
        services.AddTransient<Jobs>();
        // Otherwise AddHangfire shares these among all hosts of a process.
        services.AddSingleton<JobStorage>(_ => options.Postgres is { } postgres ? Shared(postgres, options) : new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = Recorded }));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddSingleton<IJobFilterProvider>(new JobFilterProviderCollection(new JobFilterCollection { new StatisticsHistoryAttribute() }, new JobFilterAttributeFilterProvider()));
        services.AddHangfire((provider, hangfire) => hangfire.UseLogProvider(new HangfireLogProvider(provider.GetRequiredService<ILoggerFactory>())));
        services.AddHostedService<JobSchedule>();
        services.AddHangfireServer(server =>
        {
            server.ServerName = options.ServerName;
            server.WorkerCount = Workers;
            server.SchedulePollingInterval = options.Poll;
            server.HeartbeatInterval = TimeSpan.FromSeconds(10);
            server.ServerCheckInterval = TimeSpan.FromSeconds(30);
            server.ServerTimeout = TimeSpan.FromSeconds(60);
            // Less than what a killed node's job waits for, so that no other node takes a job while its own still ends it.
            server.ShutdownTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddHealthChecks().AddCheck<SchedulerHealthCheck>(HealthCheckName);
        return services;
    }

    private static PostgreSqlStorage Shared(string postgres, SchedulerOptions options)
    {
        var storage = new PostgreSqlStorageOptions
        {
            // JobSchema does it under the schema lock.
            PrepareSchemaIfNecessary = false,
            // A node's own workers are woken at once by whatever it enqueues; this is for what other nodes leave.
            QueuePollInterval = TimeSpan.FromSeconds(15),
            InvisibilityTimeout = options.Abandoned.Job,
            UseSlidingInvisibilityTimeout = true,
            DistributedLockTimeout = options.Abandoned.Lock,
        };
        // Hangfire leaves nothing in its sessions, so there is nothing to reset after each use.
        var connection = new NpgsqlConnectionStringBuilder(postgres) { NoResetOnClose = true }.ConnectionString;
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connection, storage), storage) { JobExpirationTimeout = Recorded };
    }
}
