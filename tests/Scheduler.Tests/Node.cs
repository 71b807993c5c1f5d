using System.Collections.Concurrent;
using AccountNudge.Scheduler;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AccountNudge.Scheduler.Tests;

/// <summary>One running bot, as far as heartbeats go.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly IHost host;

    private Node(IHost host, LogLines log) => (this.host, Log) = (host, log);

    public LogLines Log { get; }

    public static async Task<Node> Start(IReadOnlyList<Heartbeat> beats, string? postgres = null, ClusterPulse? pulse = null)
    {
        var log = new LogLines();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddProvider(log);
        builder.Services.AddHeartbeats(beats, postgres, pulse);
        var built = builder.Build();
        await built.StartAsync();
        return new Node(built, log);
    }

    public async Task<HealthReport> Health() => await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
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
