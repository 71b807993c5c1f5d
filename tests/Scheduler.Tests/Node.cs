using System.Collections.Concurrent;
using System.Diagnostics;
using Hangfire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Scheduler.Tests;

/// <summary>One running bot, as far as jobs go.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly IHost host;

    private Node(IHost host, LogLines log) => (this.host, Log) = (host, log);

    public LogLines Log { get; }

    public IServiceProvider Services => host.Services;

    public JobStorage Storage => host.Services.GetRequiredService<JobStorage>();

    /// <summary>Starts one that runs a body every second; the poll is short, so that runs come when they are due.</summary>
    public static Task<Node> Start(Body body, string? postgres = null, Func<SchedulerOptions, SchedulerOptions>? set = null) =>
        Start(services => services.AddSingleton(body).AddTransient<TestJobs>(), postgres, options =>
        {
            options = options with { Recurring = [TestJobs.Every("* * * * * *")] };
            return set is null ? options : set(options);
        });

    /// <summary>Starts one with whatever else is to be in its host.</summary>
    public static async Task<Node> Start(Action<IServiceCollection> add, string? postgres, Func<SchedulerOptions, SchedulerOptions> set)
    {
        var log = new LogLines();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(log);
        builder.Services.AddScheduler(set(new SchedulerOptions(postgres) { Poll = TimeSpan.FromMilliseconds(200) }));
        add(builder.Services);
        var built = builder.Build();
        await built.StartAsync();
        return new Node(built, log);
    }

    public async Task<HealthStatus> Health() =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries[SchedulerRegistration.HealthCheckName].Status;

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}

/// <summary>What a test's job does, given the services of its scope.</summary>
internal delegate Task Body(IServiceProvider services, CancellationToken cancellation);

/// <summary>A job whose body is a test's.</summary>
[AutomaticRetry(Attempts = 0, LogEvents = false, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
public sealed class TestJobs(JobRunner runner, IServiceProvider services)
{
    internal static RecurringRun Every(string cron) => RecurringRun.Of<TestJobs>("test", cron, jobs => jobs.Test(CancellationToken.None));

    [JobDisplayName("Test")]
    public Task Test(CancellationToken stopping) => runner.Run("test", TimeSpan.Zero, ending => services.GetRequiredService<Body>()(services, ending), stopping);
}

/// <summary>When a job ran, and where.</summary>
internal sealed class Runs
{
    private readonly ConcurrentQueue<(string Node, long At)> runs = new();

    public int Count => runs.Count;

    public int Of(string node) => runs.Count(run => run.Node == node);

    public void Clear() => runs.Clear();

    public Body At(string node) => (_, _) =>
    {
        runs.Enqueue((node, Stopwatch.GetTimestamp()));
        return Task.CompletedTask;
    };

    /// <summary>From the first of the last so many runs to the last; zero while there are fewer.</summary>
    public TimeSpan TimeOfLast(int count)
    {
        var last = runs.TakeLast(count).ToList();
        return last.Count < count ? TimeSpan.Zero : Stopwatch.GetElapsedTime(last[0].At, last[^1].At);
    }
}

internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Errors => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            lines.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
