using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>Who works on a row that is stored.</summary>
internal enum Reservation
{
    /// <summary>Whoever takes it next.</summary>
    None,

    /// <summary>A worker of this node at once, unless something of the same person is still to be worked.</summary>
    Offered,

    /// <summary>Whoever stores it, at once and whatever else waits.</summary>
    Reserved,
}

/// <summary>
/// Writes what arrives at the same time in one statement: a database that commits a hundred times a second takes thousands of
/// deliveries so. What arrives while one statement is under way goes into the next one.
/// </summary>
internal sealed class InboxWriter(InboxSql sql, IDbContextFactory<ChatStore> stores)
{
    private const int Most = 300;

    private readonly Lock gate = new();
    private readonly Queue<Entry> waiting = new();
    private Task writing = Task.CompletedTask;

    /// <summary>Real seconds for which whoever reserves a row may work on it before another may take over.</summary>
    public int ReserveSeconds { get; init; } = 60;

    /// <summary>Stores what arrived; its row, claimed where it has an attempt, or null when it is there already. Throws when it could not be stored.</summary>
    /// <param name="arrival">What arrived.</param>
    /// <param name="reservation">Who works on it.</param>
    public Task<Claim?> Add(InboxItem arrival, Reservation reservation)
    {
        var entry = new Entry(arrival, reservation);
        lock (gate)
        {
            waiting.Enqueue(entry);
            if (writing.IsCompleted) writing = Task.Run(WriteAll);
        }

        return entry.Stored.Task;
    }

    /// <summary>Completes as soon as nothing waits to be written: where there is one writer, all others let what arrives go first.</summary>
    public Task Idle()
    {
        lock (gate) return writing;
    }

    private async Task WriteAll()
    {
        while (true)
        {
            List<Entry> entries;
            lock (gate)
            {
                entries = [.. Enumerable.Range(0, Math.Min(Most, waiting.Count)).Select(_ => waiting.Dequeue())];
                if (entries.Count == 0)
                {
                    // Within the lock: whoever comes next begins anew.
                    writing = Task.CompletedTask;
                    return;
                }
            }

            await Write(entries);
        }
    }

    private async Task Write(List<Entry> entries)
    {
#pragma warning disable CA1031 // Whatever went wrong, everyone who waits for it must hear of it.
        try
        {
            var people = new HashSet<(string, string)>();
            // Of what one person did at once, nobody is offered more than the first.
            var reservations = entries.Select(entry => people.Add((entry.InboxItem.WorkspaceId, entry.InboxItem.PersonId)) || entry.Reservation == Reservation.Reserved ? entry.Reservation : Reservation.None);
            var insert = sql.Insert([.. reservations], ReserveSeconds);
            var arguments = entries.SelectMany(entry => new object[] { entry.InboxItem.Key, entry.InboxItem.WorkspaceId, entry.InboxItem.PersonId, entry.InboxItem.Kind, entry.InboxItem.Payload }).ToArray();
            var stored = await Retries.OnDeadlock(
                async () =>
                {
                    await using var store = await stores.CreateDbContextAsync();
                    return await store.Database.SqlQueryRaw<Claim>(insert, arguments).ToDictionaryAsync(claim => claim.Key, StringComparer.Ordinal);
                },
                CancellationToken.None);
            foreach (var entry in entries)
            {
                // Of two with the same key in one statement the first is the one that was stored.
                stored.Remove(entry.InboxItem.Key, out var claim);
                entry.Stored.SetResult(claim);
            }
        }
        catch (Exception failure)
        {
            foreach (var entry in entries) entry.Stored.TrySetException(failure);
        }
#pragma warning restore CA1031
    }

    private sealed record Entry(InboxItem InboxItem, Reservation Reservation)
    {
        public TaskCompletionSource<Claim?> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
