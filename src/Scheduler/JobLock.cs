using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace AccountNudge.Scheduler;

/// <summary>
/// Lets one run of a job at a time: within the process, or with PostgreSQL among all nodes, by an advisory lock on a session that
/// ends with its process. Hangfire's own DisableConcurrentExecution leaves skipped runs as failed ones, and runs that outlast its
/// time-out overlap.
/// </summary>
internal sealed class JobLock(string? postgres)
{
    /// <summary>The first half of the keys, "jobs" in ASCII; the schema lock has a key of 64 bits, which is another space.</summary>
    private const int Space = 0x6A_6F_62_73;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // Sessions that are given back are not reset, which would cost a statement a run: their locks are let go one by one. A server
    // that no longer hears of a node's machine ends its sessions after 30 seconds instead of two hours.
    private readonly string? sessions = postgres is null ? null : new NpgsqlConnectionStringBuilder(postgres)
    {
        NoResetOnClose = true,
        Options = $"{new NpgsqlConnectionStringBuilder(postgres).Options} -c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3".Trim(),
    }.ConnectionString;

    private readonly ConcurrentDictionary<string, SemaphoreSlim> local = new(StringComparer.Ordinal);

    /// <summary>Waits for the job at most so long; null when it still runs elsewhere. Dispose of what is returned to let the next one run.</summary>
    public Task<IAsyncDisposable?> TryTake(string job, TimeSpan patience, CancellationToken cancellation) =>
        sessions is null ? TakeLocal(job, patience, cancellation) : TakeShared(sessions, job, patience, cancellation);

    private async Task<IAsyncDisposable?> TakeLocal(string job, TimeSpan patience, CancellationToken cancellation)
    {
        var one = local.GetOrAdd(job, _ => new SemaphoreSlim(1));
        return await one.WaitAsync(patience, cancellation) ? new Local(one) : null;
    }

    private static async Task<IAsyncDisposable?> TakeShared(string sessions, string job, TimeSpan patience, CancellationToken cancellation)
    {
        var session = new NpgsqlConnection(sessions);
        try
        {
            await session.OpenAsync(cancellation);
            var waiting = Stopwatch.StartNew();
            while (!await Ask(session, "SELECT pg_try_advisory_lock(@space, hashtext(@job))", job, cancellation))
            {
                if (waiting.Elapsed >= patience)
                {
                    await session.DisposeAsync();
                    return null;
                }

                await Task.Delay(Interval, cancellation);
            }

            return new Shared(session, job);
        }
        catch
        {
            // Whether the lock was given is not known: the session ends, and with it the lock.
            await End(session);
            throw;
        }
    }

    private static async Task<bool> Ask(NpgsqlConnection session, string sql, string job, CancellationToken cancellation)
    {
#pragma warning disable CA2100 // The callers pass literals.
        await using var command = new NpgsqlCommand(sql, session);
#pragma warning restore CA2100
        command.Parameters.AddWithValue("space", Space);
        command.Parameters.AddWithValue("job", job);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task End(NpgsqlConnection session)
    {
        NpgsqlConnection.ClearPool(session);
        await session.DisposeAsync();
    }

    private sealed class Local(SemaphoreSlim one) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            one.Release();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Shared(NpgsqlConnection session, string job) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                if (await Ask(session, "SELECT pg_advisory_unlock(@space, hashtext(@job))", job, CancellationToken.None)) await session.DisposeAsync();
                else await End(session);
            }
            catch (NpgsqlException)
            {
                await End(session);
            }
        }
    }
}
