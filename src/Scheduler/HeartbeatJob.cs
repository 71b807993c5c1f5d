using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace AccountNudge.Scheduler;

/// <summary>The beats this process knows, by name.</summary>
internal sealed class KnownBeats(IReadOnlyList<Heartbeat> beats)
{
    private readonly Dictionary<string, Heartbeat> byName = beats.ToDictionary(beat => beat.Name, StringComparer.Ordinal);

    public IReadOnlyList<Heartbeat> All => beats;

    public Heartbeat? Find(string name) => byName.GetValueOrDefault(name);
}

/// <summary>The only Quartz job there is: it runs the heartbeat its key names, one at a time in the whole cluster.</summary>
[DisallowConcurrentExecution]
internal sealed class HeartbeatJob(
    KnownBeats beats, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<HeartbeatJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (beats.Find(name) is not { } heartbeat)
        {
            // While versions change, a beat of the other version may come our way; its own nodes have more of them.
            log.LogDebug("This version has no heartbeat {Heartbeat}", name);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await heartbeat.Beat(scope.ServiceProvider, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The process stops; the next beat is another node's, or comes after the restart.
        }
#pragma warning disable CA1031 // Whatever went wrong, the next beat asks the domain afresh.
        catch (Exception e)
#pragma warning restore CA1031
        {
            // Messages of exceptions may quote what people wrote; their types and stacks cannot.
            log.LogError("Heartbeat {Heartbeat} failed with {Exception}\n{Stack}", name, TypesOf(e), e.StackTrace);
        }
    }

    private static string TypesOf(Exception e) =>
        e.InnerException is { } inner ? $"{e.GetType().FullName} < {TypesOf(inner)}" : e.GetType().FullName!;
}
