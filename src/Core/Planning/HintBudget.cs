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
    /// The one hint of an account that may be said next, moved to the day from which there is room for it, and when another one takes its
    /// place, or none may be said any more, by the passing of time alone.
    /// </summary>
    /// <param name="requests">The hints that are to be said and were not yet.</param>
    /// <param name="facts">The account.</param>
    /// <param name="now">The time.</param>
    public static (NudgeRequest? Next, Instant? ChangesAt) Next(IReadOnlyList<NudgeRequest> requests, AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(facts);
        if (requests.Count == 0) return (null, null);
        var gate = facts.Gate(now);
        if (gate.ClientWaits) return (null, null);
        var (free, today) = (FreeFrom(facts), facts.Today(now));
        var sayable = requests.Where(request => !request.IsGated || !gate.IsShut).Select(request => request with { DueAt = Instant.Max(request.DueAt, free) })
            .Select(request => (Request: request, Day: LocalDate.Max(facts.Today(request.DueAt), today), Importance: facts.PracticeOf(request.Matter.Kind)?.HintImportance)).ToList();
        if (sayable.Count == 0) return (null, null);
        var day = sayable.Min(hint => hint.Day);
        var first = sayable.Where(hint => hint.Day == day).MinBy(hint => hint.Importance);
        var owed = facts.Owed.Select(matter => matter.DueAt).OfType<Instant>().Select(due => (LocalDate?)facts.Today(due)).Min();
        // A hint that waits for its reader, or for room in their morning message, waits beyond its own day.
        LocalDate?[] turns = [owed, .. sayable.Where(hint => hint.Day > day && hint.Importance < first.Importance).Select(hint => (LocalDate?)hint.Day)];
        var changesAt = turns.Where(turn => turn > today).Min() is { } next ? facts.Calendar.StartOf(next) : (Instant?)null;
        return (owed <= first.Day ? null : first.Request, changesAt);
    }

    /// <summary>The hints that one reader's morning message has no room for, and that wait for another morning.</summary>
    public static IReadOnlyList<Nudge> Waiting(IEnumerable<Nudge> morning, TeamSettings terms)
    {
        ArgumentNullException.ThrowIfNull(morning);
        ArgumentNullException.ThrowIfNull(terms);
        return [.. morning.Select(nudge => (Nudge: nudge, Importance: PracticeCatalog.Find(nudge.Kind)?.HintImportance)).Where(hint => hint.Importance is not null)
            .OrderBy(hint => hint.Importance).ThenBy(hint => hint.Nudge.PostAt).ThenBy(hint => hint.Nudge.AccountId).ThenBy(hint => hint.Nudge.Id)
            .Skip(terms.HintsPerMorning).Select(hint => hint.Nudge)];
    }

    private static Instant FreeFrom(AccountFacts facts)
    {
        var last = facts.Nudges.Where(nudge => nudge.WentOut && facts.PracticeOf(nudge.Kind)?.HintImportance is not null).Max(nudge => nudge.PostedAt);
        return last is { } said ? facts.Calendar.At(facts.Today(said).PlusDays(facts.Terms.HintDays), facts.Terms.Morning) : Instant.MinValue;
    }
}
