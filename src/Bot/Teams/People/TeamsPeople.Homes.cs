using AccountNudge.Bot.Platforms;
using AccountNudge.Bot.Teams.Api;
using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Teams.People;

/// <content>Whoever is in a place that is a team's home belongs to the team: they come, they leave, or are found there.</content>
internal sealed partial class TeamsPeople
{
    /// <summary>Reads who is in a channel now, and lets them belong to the team that is at home there; what Teams does not tell is made up for by the next reading.</summary>
    public async Task FollowHome(string tenantId, string placeId, CancellationToken cancellation)
    {
        if (await table.Read(tenantId, placeId, cancellation) is { EndedAt: null } row)
            await reading.Run((tenantId, placeId), () => Read(row)).WaitFor(Patience, time, cancellation);
    }

    /// <summary>In which of these places someone is, by their rosters; null when Teams does not tell at the moment.</summary>
    public async Task<IReadOnlyCollection<string>?> ChannelsOf(string tenantId, string personId, IReadOnlyCollection<string> among, CancellationToken cancellation)
    {
        var asked = await Task.WhenAll(among.Select(async placeId => (PlaceId: placeId, Answer: await Ask(tenantId, placeId, personId, cancellation))));
        if (asked.Any(place => place.Answer is not (MemberFound or CallResult.Refused))) return null;
        return [.. asked.Where(place => IsColleague(place.Answer, tenantId)).Select(place => place.PlaceId)];
    }

    /// <summary>
    /// Ends the memberships of people who went, and begins or dates those of people who came, so that what is told late of an earlier
    /// departure does not count. Not to be left half done: what is told of a removal is told once.
    /// </summary>
    private async Task UpdateMemberships(Activity activity, ConversationInfo info, IReadOnlyCollection<string> placeIds)
    {
        var (came, went) = (ConversationChange.Added(activity), ConversationChange.Removed(activity));
        if (info.Kind == ConversationRow.Personal || came.Count + went.Count == 0) return;
        foreach (var id in went) profiles.Remove((info.TenantId, id));
        var (homes, at) = (Homes(info.TenantId, placeIds), ByOurClock(info.At));
        if (came.Count > 0) await stores.Return(homes, came, at, CancellationToken.None);
        if (went.Count > 0) await stores.Leave(homes, went, at, CancellationToken.None);
        // Whoever comes into a team is not in its private channels, and may have left again: the roster of each home tells.
        came.RemoveWhere(MemberMapping.IsBot);
        foreach (var (placeId, personId) in came.Count > 0 ? await stores.Strangers(homes, came, CancellationToken.None) : [])
        {
            if (await Ask(info.TenantId, placeId, personId, CancellationToken.None) is MemberFound found && IsColleague(found, info.TenantId))
                await stores.Join(Homes(info.TenantId, [placeId]), [Present(found.Member, info.TenantId)], at, CancellationToken.None);
        }
    }

    /// <summary>Makes those on a place's roster, which was read to its end, the members of the team at home there.</summary>
    private async Task Follow(ConversationRow row, IReadOnlyCollection<TeamsMember> people, Instant began)
    {
        var (home, byId) = (Homes(row.TenantId, [row.ConversationId]), people.DistinctBy(person => person.Id).ToDictionary(person => person.Id, StringComparer.OrdinalIgnoreCase));
        var ids = byId.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var strangers = await stores.Strangers(home, ids, CancellationToken.None);
        await stores.Follow(home, ids, [.. strangers.Where(one => !MemberMapping.IsBot(one.PersonId)).Select(one => Present(byId[one.PersonId], row.TenantId))], began, CancellationToken.None);
    }

    /// <summary>What a place's roster says of someone; refused where we are not ourselves.</summary>
    private async Task<CallResult> Ask(string tenantId, string placeId, string personId, CancellationToken cancellation) =>
        await Find(tenantId, placeId, cancellation) is { } place ? await api.Member(place.ServiceUrl, placeId, personId, cancellation) : NotThere;

    private static bool IsColleague(CallResult answer, string tenantId) => answer is MemberFound { Member: var member } && !MemberMapping.IsOutsider(member, tenantId);

    private PresentPerson Present(TeamsMember member, string tenantId) =>
        (MemberMapping.Person(member, tenantId, member.Id) with { Locale = languages.GetValueOrDefault((tenantId, member.Id)) }).Present;

    private static HomeChannels Homes(string tenantId, IReadOnlyCollection<string> placeIds) => new(TeamsSettings.Platform, tenantId, placeIds);

    /// <summary>When something happened, by the product's clock. A simulated one tells nothing of Teams' own: there it happens as it is heard.</summary>
    private Instant ByOurClock(long at) => clock is SimulatedClock simulated ? simulated.GetCurrentInstant() : Instant.FromUnixTimeMilliseconds(at);
}
