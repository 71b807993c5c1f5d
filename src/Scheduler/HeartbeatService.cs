using AccountNudge.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Quartz;

namespace AccountNudge.Scheduler;

/// <summary>Where the scheduler keeps its tables.</summary>
/// <param name="ConnectionString">The PostgreSQL database the nodes share; null keeps the schedule in memory.</param>
internal sealed record ScheduleStore(string? ConnectionString);

/// <summary>
/// Quartz's own hosted service, which also enters the heartbeats into the schedule. It holds the schema lock until that
/// is done, so that no two nodes create Quartz's tables or enter beats at once, nor while another node migrates.
/// </summary>
internal sealed class HeartbeatService(
    IHostApplicationLifetime lifetime,
    IServiceProvider services,
    IOptionsMonitor<QuartzHostedServiceOptions> options,
    ScheduleStore store,
    KnownBeats beats)
    : QuartzHostedService(lifetime, services, options), IAsyncDisposable
{
    private SchemaLock? schema;

    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        await base.StartingAsync(cancellationToken);
        if (store.ConnectionString is { } connectionString)
        {
            schema = await SchemaLock.Take(connectionString, cancellationToken);
        }
    }

    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var beat in beats.All)
        {
            await Schedule.Enter(Schedulers.Single(), beat, cancellationToken);
        }

        await DisposeAsync();
        await base.StartedAsync(cancellationToken);
    }

    /// <summary>Also lets go when another service fails to start and nobody is told that all have started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref schema, null) is { } held)
        {
            await held.DisposeAsync();
        }
    }
}
