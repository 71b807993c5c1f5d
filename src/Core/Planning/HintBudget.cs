using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Planning;

/// <summary>
/// What all hints share, so that the bot itself keeps to a ceiling: one of an account within some weeks, none on a day on which the client is
/// owed something, the most important first, and few in one person's morning message. What has to wait waits without a pile-up. Pure.
/// </summary>
public static class HintBudget
{
    /// <summary>
    /// The one hint of an account that may be said next, moved to the day from which there is room for it; null where there is none, or the
    /// client is owed something by then.
    /// </summary>
    /// <param name="requests">The hints that are to be said and were not yet.</param>
    /// <param name="facts">The account.</param>
    /// <param name="now">The time.</param>
    public static NudgeRequest? Next(IEnumerable<NudgeRequest> requests, AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(facts);
        var free = FreeFrom(facts);
        return requests.Select(request => request with { DueAt = Instant.Max(request.DueAt, free) })
            .OrderBy(request => facts.Calendar.WorkingDateOnOrAfter(facts.Today(request.DueAt)))
            .ThenBy(request => facts.PracticeOf(request.Matter.Kind)?.HintImportance).FirstOrDefault() is { } next && !IsOwed(facts, next, now) ? next : null;
    }

    /// <summary>The days from which the client is owed something, at which a hint that was planned is not said any more.</summary>
    public static Instant? ChangesAt(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Owed.Select(owed => owed.DueAt).OfType<Instant>().Select(due => (Instant?)facts.Calendar.StartOf(facts.Today(due))).Where(at => at > now).Min();
    }

    /// <summary>The hints of one reader's morning message, and those that wait for another morning.</summary>
    public static (IReadOnlyList<Nudge> Said, IReadOnlyList<Nudge> Waiting) Split(IReadOnlyList<Nudge> hints, TeamSettings terms)
    {
        ArgumentNullException.ThrowIfNull(hints);
        ArgumentNullException.ThrowIfNull(terms);
        var inOrder = hints.OrderBy(nudge => PracticeCatalog.Find(nudge.Kind)?.HintImportance).ThenBy(nudge => nudge.PostAt).ThenBy(nudge => nudge.Id).ToList();
        return ([.. inOrder.Take(terms.HintsPerMorning)], [.. inOrder.Skip(terms.HintsPerMorning)]);
    }

    private static Instant FreeFrom(AccountFacts facts)
    {
        var last = facts.Nudges.Where(nudge => nudge.WentOut && facts.PracticeOf(nudge.Kind)?.HintImportance is not null).Max(nudge => nudge.PostedAt);
        return last is { } said ? facts.Calendar.At(facts.Today(said).PlusDays(facts.Terms.HintDays), facts.Terms.Morning) : Instant.MinValue;
    }

    /// <summary>Whether the client is owed something on the day on which it would be said.</summary>
    private static bool IsOwed(AccountFacts facts, NudgeRequest request, Instant now)
    {
        if (facts.Gate(now).ClientWaits) return true;
        var day = LocalDate.Max(facts.Calendar.WorkingDateOnOrAfter(facts.Today(request.DueAt)), facts.Today(now));
        return facts.Owed.Any(owed => owed.DueAt is { } due && facts.Today(due) <= day);
    }
}
