using System.Threading.Channels;
using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>
/// What people did on a platform, stored before it is acknowledged, worked once and in order, remembered until no redelivery can come.
/// Shared by all nodes; whoever claims a row works on it alone until the lease ends.
/// </summary>
internal sealed class PlatformInbox<TRow> : IDisposable
    where TRow : InboxRow
{
    /// <summary>How many rows one node works on at the same time: whatever one of them waits for, the others go on.</summary>
    public const int AtOnce = 32;

    /// <summary>Slack redelivers events hourly for a day (docs.slack.dev/apis/events-api, delayed events), no platform for longer.</summary>
    private static readonly Duration Remembered = Duration.FromHours(26);
    private static readonly TimeSpan LongestYield = TimeSpan.FromMilliseconds(200);
    private const int WritersOnPostgres = 4;
    private const int ForgottenAtOnce = 1000;

    private readonly IDbContextFactory<ChatStore> stores;
    private readonly InboxSql sql;
    private readonly InboxWriter writer;
    /// <summary>Rows that are claimed for a worker who waits; null has one of them look for a row.</summary>
    private readonly Channel<Claim?> work = Channel.CreateUnbounded<Claim?>();

    private int looks;
    private volatile bool isStopped;

    /// <summary>Workers that wait, less those who are about to be offered something.</summary>
    private int idle;

    /// <summary>Rows that were stored here for whoever works next, since somebody last looked for them.</summary>
    private int unclaimed;

    /// <summary>
    /// How many use the database, and the processor, at the same time: arriving deliveries need them too, and SQLite has one writer.
    /// </summary>
    private readonly SemaphoreSlim gate;

    public PlatformInbox(IDbContextFactory<ChatStore> stores)
    {
        using var store = stores.CreateDbContext();
        this.stores = stores;
        sql = new InboxSql(store.Model.FindEntityType(typeof(TRow))!.GetTableName()!, store is SqliteChatStore);
        writer = new InboxWriter(sql, stores);
        gate = new SemaphoreSlim(sql.IsSqlite ? 1 : WritersOnPostgres);
    }

    /// <summary>
    /// Stores what arrived for whoever works next: at once for a worker of this node that waits, unless something of the same person is
    /// still to be worked. False when it is there already. Throws when it could not be stored.
    /// </summary>
    public async Task<bool> Add(InboxItem arrival)
    {
        var hasWorker = TakeIdle();
        Claim? claim = null;
        try
        {
            claim = await writer.Add(arrival, hasWorker ? Reservation.Offered : Reservation.None);
        }
        finally
        {
            if (hasWorker && claim is not { Attempts: > 0 }) Interlocked.Increment(ref idle);
        }

        if (claim is null) return false;
        if (claim.Attempts > 0)
        {
            work.Writer.TryWrite(claim);
            return true;
        }

        Interlocked.Increment(ref unclaimed);
        Wake();
        return true;
    }

    /// <summary>Stores what arrived and the caller works on at once; null when it is there already. Should the caller die, another takes over.</summary>
    public Task<Claim?> Reserve(InboxItem arrival) => writer.Add(arrival, Reservation.Reserved);

    /// <summary>Rows that were stored here wait for somebody to look for them.</summary>
    public bool HasUnclaimed => Volatile.Read(ref unclaimed) > 0;

    /// <summary>Waits until there may be something to work on; a row that is claimed already, or null to look for one.</summary>
    public async Task<Claim?> WaitForWork(CancellationToken cancellation)
    {
        Interlocked.Increment(ref idle);
        Claim? claim = null;
        try
        {
            claim = await work.Reader.ReadAsync(cancellation);
            if (claim is null) Interlocked.Decrement(ref looks);
            return claim;
        }
        finally
        {
            // Whoever offered a row has counted this worker already.
            if (claim is null) Interlocked.Decrement(ref idle);
        }
    }

    /// <summary>Has one of those who wait look: another node may have stored something, or a lease may have ended.</summary>
    public void Wake()
    {
        if (Interlocked.Increment(ref looks) <= AtOnce) work.Writer.TryWrite(null);
        else Interlocked.Decrement(ref looks);
    }

    /// <summary>Nobody works here any more: what was offered and not begun is for other nodes at once. What cannot be given back waits for its lease.</summary>
    public async Task GiveBack()
    {
        isStopped = true;
        try
        {
            while (work.Reader.TryRead(out var offered))
            {
                if (offered is not null) await Release(offered, Duration.Zero, failed: false, CancellationToken.None);
            }
        }
        catch (Exception failure) when (failure.IsOfDatabase())
        {
        }
    }

    /// <summary>From here on rows that were stored here are looked for like all others.</summary>
    public void ForgetUnclaimed() => Interlocked.Exchange(ref unclaimed, 0);

    /// <summary>Takes a waiting worker into account for what is about to be stored; false when none waits.</summary>
    private bool TakeIdle()
    {
        while (!isStopped && Volatile.Read(ref idle) is var waiting and > 0)
        {
            if (Interlocked.CompareExchange(ref idle, waiting - 1, waiting) == waiting) return true;
        }

        return false;
    }

    /// <summary>Lets what is arriving go first, where there is only one writer.</summary>
    private Task YieldToArrivals(CancellationToken cancellation) => sql.IsSqlite ? Task.WhenAny(writer.Idle(), Task.Delay(LongestYield, cancellation)) : Task.CompletedTask;

    /// <summary>Writes when it is one's turn among those who work. Nothing else is to be waited for in it.</summary>
    public async Task<T> InTurn<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            // Only now: whoever had waited in line would otherwise step in before what has arrived meanwhile.
            await YieldToArrivals(cancellation);
            return await write();
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Claims the row that is next; null when there is none.</summary>
    public async Task<Claim?> Next(Duration lease, CancellationToken cancellation)
    {
        var claims = await Write(store => store.Database.SqlQueryRaw<Claim>(sql.Claim, Math.Max(1, (int)lease.TotalSeconds)).ToListAsync(cancellation), cancellation);
        var claim = claims.FirstOrDefault();
        if (claim is not null && HasUnclaimed) Interlocked.Decrement(ref unclaimed);
        return claim;
    }

    /// <summary>It is done, and these calls are its answer; the lease ends when somebody else is to make them. False when the row is no longer ours.</summary>
    public async Task<bool> Answer(Claim claim, string calls, bool release, CancellationToken cancellation)
    {
        var changed = await Change(claim, rows => Answered(rows, claim, calls, release, cancellation), cancellation);
        if (release) Wake();
        return changed;
    }

    /// <summary>The same within a turn's own transaction.</summary>
    public async Task<bool> AnswerWithin(Store turn, Claim claim, string calls, bool release, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        await store.Join(turn, cancellation);
        return await Answered(Ours(store, claim), claim, calls, release, cancellation) > 0;
    }

    /// <summary>Some of the calls were made; these are left. False when the row is no longer ours.</summary>
    public Task<bool> Keep(Claim claim, string calls, CancellationToken cancellation) =>
        Change(claim, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Calls, calls), cancellation), cancellation);

    /// <summary>Nothing is left to do.</summary>
    public Task<bool> Finish(Claim claim, CancellationToken cancellation) => Change(claim, rows => rows.ExecuteUpdateAsync(set => set
        .SetProperty(row => row.State, InboxState.Done).SetProperty(row => row.Payload, (string?)null).SetProperty(row => row.Calls, (string?)null)
        .SetProperty(row => row.LeaseUntil, Claims.Free), cancellation), cancellation);

    /// <summary>Ends the claim and lets the row wait.</summary>
    /// <param name="claim">The row.</param>
    /// <param name="wait">Real time; none lets anybody go on at once.</param>
    /// <param name="failed">The attempt counts: something went wrong.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public async Task Release(Claim claim, Duration wait, bool failed, CancellationToken cancellation)
    {
        // Leases are whole seconds of a clock that is read in whole seconds: rather late than early, where a platform said how long.
        var until = wait == Duration.Zero ? Claims.Free : Instant.FromUnixTimeSeconds((claim.DatabaseNow + wait).ToUnixTimeSeconds() + 2);
        await Change(claim, rows => rows.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.LeaseUntil, until).SetProperty(row => row.Attempts, failed ? claim.Attempts : claim.Attempts - 1), cancellation), cancellation);
        if (wait == Duration.Zero) Wake();
    }

    /// <summary>It never happened: the same key may come again.</summary>
    public Task<bool> Withdraw(Claim claim, CancellationToken cancellation) => Change(claim, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);

    /// <summary>Forgets what is done and old enough that no redelivery can come.</summary>
    public async Task Tidy(CancellationToken cancellation)
    {
        var forgotten = ForgottenAtOnce;
        while (forgotten == ForgottenAtOnce)
        {
            forgotten = await Write(store => store.Database.ExecuteSqlRawAsync(sql.Tidy, [(int)Remembered.TotalSeconds, ForgottenAtOnce], cancellation), cancellation);
        }
    }

    /// <summary>Takes somebody out of what still waits, to be worked or to be sent.</summary>
    public async Task Erase(Store turn, ErasedPerson person, CancellationToken cancellation)
    {
        var workspace = await turn.Workspaces.Where(workspace => workspace.Id == person.WorkspaceId).Select(workspace => workspace.ExternalId).FirstOrDefaultAsync(cancellation);
        await using var store = await stores.CreateDbContextAsync(cancellation);
        await store.Join(turn, cancellation);
        var waiting = await store.Set<TRow>().AsNoTracking().Where(row => row.WorkspaceId == workspace && (row.Payload != null || row.Calls != null)).OrderBy(row => row.Sequence)
            .Select(row => new { row.Sequence, row.Payload, row.Calls }).ToListAsync(cancellation);
        foreach (var row in waiting)
        {
            var (payload, calls) = (Without(row.Payload), Without(row.Calls));
            if (payload == row.Payload && calls == row.Calls) continue;
            await store.Set<TRow>().Where(kept => kept.Sequence == row.Sequence)
                .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.Payload, payload).SetProperty(kept => kept.Calls, calls), cancellation);
        }

        string? Without(string? json) => json is null ? null : person.Words.WithoutInJson(json, person.Former, aboutClient: true);
    }

    public void Dispose() => gate.Dispose();

    private static Task<int> Answered(IQueryable<TRow> rows, Claim claim, string calls, bool release, CancellationToken cancellation)
    {
        var (lease, attempts) = release ? (Claims.Free, 0) : (claim.Until, claim.Attempts);
        return rows.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, InboxState.Answered).SetProperty(row => row.Calls, calls).SetProperty(row => row.Payload, (string?)null)
            .SetProperty(row => row.LeaseUntil, lease).SetProperty(row => row.Attempts, attempts), cancellation);
    }

    private static IQueryable<TRow> Ours(ChatStore store, Claim claim)
    {
        var (sequence, lease) = (claim.Sequence, claim.Until);
        return store.Set<TRow>().Where(row => row.Sequence == sequence && row.LeaseUntil == lease);
    }

    private async Task<bool> Change(Claim claim, Func<IQueryable<TRow>, Task<int>> how, CancellationToken cancellation) =>
        await Write(store => how(Ours(store, claim)), cancellation) > 0;

    private async Task<T> Write<T>(Func<ChatStore, Task<T>> write, CancellationToken cancellation)
    {
        return await InTurn(async () =>
        {
            await using var store = await stores.CreateDbContextAsync(cancellation);
            return await write(store);
        }, cancellation);
    }
}
