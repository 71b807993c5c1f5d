using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;

namespace AccountNudge.Core.Posting;

/// <summary>What becomes of a claimed post now. Pure.</summary>
internal abstract record PostDecision
{
    private PostDecision()
    {
    }

    /// <summary>It is said.</summary>
    public sealed record Say(Announcement Announcement) : PostDecision;

    /// <summary>There is nothing to say any more, or nobody to say it to, or its day is over; what it was about is planned anew.</summary>
    public sealed record GiveUp : PostDecision;

    /// <summary>Its place is closed, or its day over: what it says goes into another post when it may be said.</summary>
    public sealed record PutOff(Instant Until) : PostDecision;

    /// <summary>It stays as it is until its place opens.</summary>
    public sealed record Wait : PostDecision;

    /// <summary>Some of it was settled while it waited, and is not said any more.</summary>
    public sealed record DropSettled(IReadOnlyList<Nudge> Nudges) : PostDecision;

    /// <summary>Its home has refused a post lately and is not tried now.</summary>
    public sealed record HomePaused : PostDecision;

    /// <summary>Decides. Once a post was tried it may stand there already, and is not held back any more.</summary>
    public static PostDecision Of(PostContent content, Instant now)
    {
        var post = content.Post;
        if (post.FirstTriedAt is null)
        {
            if (content.Hours is { } hours && HeldBack(post, hours, now) is { } heldBack) return heldBack;
            if (Settled(content, now) is { Count: > 0 } settled) return new DropSettled(settled);
        }

        if (content.Announcement() is not { } announcement) return new GiveUp();
        return post.FirstTriedAt is null && content.Home?.IsPaused(now) == true ? new HomePaused() : new Say(announcement);
    }

    private static PostDecision? HeldBack(Post post, PostingHours hours, Instant now)
    {
        // That a home is gone is told once, whatever the day; nobody would make the post anew.
        if (post.Kind == PostKind.Unreachable) return hours.Allow(now) ? null : new Wait();
        if (hours.Allow(now) && hours.DayOf(post.DecidedAt) == hours.DayOf(now)) return null;
        return post.Kind is PostKind.Severe or PostKind.Appointment ? new GiveUp() : new PutOff(hours.NextOpening(now));
    }

    private static List<Nudge> Settled(PostContent content, Instant now) =>
    [
        .. content.Unsaid.GroupBy(line => line.Account.Id).SelectMany(lines =>
        {
            var facts = lines.First().Facts;
            var plan = Planner.Plan(facts, now);
            return lines.Select(line => line.Nudge).Where(nudge => plan.RequestOf(nudge) is not { } request || Planner.CycleOf(request, facts) != nudge.Cycle);
        }),
    ];
}
