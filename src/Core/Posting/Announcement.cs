using AccountNudge.Core.Briefs;
using AccountNudge.Core.Digests;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

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

    /// <summary>The brief that comes with its one line; null where none does.</summary>
    public Brief? Brief { get; init; }

    /// <summary>It may stand there already, and the platform cannot tell.</summary>
    public bool MayBeRepeated { get; init; }

    /// <summary>
    /// The platform's id of the latest earlier post in the same home channel that was about the one matter of this one and nothing
    /// else; null for a first post, for one about several matters, and for what goes to one person.
    /// </summary>
    public string? EarlierMessageId { get; init; }

    /// <summary>What an answer that is to be renewed shows; null for anything else.</summary>
    public AnsweredRecord? Answer { get; init; }

    /// <summary>The team whose home channel cannot be reached, when that is what there is to say.</summary>
    public AccountTeam? Unreachable { get; init; }
}

/// <summary>What an answer that stands somewhere shows, as things are now.</summary>
/// <param name="About">The matter whose state it shows; null where it shows none.</param>
/// <param name="Facts">What is known of its account; null when there is none any more.</param>
/// <param name="Change">What it says was recorded; null when that is too long ago to be taken back.</param>
/// <param name="Now">When it is drawn.</param>
public sealed record AnsweredRecord(Matter? About, AccountFacts? Facts, Change? Change, Instant Now)
{
    /// <summary>The import whose state it shows; null where it shows none.</summary>
    public ImportRun? Import { get; init; }
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
