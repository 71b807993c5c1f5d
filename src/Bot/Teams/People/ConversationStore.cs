using AccountNudge.Bot.Storage;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Teams.People;

/// <summary>What storing a change did.</summary>
/// <param name="IsThere">We are in its conversation.</param>
/// <param name="MayHaveMoved">We may be somewhere where we were not, or the other way round.</param>
/// <param name="PlaceIds">The chats and channels it was about, as far as we know them.</param>
internal readonly record struct ChangeResult(bool IsThere, bool MayHaveMoved, IReadOnlyList<string> PlaceIds);

/// <summary>The stored conversations.</summary>
internal sealed class ConversationStore(IDbContextFactory<ChatStore> stores)
{
    /// <summary>A conversation, ended or not.</summary>
    public async Task<ConversationRow?> Read(string tenantId, string placeId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<ConversationRow>().AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == tenantId && row.ConversationId == placeId, cancellation);
    }

    /// <summary>The ids of a Microsoft team's channels, ended or not.</summary>
    public async Task<IReadOnlyList<string>> ReadChannels(string tenantId, string teamId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<ConversationRow>().Where(row => row.TenantId == tenantId && row.TeamId == teamId).Select(row => row.ConversationId).ToListAsync(cancellation);
    }

    /// <summary>The personal chat with someone, ended or not: of several, the one that was heard of last.</summary>
    public async Task<ConversationRow?> ReadPersonal(string tenantId, string personId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<ConversationRow>().AsNoTracking()
            .Where(row => row.TenantId == tenantId && row.PersonId == personId && row.Kind == ConversationRow.Personal)
            .OrderByDescending(row => row.ToldAt).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Where we were last told to be; null when we are nowhere in the tenant any more. Chats that only we opened do not count.</summary>
    public async Task<ConversationRow?> ReadLatest(string tenantId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<ConversationRow>().AsNoTracking()
            .Where(row => row.TenantId == tenantId && row.EndedAt == null && row.ToldAt > 0)
            .OrderByDescending(row => row.ToldAt).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Takes in what an activity tells, after whoever else is writing.</summary>
    public Task<ChangeResult> Take(ConversationInfo info, ConversationChange change, Instant now, CancellationToken cancellation) => Retrying(async store =>
    {
        var rows = await RowsOf(store, info, change, cancellation);
        var isNew = Make(store, rows, info, change);
        var moved = isNew || change.Kind is ChangeKind.Came or ChangeKind.Left;
        foreach (var row in rows)
        {
            var wasEnded = row.EndedAt;
            var isSubject = row.ConversationId == info.PlaceId;
            var changed = isSubject && row.Learn(info);
            if (isSubject || change.OfWholeTeam) changed |= Apply(row, info, change.Kind, now);
            if (changed) row.Stamp = NewStamp();
            moved |= wasEnded != row.EndedAt;
        }

        await store.SaveChangesAsync(cancellation);
        var places = rows.Select(row => row.ConversationId).Where(place => place == info.PlaceId || change.OfWholeTeam);
        return new ChangeResult(rows.Exists(row => row.ConversationId == info.PlaceId && row.EndedAt is null), moved, [.. places]);
    });

    /// <summary>
    /// We are not there any more, nor anywhere in its team where that was said; false when something was heard since the row was read.
    /// By Teams' clock that is as of what it told last, so that whatever happens there later brings us back. A chat that only we
    /// opened stays as it is: it counts for nothing, and nobody would tell us when it can be written to again.
    /// </summary>
    public Task<bool> End(ConversationRow read, bool ofWholeTeam, Instant now) => Retrying(async store =>
    {
        var (tenant, place, team) = (read.TenantId, read.ConversationId, read.TeamId);
        var rows = await store.Set<ConversationRow>().Where(row => row.TenantId == tenant && row.EndedAt == null && row.ToldAt > 0 && (row.ConversationId == place || (ofWholeTeam && row.TeamId == team))).ToListAsync();
        if (!rows.Exists(row => row.ConversationId == place && row.Stamp == read.Stamp)) return false;
        foreach (var row in rows)
        {
            row.Left(row.ToldAt, now);
            row.Stamp = NewStamp();
        }

        await store.SaveChangesAsync();
        return true;
    });

    /// <summary>Remembers a personal chat that we opened ourselves.</summary>
    public Task<ConversationRow> Open(ConversationRow opened, CancellationToken cancellation) => Retrying(async store =>
    {
        var row = await store.Set<ConversationRow>().FirstOrDefaultAsync(row => row.TenantId == opened.TenantId && row.ConversationId == opened.ConversationId, cancellation);
        if (row is not null && row.PersonId == opened.PersonId) return row;
        if (row is null) row = store.Add(opened).Entity;
        (row.PersonId, row.Stamp) = (opened.PersonId, NewStamp());
        await store.SaveChangesAsync(cancellation);
        return row;
    });

    /// <summary>Keeps what a reading found out; false when anything was heard since the row was read.</summary>
    public async Task<bool> Settle(ConversationRow read, bool isShared, bool hasGuests, string? name, Instant began, CancellationToken cancellation)
    {
        var (stamp, kept) = (NewStamp(), name ?? read.Name);
        await using var store = await stores.CreateDbContextAsync(cancellation);
        return await store.Set<ConversationRow>().Where(row => row.TenantId == read.TenantId && row.ConversationId == read.ConversationId && row.Stamp == read.Stamp)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsShared, isShared).SetProperty(row => row.HasGuests, hasGuests).SetProperty(row => row.Name, kept)
                .SetProperty(row => row.CheckedAt, began).SetProperty(row => row.Stamp, stamp), cancellation) > 0;
    }

    /// <summary>Forgets the chats that only we opened, in a tenant where we no longer are.</summary>
    public async Task ForgetOpened(string tenantId, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        await store.Set<ConversationRow>().Where(row => row.TenantId == tenantId && row.ToldAt == 0).InKeyOrder(store, rows => rows.ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>Deletes what ended before an instant. Who put us out of their own chat is remembered for as long as we are anywhere in the tenant.</summary>
    public async Task Forget(Instant before, CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        var rows = store.Set<ConversationRow>();
        await rows.Where(row => row.EndedAt < before && (row.Kind != ConversationRow.Personal || !rows.Any(other => other.TenantId == row.TenantId && other.EndedAt == null)))
            .InKeyOrder(store, forgotten => forgotten.ExecuteDeleteAsync(cancellation), cancellation);
    }

    /// <summary>The conversation, the first channel of its team, and where it is about the whole team all its channels.</summary>
    private static Task<List<ConversationRow>> RowsOf(ChatStore store, ConversationInfo info, ConversationChange change, CancellationToken cancellation)
    {
        var (tenant, place, team, whole) = (info.TenantId, info.PlaceId, info.TeamId ?? "", change.OfWholeTeam);
        return store.Set<ConversationRow>().Where(row => row.TenantId == tenant && (row.ConversationId == place || row.ConversationId == team || (whole && row.TeamId == team))).ToListAsync(cancellation);
    }

    /// <summary>
    /// Makes what is not there yet: the conversation, and the first channel for its team, so that what was said before the team
    /// put us out does not bring us back when it arrives later. An activity that tells of no change makes nothing.
    /// </summary>
    private static bool Make(ChatStore store, List<ConversationRow> rows, ConversationInfo info, ConversationChange change)
    {
        if (change.Kind is not (ChangeKind.Spoken or ChangeKind.Came or ChangeKind.Left)) return false;
        var team = rows.Find(row => row.ConversationId == info.TeamId);
        var count = rows.Count;
        if (team is null && change.OfWholeTeam && info.TeamId is { } teamId && teamId != info.PlaceId) Add(teamId);
        if (!rows.Exists(row => row.ConversationId == info.PlaceId)) Add(info.PlaceId);
        return rows.Count > count;

        void Add(string id) => rows.Add(store.Add(new ConversationRow
        {
            TenantId = info.TenantId,
            ConversationId = id,
            Kind = info.Kind,
            TeamId = info.TeamId,
            ServiceUrl = info.ServiceUrl,
            BotId = info.BotId,
            EndedAt = team?.EndedAt,
            ToldAt = team is { EndedAt: not null } ? team.ToldAt : 0,
        }).Entity);
    }

    private static bool Apply(ConversationRow row, ConversationInfo info, ChangeKind kind, Instant now) => kind switch
    {
        ChangeKind.Spoken => row.Spoken(info.At),
        ChangeKind.Came => row.Came(info.At),
        ChangeKind.Left => row.Left(info.At, now),
        ChangeKind.Unsettled => row.MarkUnchecked(),
        ChangeKind.Shared => row.Share(true),
        ChangeKind.Unshared => row.Share(false),
        _ => false,
    };

    private static string NewStamp() => Guid.NewGuid().ToString("N");

    /// <summary>Works on a store of its own, and anew when somebody else was faster.</summary>
    private Task<T> Retrying<T>(Func<ChatStore, Task<T>> work) => Retries.OnConflict(
        async () =>
        {
            await using var store = await stores.CreateDbContextAsync();
            return await work(store);
        },
        CancellationToken.None);
}
