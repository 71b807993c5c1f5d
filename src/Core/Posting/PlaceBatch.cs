using System.Globalization;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Posting;

/// <summary>The due nudges of one place, sorted by how they are said. Pure.</summary>
/// <param name="Facts">Facts of any of their accounts.</param>
/// <param name="Reader">Whom they go to directly; null for the home channel.</param>
/// <param name="Hours">When something may be said there.</param>
/// <param name="Today">The day it is there.</param>
internal sealed record PlaceBatch(AccountFacts Facts, Guid? Reader, PostingHours Hours, LocalDate Today)
{
    /// <summary>A severe nudge this much behind its instant was held up by us; several such go into one message.</summary>
    private static readonly Duration Behind = Duration.FromHours(1);

    /// <summary>All of them but appointments, when nothing may be said there now.</summary>
    public IReadOnlyList<Nudge> Closed { get; init; } = [];

    /// <summary>Each in a post of its own.</summary>
    public IReadOnlyList<Nudge> Alone { get; init; } = [];

    /// <summary>Together in the morning message, or in a post of their own where there is none.</summary>
    public IReadOnlyList<Nudge> Late { get; init; } = [];

    /// <summary>In the morning message.</summary>
    public IReadOnlyList<Nudge> Morning { get; init; } = [];

    /// <summary>The key of the day's morning message there.</summary>
    public string MorningKey => string.Create(CultureInfo.InvariantCulture, $"morning:{Facts.Account.TeamId:N}:{Place}:{Today:yyyy-MM-dd}");

    private string Place => Reader?.ToString("N") ?? "all";

    /// <summary>Sorts due nudges of one place, of which there is at least one.</summary>
    public static PlaceBatch Of(Guid? reader, IReadOnlyList<Nudge> due, IReadOnlyDictionary<Guid, AccountFacts> factsOf, Instant now)
    {
        var facts = factsOf[due[0].AccountId];
        var hours = PostingHours.Of(facts.Terms, facts.Roster.Find(reader));
        var batch = new PlaceBatch(facts, reader, hours, hours.DayOf(now));
        var appointments = due.Where(nudge => nudge.Lane == Lane.Appointment).ToList();
        due = [.. due.Except(appointments)];
        if (!hours.Allow(now)) return batch with { Alone = appointments, Closed = due };
        var severe = due.Where(nudge => nudge.Lane == Lane.Severe).ToList();
        var late = severe.Where(nudge => (nudge.Rung == 0 ? nudge.DueAt : nudge.ReadyAt) <= now - Behind).ToList();
        if (late.Count < 2) late = [];
        var released = due.Where(nudge => nudge.Lane != Lane.Severe && IsReleased(nudge, factsOf[nudge.AccountId])).ToList();
        return batch with { Alone = [.. appointments, .. severe.Except(late), .. released], Late = late, Morning = [.. due.Except(severe).Except(released)] };
    }

    /// <summary>The post of a nudge that is said alone; it has the nudge's id.</summary>
    public Post PostOf(Nudge nudge, Instant now) =>
        New(nudge.Id, nudge.Lane == Lane.Appointment ? PostKind.Appointment : PostKind.Severe, $"nudge:{nudge.Id:N}", now);

    /// <summary>The day's morning message.</summary>
    public Post MorningPost(Instant now) => New(Guid.CreateVersion7(), PostKind.Morning, MorningKey, now);

    /// <summary>What is late and has no morning message to go into.</summary>
    public Post CatchUpPost(Instant now) =>
        New(Guid.CreateVersion7(), PostKind.CatchUp, string.Create(CultureInfo.InvariantCulture, $"catch-up:{Facts.Account.TeamId:N}:{Place}:{now.ToUnixTimeSeconds()}"), now);

    /// <summary>What someone let through the gate is said at once and on its own, not in tomorrow's morning message.</summary>
    private static bool IsReleased(Nudge nudge, AccountFacts facts) =>
        facts.Overrides.Any(released => released.Kind == nudge.Kind && released.Subject == nudge.Subject && nudge.Cycle.Event == released.Cycle);

    private Post New(Guid id, PostKind kind, string key, Instant now) => new()
    {
        Id = id,
        WorkspaceId = Facts.Account.WorkspaceId,
        TeamId = Facts.Account.TeamId,
        MemberId = Reader,
        Key = key,
        Kind = kind,
        State = PostState.Posting,
        DecidedAt = now,
        LeaseUntil = Core.Storage.Claims.Free,
    };
}
