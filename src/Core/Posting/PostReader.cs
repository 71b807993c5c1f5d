using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Posting;

/// <summary>Reads the <see cref="PostContent"/> of posts as things stand now.</summary>
internal static class PostReader
{
    /// <summary>Reads the content of a claimed post within its own scope; null when somebody else has claimed it since.</summary>
    public static async Task<PostContent?> ReadPost(this Store store, Post claimed, Instant now, CancellationToken cancellation)
    {
        if (await store.Claimed(claimed).FirstOrDefaultAsync(cancellation) is not { } post) return null;
        if (post.TeamId is not null) return (await store.ReadPosts([post], now, cancellation))[0];
        var workspace = await store.Workspaces.FirstAsync(workspace => workspace.Id == post.WorkspaceId, cancellation);
        return await ReadWeek(store, new PostContent(post, workspace), now, cancellation);
    }

    /// <summary>Reads the contents of posts of one workspace and of the teams of the scope, in few statements however many there are.</summary>
    public static async Task<IReadOnlyList<PostContent>> ReadPosts(this Store store, IReadOnlyList<Post> posts, Instant now, CancellationToken cancellation)
    {
        var (postIds, memberIds) = (posts.Select(post => post.Id).ToList(), posts.Select(post => post.MemberId).OfType<Guid>().Distinct().ToList());
        var changeIds = posts.Select(post => post.ChangeId).OfType<Guid>().ToList();
        var batch = new QueryBatch(store);
        var workspaces = batch.Add(new { posts[0].WorkspaceId }, static (store, asked) => store.Workspaces.Where(workspace => workspace.Id == asked.WorkspaceId));
        var teams = batch.Add(new { }, static (store, _) => store.Teams);
        var nudges = batch.Add(new { Ids = postIds }, static (store, asked) => store.Nudges.Where(nudge => nudge.PostId != null && asked.Ids.Contains(nudge.PostId.Value)));
        // Those whom posts go to directly, where they are in the team.
        var places = memberIds.Count == 0 ? null : batch.Add(new { Ids = memberIds }, static (store, asked) => store.Memberships.Where(place => asked.Ids.Contains(place.MemberId)));
        var members = memberIds.Count == 0 ? null : batch.Add(new { Ids = memberIds }, static (store, asked) => store.Members.Where(member => asked.Ids.Contains(member.Id)));
        var changes = changeIds.Count == 0 ? null : batch.Add(new { Ids = changeIds }, static (store, asked) => store.Changes.Where(change => asked.Ids.Contains(change.Id)));
        var importIds = posts.Where(post => post.SubjectKind == ImportRun.Kind).Select(post => post.Subject!.Value).ToList();
        var imports = importIds.Count == 0 ? [] : await store.Imports.Where(import => importIds.Contains(import.Id)).WithoutFiles().ToListAsync(cancellation);
        await batch.Run(cancellation);

        var accountIds = nudges.All.Select(nudge => nudge.AccountId).Concat(posts.Select(post => post.AccountId).OfType<Guid>()).Distinct().ToList();
        var facts = (await store.FactsOf(accountIds, now, cancellation)).ToDictionary(facts => facts.Account.Id);
        var lines = nudges.All.OrderBy(nudge => nudge.Lane).ThenBy(nudge => nudge.DueAt).ThenBy(nudge => nudge.AccountId).ThenBy(nudge => nudge.Subject).ThenBy(nudge => nudge.Id)
            .Select(nudge => new NudgeLine(nudge, facts[nudge.AccountId])).ToLookup(line => line.Nudge.PostId);
        var contents = posts.Select(post => new PostContent(post, workspaces.All[0])
        {
            Team = teams.All.FirstOrDefault(team => team.Id == post.TeamId),
            Reader = places?.All.Any(place => place.TeamId == post.TeamId && place.MemberId == post.MemberId) == true ? members!.All.FirstOrDefault(member => member.Id == post.MemberId) : null,
            Lines = [.. lines[post.Id]],
            Answer = post.AccountId is null && post.Subject is null ? null
                : new AnsweredRecord(post.About, facts.GetValueOrDefault(post.AccountId ?? Guid.Empty), changes?.All.FirstOrDefault(change => change.Id == post.ChangeId), now)
                {
                    Import = imports.Find(import => import.Id == post.Subject),
                },
        }).ToList();
        for (var index = 0; index < contents.Count; index++) contents[index] = await WithBrief(store, contents[index], cancellation);
        return await WithEarlier(store, contents, cancellation);
    }

    /// <summary>With the brief of the account, where its one line brings it.</summary>
    private static async Task<PostContent> WithBrief(Store store, PostContent content, CancellationToken cancellation) =>
        content.Lines is [var line] && line.Facts.PracticeOf(line.Nudge.Kind)?.BringsBrief(line.Nudge) == true
            ? content with { Brief = await store.BriefOf(line.Facts, line.Facts.ContactThere(line.Contact?.Id)?.Id, cancellation) }
            : content;

    /// <summary>With the messages that the posts may follow; only a post that is sent follows one, what stands there stays where it is.</summary>
    private static async Task<IReadOnlyList<PostContent>> WithEarlier(Store store, List<PostContent> contents, CancellationToken cancellation)
    {
        var asked = contents.Select(MatterOf).OfType<Matter>().ToList();
        if (asked.Count == 0) return contents;
        var (kinds, subjects) = (asked.Select(matter => matter.Kind).Distinct().ToList(), asked.Select(matter => matter.Subject).Distinct().ToList());
        var earlier = await store.Nudges.Where(nudge => kinds.Contains(nudge.Kind) && subjects.Contains(nudge.Subject))
            .Join(store.Posts, nudge => nudge.PostId, post => post.Id, (nudge, post) => new { nudge.Kind, nudge.Subject, Post = post })
            .Where(row => row.Post.State == PostState.Posted && row.Post.Home != null && row.Post.MessageId != null && row.Post.MessageId != "")
            .Where(row => !store.Nudges.Any(other => other.PostId == row.Post.Id && (other.Kind != row.Kind || other.Subject != row.Subject)))
            .Select(row => new { row.Kind, row.Subject, row.Post.Home, row.Post.DecidedAt, row.Post.Id, row.Post.MessageId })
            .ToListAsync(cancellation);
        return [.. contents.Select(content => content with
        {
            EarlierMessageId = earlier.Where(row => MatterOf(content) == new Matter(row.Kind, row.Subject) && row.Home == content.Team!.Home)
                .OrderByDescending(row => row.DecidedAt).ThenByDescending(row => row.Id).FirstOrDefault()?.MessageId,
        })];
    }

    /// <summary>The one matter of a post to a home channel that is yet to be sent; null where there is none or there are several.</summary>
    private static Matter? MatterOf(PostContent content) =>
        content is { Post.State: PostState.Posting, Home.HomeIsDirect: false } && content.Lines.Select(line => line.Nudge.Matter).Distinct().ToList() is [var only] ? only : null;

    /// <summary>A manager's week spans the teams they manage, and is said by the hours of the earliest of them.</summary>
    private static async Task<PostContent> ReadWeek(Store store, PostContent content, Instant now, CancellationToken cancellation)
    {
        var managerId = content.Post.MemberId;
        if (await store.Members.FirstOrDefaultAsync(member => member.Id == managerId, cancellation) is not { } manager) return content;
        var teams = await store.ManagedTeams(manager.Id, cancellation);
        store.Within(new Scope(content.Workspace.Id, [.. teams.Select(team => team.Id)]));
        return content with { Reader = manager, Team = teams.Count == 0 ? null : teams[0], Week = await store.DigestOf(null, now, isForManagers: true, cancellation) };
    }

    /// <summary>The teams that a member manages, earliest first.</summary>
    public static async Task<IReadOnlyList<AccountTeam>> ManagedTeams(this Store store, Guid memberId, CancellationToken cancellation)
    {
        store.Within(store.Scope with { TeamIds = await store.TeamsOf(store.Scope.WorkspaceId, memberId, cancellation) });
        var managed = store.Memberships.Where(place => place.MemberId == memberId && place.IsManager).Select(place => place.TeamId);
        return await store.Teams.Where(team => managed.Contains(team.Id)).OrderBy(team => team.CreatedAt).ToListAsync(cancellation);
    }
}
