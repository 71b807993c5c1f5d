using AccountNudge.Core.Accounts;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Posting;

/// <summary>A message to be posted or renewed: what it is, where it goes, and what it says.</summary>
/// <param name="Post">The post.</param>
/// <param name="Workspace">Where.</param>
/// <param name="Address">The platform's id of the channel, or of the person when it is direct.</param>
/// <param name="IsDirect">A direct message.</param>
/// <param name="Voice">The language and manners.</param>
/// <param name="Zone">The zone in which times are written.</param>
/// <param name="Lines">The nudges, most pressing first; none for a manager's week.</param>
public sealed record Announcement(Post Post, Workspace Workspace, string Address, bool IsDirect, Voice Voice, DateTimeZone Zone, IReadOnlyList<NudgeLine> Lines)
{
    /// <summary>The manager whose week it is.</summary>
    public Member? Manager { get; init; }

    /// <summary>What that week brings, over all the teams they manage.</summary>
    public DigestReport? Week { get; init; }

    /// <summary>It may stand there already, and the platform cannot tell.</summary>
    public bool MayBeRepeated { get; init; }

    /// <summary>
    /// The platform's id of the latest earlier post in the same home channel that was about the one matter of this one and nothing
    /// else; null for a first post, for one about several matters, and for what goes to one person.
    /// </summary>
    public string? EarlierMessageId { get; init; }

    /// <summary>The team whose home channel cannot be reached, when that is what there is to say.</summary>
    public AccountTeam? Unreachable { get; init; }
}

/// <summary>Reads what a post says, as things stand now.</summary>
public static class AnnouncementReader
{
    /// <summary>Reads a post's announcement; null when it no longer has anything to say or nobody to say it to.</summary>
    public static async Task<Announcement?> AnnouncementOf(this Store store, Post post, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(post);
        var workspace = await store.Workspaces.FirstAsync(workspace => workspace.Id == post.WorkspaceId, cancellation);
        var member = post.MemberId is null ? null : await store.Members.FirstOrDefaultAsync(member => member.Id == post.MemberId, cancellation);
        if (post.TeamId is not { } teamId) return member is null ? null : await WeekOf(store, post, workspace, member, now, cancellation);
        var team = await store.Teams.FirstOrDefaultAsync(team => team.Id == teamId, cancellation);
        if (team is null || (post.MemberId is not null && member is null)) return null;
        if (member is not null && !await store.Memberships.AnyAsync(place => place.TeamId == team.Id && place.MemberId == member.Id, cancellation)) return null;
        if (post.Kind == PostKind.Unreachable)
        {
            if (member is null || team.UnreachableSince is null) return null;
            return new Announcement(post, workspace, member.PersonId, true, workspace.Voice(member.Language), member.Zone ?? team.Settings.Calendar().Zone, []) { Unreachable = team };
        }

        var lines = await Lines(store, post, team, now, cancellation);
        if (lines.Count == 0) return null;
        var zone = member?.Zone ?? team.Settings.Calendar().Zone;
        return member is null
            ? new Announcement(post, workspace, team.Home, team.HomeIsDirect, workspace.Voice(team.Settings.Language), zone, lines) { EarlierMessageId = await Earlier(store, post, team, lines, cancellation) }
            : new Announcement(post, workspace, member.PersonId, true, workspace.Voice(member.Language), zone, lines);
    }

    /// <summary>Asked for once per post, by the matter's own index; what stands there already stays where it is.</summary>
    private static async Task<string?> Earlier(Store store, Post post, AccountTeam team, IReadOnlyList<NudgeLine> lines, CancellationToken cancellation)
    {
        if (post.State != PostState.Posting || team.HomeIsDirect || lines.DistinctBy(line => line.Nudge.Matter).ToList() is not [{ Nudge: { } nudge }]) return null;
        var (kind, subject, home) = (nudge.Kind, nudge.Subject, team.Home);
        return await store.Nudges.Where(earlier => earlier.Kind == kind && earlier.Subject == subject)
            .Join(store.Posts, earlier => earlier.PostId, earlier => earlier.Id, (_, earlier) => earlier)
            .Where(earlier => earlier.State == PostState.Posted && earlier.Home == home && earlier.MessageId != null && earlier.MessageId != "")
            .Where(earlier => !store.Nudges.Any(other => other.PostId == earlier.Id && (other.Kind != kind || other.Subject != subject)))
            .OrderByDescending(earlier => earlier.DecidedAt).ThenByDescending(earlier => earlier.Id)
            .Select(earlier => earlier.MessageId).FirstOrDefaultAsync(cancellation);
    }

    private static async Task<Announcement?> WeekOf(Store store, Post post, Workspace workspace, Member manager, Instant now, CancellationToken cancellation)
    {
        store.Within(new Scope(workspace.Id, await store.TeamsOf(workspace.Id, manager.Id, cancellation)));
        var managed = await store.Memberships.Where(place => place.MemberId == manager.Id && place.IsManager).Select(place => place.TeamId).ToListAsync(cancellation);
        store.Within(new Scope(workspace.Id, managed));
        if (await store.DigestOf(now, cancellation) is not { } week) return null;
        var zone = manager.Zone ?? week.Zone;
        return new Announcement(post, workspace, manager.PersonId, true, workspace.Voice(manager.Language), zone, []) { Manager = manager, Week = week };
    }

    private static async Task<IReadOnlyList<NudgeLine>> Lines(Store store, Post post, AccountTeam team, Instant now, CancellationToken cancellation)
    {
        var nudges = await store.Nudges.Where(nudge => nudge.PostId == post.Id).ToListAsync(cancellation);
        var accountIds = nudges.Select(nudge => nudge.AccountId).Distinct().ToList();
        var accounts = await store.Accounts.Where(account => accountIds.Contains(account.Id)).ToListAsync(cancellation);
        var facts = (await store.FactsOf(accounts, team, now, cancellation)).ToDictionary(facts => facts.Account.Id);
        return [.. nudges.OrderBy(nudge => nudge.Lane).ThenBy(nudge => nudge.DueAt).ThenBy(nudge => nudge.Id).Select(nudge => new NudgeLine(nudge, facts[nudge.AccountId]))];
    }
}

/// <summary>Carries announcements to a chat platform; the seam between deciding and delivering.</summary>
public interface IMessenger
{
    /// <summary>Posts it. The post's key travels with it where the platform allows.</summary>
    Task<Delivery> Post(Announcement announcement, CancellationToken cancellation);

    /// <summary>Whether it stands there already.</summary>
    Task<Lookup> Find(Announcement announcement, CancellationToken cancellation);

    /// <summary>Replaces what stands there.</summary>
    Task<Delivery> Update(Announcement announcement, CancellationToken cancellation);
}
