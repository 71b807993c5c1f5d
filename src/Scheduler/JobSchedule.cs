using AccountNudge.Core.Storage;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.Hosting;

namespace AccountNudge.Scheduler;

/// <summary>
/// Prepares the database and enters the recurring jobs before the server starts, under the schema lock, so that any number of
/// nodes may start at once.
/// </summary>
internal sealed class JobSchedule(SchedulerOptions options, IRecurringJobManager manager) : IHostedService
{
    /// <summary>A node that died with a job's lock holds it for 20 seconds; Hangfire waits 15 seconds for it.</summary>
    private const int Tries = 3;

    private static readonly RecurringJobOptions InUtc = new() { TimeZone = TimeZoneInfo.Utc };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Postgres is not { } postgres)
        {
            EnterAll();
            return;
        }

        await using var alone = await SchemaLock.Take(postgres, cancellationToken);
        await JobSchema.Install(postgres, cancellationToken);
        EnterAll();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void EnterAll()
    {
        foreach (var run in options.Recurring) Enter(run);
    }

    private void Enter(RecurringRun run)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                manager.AddOrUpdate(run.Id, run.Job, run.Cron, InUtc);
                return;
            }
            catch (DistributedLockTimeoutException) when (attempt < Tries)
            {
                // Once more: by then it has run out.
            }
        }
    }
}
