using AccountNudge.Core.Nudges;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Planning;

/// <summary>A message of ours that stands somewhere and cannot be changed: its platform did not tell where.</summary>
/// <param name="Home">The platform's id of the channel; null for one person's direct messages.</param>
/// <param name="MemberId">Whose direct messages.</param>
/// <param name="DecidedAt">When it was sent.</param>
public sealed record UnreachableMessage(string? Home, Guid? MemberId, Instant DecidedAt);

/// <summary>Messages of ours that may name somebody who is erased: they are drawn anew, from what is left.</summary>
internal static class ErasedMessages
{
    /// <summary>Has them renewed.</summary>
    /// <param name="store">Where.</param>
    /// <param name="teamId">The team.</param>
    /// <param name="accounts">Of whom something was rewritten.</param>
    /// <param name="nudges">The nudges that go.</param>
    /// <param name="changes">The changes that are gone.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<ErasureReport> Renew(
        Store store, Guid teamId, IReadOnlyCollection<Guid> accounts, IReadOnlyCollection<Guid> nudges, IReadOnlyCollection<Guid> changes, CancellationToken cancellation)
    {
        var said = await store.Nudges.Where(nudge => nudge.TeamId == teamId && accounts.Contains(nudge.AccountId) && nudge.PostId != null && !nudges.Contains(nudge.Id))
            .Select(nudge => nudge.PostId!.Value).Distinct().ToListAsync(cancellation);
        var told = await store.Nudges.Where(nudge => nudges.Contains(nudge.Id) && nudge.PostId != null).Select(nudge => nudge.PostId!.Value).Distinct().ToListAsync(cancellation);
        // A message goes on while another nudge of it is left, of whichever client.
        var left = await store.Nudges.Where(nudge => nudge.PostId != null && told.Contains(nudge.PostId.Value) && !nudges.Contains(nudge.Id)).Select(nudge => nudge.PostId!.Value).Distinct().ToListAsync(cancellation);
        var answers = await store.Posts.Where(post => post.TeamId == teamId && post.AccountId != null && accounts.Contains(post.AccountId.Value))
            .Select(post => new { post.Id, post.Subject, post.ChangeId, IsKnown = store.Changes.Any(change => change.Id == post.ChangeId) }).ToListAsync(cancellation);
        var weeks = await Weeks(store, teamId, cancellation);
        // Of a record that can no longer be looked up nobody can tell whom it named.
        List<Guid> cleared =
        [
            .. told.Except(left), .. weeks.Earlier,
            .. answers.Where(answer => answer.Subject is null && answer.ChangeId is { } change && (changes.Contains(change) || !answer.IsKnown)).Select(answer => answer.Id),
        ];
        List<Guid> renewed = [.. said.Union(left).Union(answers.Select(answer => answer.Id)).Union(weeks.Last).Except(cleared)];
        await store.Posts.Where(post => cleared.Contains(post.Id) && post.State != PostState.Posting).InKeyOrder(
            store, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(post => post.Kind, PostKind.Cleared).SetProperty(post => post.Edits, post => post.Edits + 1), cancellation), cancellation);
        await store.Posts.Where(post => renewed.Contains(post.Id)).InKeyOrder(
            store, rows => rows.ExecuteUpdateAsync(set => set.SetProperty(post => post.Edits, post => post.Edits + 1), cancellation), cancellation);
        var unreachable = await store.Posts.Where(post => (cleared.Contains(post.Id) || renewed.Contains(post.Id)) && post.State == PostState.Posted && (post.MessageId == null || post.MessageId == ""))
            .OrderBy(post => post.DecidedAt).Select(post => new UnreachableMessage(post.Home, post.MemberId, post.DecidedAt)).ToListAsync(cancellation);
        store.HasPostsDue |= cleared.Count + renewed.Count > 0;
        return new ErasureReport(cleared.Count + renewed.Count - unreachable.Count, unreachable);
    }

    /// <summary>The weeks of the team's managers: the last one is drawn as things are now, an earlier one would only repeat it.</summary>
    private static async Task<(List<Guid> Earlier, List<Guid> Last)> Weeks(Store store, Guid teamId, CancellationToken cancellation)
    {
        var managers = store.Memberships.Where(place => place.TeamId == teamId && place.IsManager).Select(place => (Guid?)place.MemberId);
        var weeks = await store.Posts.Where(post => post.Kind == PostKind.Week && managers.Contains(post.MemberId)).Select(post => new { post.Id, post.MemberId, post.DecidedAt }).ToListAsync(cancellation);
        var last = weeks.GroupBy(week => week.MemberId).Select(of => of.OrderByDescending(week => week.DecidedAt).ThenByDescending(week => week.Id).First().Id).ToList();
        return ([.. weeks.Select(week => week.Id).Except(last)], last);
    }
}
