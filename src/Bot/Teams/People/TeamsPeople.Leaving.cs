using AccountNudge.Bot.Teams.Framework;
using AccountNudge.Core.Posting;
using AccountNudge.Core.Storage;

namespace AccountNudge.Bot.Teams.People;

/// <content>Who leaves a place that is a team's home is no member of that team any more.</content>
internal sealed partial class TeamsPeople
{
    /// <summary>
    /// Ends the memberships of people who went, and dates those of people who came, so that what is told late of an earlier
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
    }

    /// <summary>Ends the memberships of those who are not on a place's roster, which was read to its end.</summary>
    private Task EndMembershipsUnless(ConversationRow row, IReadOnlySet<string> people, Instant began) =>
        stores.LeaveUnless(Homes(row.TenantId, [row.ConversationId]), people, began, CancellationToken.None);

    private static HomeChannels Homes(string tenantId, IReadOnlyCollection<string> placeIds) => new(TeamsSettings.Platform, tenantId, placeIds);

    /// <summary>When something happened, by the product's clock. A simulated one tells nothing of Teams' own: there it happens as it is heard.</summary>
    private Instant ByOurClock(long at) => clock is SimulatedClock simulated ? simulated.GetCurrentInstant() : Instant.FromUnixTimeMilliseconds(at);
}
