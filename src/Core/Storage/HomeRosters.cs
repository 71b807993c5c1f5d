using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Storage;

/// <summary>Channels of one workspace, in which teams may be at home.</summary>
/// <param name="Platform">The platform.</param>
/// <param name="WorkspaceId">The platform's id of the workspace.</param>
/// <param name="ChannelIds">The platform's ids of the channels.</param>
public sealed record HomeChannels(string Platform, string WorkspaceId, IReadOnlyCollection<string> ChannelIds);

/// <summary>Somebody whom the platform finds in a channel; no guest.</summary>
/// <param name="Id">The platform's id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Language">Theirs; null takes the team's.</param>
/// <param name="Zone">Theirs; null when the platform does not tell.</param>
public sealed record PresentPerson(string Id, string Name, Language? Language = null, DateTimeZone? Zone = null);

/// <summary>
/// Who is in the home channels of teams. A member is who is in the home channel, spoken or not: whoever comes into it is one from then on,
/// whoever leaves it is none any more, and what they recorded and look after stays. Nobody leaves their own chat, so a team of one
/// is never touched.
/// </summary>
public static class HomeRosters
{
    /// <summary>People who are no members yet of a team at home in one of the channels, by channel; nobody where no team is at home.</summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="personIds">The platform's ids of people there.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<IReadOnlyList<(string ChannelId, string PersonId)>> Strangers(
        this Stores stores, HomeChannels homes, IReadOnlySet<string> personIds, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(homes);
        await using var store = stores.Open(Scope.Nothing);
        if (!await IsWithin(store, homes, cancellation)) return [];
        var teams = await store.Teams.Select(team => new { team.Id, team.Home }).ToListAsync(cancellation);
        var known = await store.Memberships.Join(store.Members, place => place.MemberId, member => member.Id, (place, member) => new { place.TeamId, member.PersonId }).ToListAsync(cancellation);
        var there = known.ToLookup(place => place.TeamId, place => place.PersonId);
        return [.. teams.SelectMany(team => personIds.Except(there[team.Id], StringComparer.OrdinalIgnoreCase).Select(id => (team.Home, id)))];
    }

    /// <summary>Ends the memberships of people who left some channels, unless they came into them after that.</summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="personIds">The platform's ids of those who left; nobody needs to be known here.</param>
    /// <param name="at">When they left, by the product's clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task Leave(this Stores stores, HomeChannels homes, IReadOnlySet<string> personIds, Instant at, CancellationToken cancellation) =>
        Change(stores, homes, store => End(store, personIds.Contains, at, cancellation), cancellation);

    /// <summary>Members who came into some channels again are there since then, whatever is told later of their leaving before that.</summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="personIds">The platform's ids of those who came.</param>
    /// <param name="at">When they came, by the product's clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task Return(this Stores stores, HomeChannels homes, IReadOnlySet<string> personIds, Instant at, CancellationToken cancellation) => Change(
        stores,
        homes,
        async store =>
        {
            foreach (var place in await Places(store, personIds.Contains, at, cancellation)) place.JoinedAt = at;
        },
        cancellation);

    /// <summary>Makes people who are in some channels members of the teams at home there, as far as they are not yet.</summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="people">Who is there.</param>
    /// <param name="at">When they were seen there, by the product's clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task Join(this Stores stores, HomeChannels homes, IReadOnlyCollection<PresentPerson> people, Instant at, CancellationToken cancellation) =>
        people.Count == 0 ? Task.CompletedTask : Change(stores, homes, store => Begin(store, people, at, cancellation), cancellation);

    /// <summary>
    /// Makes the members of the teams at home in some channels those who were found there: the memberships of all others end, unless
    /// they came after the search began.
    /// </summary>
    /// <param name="stores">Where the memberships are.</param>
    /// <param name="homes">The channels.</param>
    /// <param name="personIds">The platform's ids of everybody there but guests.</param>
    /// <param name="strangers">Who of them is to become a member, as far as they are none yet.</param>
    /// <param name="began">When the search began, by the product's clock.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static Task Follow(
        this Stores stores, HomeChannels homes, IReadOnlySet<string> personIds, IReadOnlyCollection<PresentPerson> strangers, Instant began, CancellationToken cancellation) => Change(
        stores,
        homes,
        async store =>
        {
            await End(store, id => !personIds.Contains(id), began, cancellation);
            await Begin(store, strangers, began, cancellation);
        },
        cancellation);

    private static async Task End(Store store, Func<string, bool> isMeant, Instant at, CancellationToken cancellation) =>
        store.Memberships.RemoveRange(await Places(store, isMeant, at, cancellation));

    private static async Task Begin(Store store, IReadOnlyCollection<PresentPerson> people, Instant at, CancellationToken cancellation)
    {
        if (people.Count == 0) return;
        var ids = people.Select(person => person.Id).ToList();
        var members = await store.Members.Where(member => ids.Contains(member.PersonId)).ToDictionaryAsync(member => member.PersonId, StringComparer.Ordinal, cancellation);
        var there = (await store.Memberships.Select(place => new { place.TeamId, place.MemberId }).ToListAsync(cancellation)).Select(place => (place.TeamId, place.MemberId)).ToHashSet();
        foreach (var team in await store.Teams.ToListAsync(cancellation))
        {
            foreach (var person in people)
            {
                if (!members.TryGetValue(person.Id, out var member))
                {
                    member = new Member
                    {
                        WorkspaceId = team.WorkspaceId, PersonId = person.Id, Name = person.Name, Language = person.Language ?? team.Settings.Language, Zone = person.Zone,
                    };
                    members[person.Id] = member;
                    store.Members.Add(member);
                }

                if (there.Add((team.Id, member.Id)))
                    store.Memberships.Add(new Membership { WorkspaceId = team.WorkspaceId, TeamId = team.Id, MemberId = member.Id, JoinedAt = at });
            }
        }
    }

    /// <summary>The memberships of some people that are as old as that.</summary>
    private static async Task<IReadOnlyList<Membership>> Places(Store store, Func<string, bool> isMeant, Instant at, CancellationToken cancellation)
    {
        var places = await store.Memberships.Where(place => place.JoinedAt <= at)
            .Join(store.Members, place => place.MemberId, member => member.Id, (place, member) => new { Place = place, member.PersonId }).ToListAsync(cancellation);
        return [.. places.Where(place => isMeant(place.PersonId)).Select(place => place.Place)];
    }

    /// <summary>Does something with the teams at home in some channels, and anew when somebody else was faster.</summary>
    private static Task Change(Stores stores, HomeChannels homes, Func<Store, Task> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(stores);
        ArgumentNullException.ThrowIfNull(homes);
        return Retries.OnConflict(
            async () =>
            {
                await using var store = stores.Open(Scope.Nothing);
                if (!await IsWithin(store, homes, cancellation)) return;
                await change(store);
                await store.SaveChangesAsync(cancellation);
            },
            cancellation);
    }

    /// <summary>Puts the teams at home in some channels into scope; false when there are none.</summary>
    private static async Task<bool> IsWithin(Store store, HomeChannels homes, CancellationToken cancellation)
    {
        var workspace = await store.Workspaces.FirstOrDefaultAsync(workspace => workspace.Platform == homes.Platform && workspace.ExternalId == homes.WorkspaceId, cancellation);
        if (workspace is null) return false;
        var scope = new Scope(workspace.Id, await store.TeamsAt(workspace.Id, homes.ChannelIds, cancellation));
        store.Within(scope);
        return scope.TeamIds.Count > 0;
    }
}
