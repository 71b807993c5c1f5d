using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Posting;

/// <summary>A post with all that decides whether, when and how it is said.</summary>
/// <param name="Post">The post.</param>
/// <param name="Workspace">Its workspace.</param>
internal sealed record PostContent(Post Post, Workspace Workspace)
{
    /// <summary>The post's team; of a manager's week the one by whose hours it is said. Null when there is none any more.</summary>
    public AccountTeam? Team { get; init; }

    /// <summary>Whom the post goes to directly; null when it goes to the home channel, or when they have left the team.</summary>
    public Member? Reader { get; init; }

    /// <summary>The nudges, most pressing first; none for a manager's week.</summary>
    public IReadOnlyList<NudgeLine> Lines { get; init; } = [];

    /// <summary>See <see cref="Announcement.Answer"/>.</summary>
    public AnsweredRecord? Answer { get; init; }

    /// <summary>See <see cref="Announcement.EarlierMessageId"/>.</summary>
    public string? EarlierMessageId { get; init; }

    /// <summary>See <see cref="Announcement.Week"/>.</summary>
    public DigestReport? Week { get; init; }

    /// <summary>The home channel that the post goes to; null for a post to one person.</summary>
    public AccountTeam? Home => Post.MemberId is null ? Team : null;

    /// <summary>The hours in which it is said: the team's, or its reader's own; null where nobody has any.</summary>
    public PostingHours? Hours => Team is null ? null : PostingHours.Of(Team.Settings, Reader, Post.Kind == PostKind.Appointment);

    /// <summary>See <see cref="Announcement.Brief"/>.</summary>
    public Brief? Brief { get; init; }

    /// <summary>The lines that the post has yet to say.</summary>
    public IEnumerable<NudgeLine> Unsaid => Lines.Where(line => line.Nudge.State == NudgeState.Posting);

    /// <summary>What there is to say; null when there is nothing any more, or nobody to say it to.</summary>
    public Announcement? Announcement()
    {
        if (Post.Kind == PostKind.Cleared) return Cleared();
        if (Post.TeamId is null)
            return Reader is null || Week is null ? null : Direct(Reader, Reader.Zone ?? Week.Zone) with { Manager = Reader, Week = Week };
        if (Team is null || (Post.MemberId is not null && Reader is null)) return null;
        var zone = Reader?.Zone ?? Team.Settings.Calendar().Zone;
        if (Post.Kind == PostKind.Unreachable)
            return Reader is null || Team.UnreachableSince is null ? null : Direct(Reader, zone) with { Unreachable = Team };
        if (Lines.Count == 0 && Answer is null) return null;
        return Reader is null
            ? new Announcement(Post, Workspace, Team.Home, Team.HomeIsDirect, Workspace.Voice(Team.Settings.Language), zone, Lines) { EarlierMessageId = EarlierMessageId, Answer = Answer }
            : Direct(Reader, zone) with { Answer = Answer, Brief = Brief };
    }

    /// <summary>There is nothing to say any more but that.</summary>
    private Announcement? Cleared()
    {
        if (Team is null || (Post.MemberId is not null && Reader is null)) return null;
        var zone = Reader?.Zone ?? Team.Settings.Calendar().Zone;
        return Reader is { } reader ? Direct(reader, zone) with { Lines = [] } : new Announcement(Post, Workspace, Team.Home, Team.HomeIsDirect, Workspace.Voice(Team.Settings.Language), zone, []);
    }

    private Announcement Direct(Member reader, DateTimeZone zone) => new(Post, Workspace, reader.PersonId, true, Workspace.Voice(reader.Language), zone, Lines);
}
