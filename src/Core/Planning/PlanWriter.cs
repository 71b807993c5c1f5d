using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Planning;

/// <summary>
/// Brings an account's rows in line with its plan: adds what is wanted, moves what has not gone out, drops what is no longer
/// wanted, and settles what has gone out and is done. Nothing that went out is ever posted again.
/// </summary>
public static class PlanWriter
{
    /// <summary>Reviews an account as it stands now; returns the ids of posts whose words no longer fit.</summary>
    public static IReadOnlyList<Guid> Review(AccountFacts facts, Instant now, Action<Nudge> add, Action<Nudge> drop)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var changed = facts.Practices.Where(practice => practice.PassTime(facts, now)).ToList();
        if (changed.Count > 0) facts.Account.Revision++;
        var plan = Planner.Plan(facts, now);
        facts.Account.LookAgainAt = plan.LookAgain;
        Rewrite(facts, plan, add, drop);
        return Settle(facts, plan, now);
    }

    private static void Rewrite(AccountFacts facts, NudgePlan plan, Action<Nudge> add, Action<Nudge> drop)
    {
        var waiting = facts.Nudges.Where(nudge => nudge.State is NudgeState.Planned or NudgeState.Held && !nudge.WentOut).ToDictionary(Key);
        foreach (var wanted in plan.Nudges)
        {
            if (waiting.Remove(Key(wanted), out var row)) Move(row, wanted);
            else if (!facts.Nudges.Any(nudge => Key(nudge) == Key(wanted))) add(wanted);
        }

        foreach (var unwanted in waiting.Values) drop(unwanted);
    }

    private static void Move(Nudge row, Nudge wanted)
    {
        row.DueAt = wanted.DueAt;
        row.AddresseeId = wanted.AddresseeId;
        row.IsDirect = wanted.IsDirect;
        if (row.Held == HeldReason.Undeliverable) return;
        row.PostAt = wanted.PostAt;
        row.RetryAt = wanted.RetryAt;
        row.State = wanted.State;
        row.Held = wanted.Held;
    }

    private static List<Guid> Settle(AccountFacts facts, NudgePlan plan, Instant now)
    {
        var stale = new List<Guid>();
        foreach (var nudge in facts.Nudges.Where(nudge => nudge.WentOut))
        {
            var before = (nudge.State, nudge.Settlement, nudge.SettledBy);
            Settle(nudge, facts, plan, now);
            if (before != (nudge.State, nudge.Settlement, nudge.SettledBy) && nudge.PostId is { } post) stale.Add(post);
        }

        return stale;
    }

    private static void Settle(Nudge nudge, AccountFacts facts, NudgePlan plan, Instant now)
    {
        var request = plan.RequestOf(nudge);
        if (request is not null && Planner.CycleOf(request, facts) == nudge.Cycle)
        {
            (nudge.State, nudge.SettledAt, nudge.SettledBy, nudge.Settlement) = (NudgeState.Posted, null, null, "");
            return;
        }

        if (nudge.IsFinal) return;
        if (request is not null && facts.Snoozes.Where(snooze => snooze.Matter == nudge.Matter).MaxBy(snooze => snooze.At) is { } snooze)
        {
            (nudge.State, nudge.SettledAt, nudge.SettledBy, nudge.Settlement) = (NudgeState.Snoozed, snooze.At, snooze.MemberId, nameof(NudgeState.Snoozed));
        }
        else if (request is null && facts.PracticeOf(nudge.Kind)?.ActOn(nudge, facts) is { } act)
        {
            (nudge.State, nudge.SettledAt, nudge.SettledBy, nudge.Settlement) = (NudgeState.Acted, act.At, act.By, act.What);
        }
        else if (facts.PracticeOf(nudge.Kind)?.Has(nudge.Subject, facts) == false)
        {
            (nudge.State, nudge.SettledAt, nudge.Settlement) = (NudgeState.Superseded, now, Nudge.TakenBack);
        }
        else
        {
            (nudge.State, nudge.SettledAt) = (HasPassed(nudge, facts, facts.Today(now)) ? NudgeState.Expired : NudgeState.Superseded, now);
        }
    }

    /// <summary>Whether the day it speaks of is over. One that spoke of it ahead is done when the day comes, and what follows speaks for the day.</summary>
    private static bool HasPassed(Nudge nudge, AccountFacts facts, LocalDate today) => facts.PracticeOf(nudge.Kind)?.DayOf(nudge) < today;

    private static (Matter Matter, Cycle Cycle, int Rung) Key(Nudge nudge) => (nudge.Matter, nudge.Cycle, nudge.Rung);
}
