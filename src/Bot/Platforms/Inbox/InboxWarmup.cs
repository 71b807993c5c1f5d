using AccountNudge.Bot.Storage;
using Microsoft.EntityFrameworkCore.Storage;

namespace AccountNudge.Bot.Platforms.Inbox;

/// <summary>Stores, answers and withdraws what nobody has sent, in a transaction that is never committed.</summary>
internal static class InboxWarmup
{
    private const string Nobody = "warm-up";

    /// <summary>Goes through every statement between an arrival and its answer.</summary>
    /// <param name="stores">The platform's stores.</param>
    /// <param name="payload">What may arrive, JSON.</param>
    /// <param name="calls">What may be sent in answer.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <typeparam name="TRow">The platform's rows.</typeparam>
    /// <typeparam name="TCall">One thing to send, as the platform does it; JSON.</typeparam>
    public static async Task Run<TRow, TCall>(IDbContextFactory<ChatStore> stores, string payload, IReadOnlyList<TCall> calls, CancellationToken cancellation)
        where TRow : InboxRow
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        await using var transaction = await store.Database.BeginTransactionAsync(cancellation);
        using var inbox = new PlatformInbox<TRow>(new Uncommitted(stores, store));
        await inbox.Add(Item());
        var answered = (await inbox.Reserve(Item()))!;
        await inbox.Keep(answered, "[]", cancellation);
        await inbox.HandOver(answered, calls, cancellation);
        await inbox.Finish((await inbox.Reserve(Item()))!, cancellation);
        await inbox.Withdraw((await inbox.Reserve(Item()))!, cancellation);

        InboxItem Item() => new($"{Nobody}:{Guid.NewGuid():N}", Nobody, Nobody, 0, payload);
    }

    /// <summary>Stores that all write in one store's transaction, one after another.</summary>
    private sealed class Uncommitted(IDbContextFactory<ChatStore> stores, ChatStore outer) : IDbContextFactory<ChatStore>
    {
        public ChatStore CreateDbContext()
        {
            var store = stores.CreateDbContext();
            store.Database.SetDbConnection(outer.Database.GetDbConnection());
            store.Database.UseTransaction(outer.Database.CurrentTransaction!.GetDbTransaction());
            return store;
        }
    }
}
