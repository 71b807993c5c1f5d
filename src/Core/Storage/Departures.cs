namespace AccountNudge.Core.Storage;

/// <summary>Channels of one workspace, in which teams may be at home.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="WorkspaceId">The platform's id of the workspace.</param>
/// <param name="ChannelIds">The platform's ids of the channels.</param>
public sealed record HomeChannels(string Platform, string WorkspaceId, IReadOnlyCollection<string> ChannelIds);

/// <summary>
/// People who leave the home channels of teams. A member is who is in the home channel: whoever leaves it is none any more, and
/// what they recorded and look after stays. Nobody leaves their own chat, so a team of one is never touched.
/// </summary>
public static class Departures
{
    /// <summary>Ends the memberships of people who left some channels, unless they came into them after that.</summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="personIds">The platform's ids of those who left; nobody needs to be known here.</param>
    /// <param name="at">When they left, by the product's clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task Leave(this Stores stores, HomeChannels homes, IReadOnlySet<string> personIds, Instant at, CancellationToken cancellation) =>
        Change(stores, homes, personIds.Contains, at, (store, place) => store.Memberships.Remove(place), cancellation);

    /// <summary>
    /// Whoever came into some channels is there since then, whatever is told later of their leaving before that. It makes nobody
    /// a member: who is new becomes one by taking part.
    /// </summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="personIds">The platform's ids of those who came.</param>
    /// <param name="at">When they came, by the product's clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task Return(this Stores stores, HomeChannels homes, IReadOnlySet<string> personIds, Instant at, CancellationToken cancellation) =>
        Change(stores, homes, personIds.Contains, at, (_, place) => place.JoinedAt = at, cancellation);

    /// <summary>Ends the memberships of all who are not among those found in some channels, unless they came after the search began.</summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="personIds">The platform's ids of everybody there.</param>
    /// <param name="began">When the search began, by the product's clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task LeaveUnless(this Stores stores, HomeChannels homes, IReadOnlySet<string> personIds, Instant began, CancellationToken cancellation) =>
        Change(stores, homes, id => !personIds.Contains(id), began, (store, place) => store.Memberships.Remove(place), cancellation);

    /// <summary>Changes the memberships of some people that are as old as that, and anew when somebody else was faster.</summary>
    private static Task Change(Stores stores, HomeChannels homes, Func<string, bool> isMeant, Instant at, Action<Store, Membership> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(homes);
        return Retries.OnConflict(
            async () =>
            {
                await using var store = stores.Open(Scope.Nothing);
                if (await ScopeOf(store, homes, cancellation) is not { TeamIds.Count: > 0 } scope) return;
                store.Within(scope);
                var places = await store.Memberships.Where(place => place.JoinedAt <= at)
                    .Join(store.Members, place => place.MemberId, member => member.Id, (place, member) => new { Place = place, member.PersonId }).ToListAsync(cancellation);
                foreach (var meant in places.Where(meant => isMeant(meant.PersonId))) change(store, meant.Place);
                await store.SaveChangesAsync(cancellation);
            },
            cancellation);
    }

    private static async Task<Scope?> ScopeOf(Store store, HomeChannels homes, CancellationToken cancellation)
    {
        var workspace = await store.Workspaces.FirstOrDefaultAsync(workspace => workspace.Platform == homes.Platform && workspace.ExternalId == homes.WorkspaceId, cancellation);
        return workspace is null ? null : new Scope(workspace.Id, await store.TeamsAt(workspace.Id, homes.ChannelIds, cancellation));
    }
}
