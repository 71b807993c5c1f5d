using AccountNudge.Core.Complaints;
using AccountNudge.Core.Hooks;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Planning;
using AccountNudge.Testing;
using NodaTime;

namespace AccountNudge.Core.Tests.Nudges;

/// <summary>
/// The plan's promise, compared with brute force: between a review and its "look again" nothing changes by the passing of
/// time alone. Random accounts are walked through two years; at every hour, and around every instant that might matter,
/// everything is decided anew and must come out the same.
/// </summary>
public class LookAgainTests
{
    private const int FirstSeed = 20_260_301;
    private static readonly Duration Years = Duration.FromDays(731);

    [Fact]
    public void Nothing_changes_before_the_instant_to_look_again()
    {
        Parallel.ForEach(Enumerable.Range(FirstSeed, Extent.Of(3, 12)), seed =>
        {
            try
            {
                Walk(new RandomStory(seed), seed % 2 == 0);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}: {failure.Message}", failure);
            }
        });
    }

    [Fact]
    public void No_practice_changes_its_mind_before_its_own_instant_to_look_again()
    {
        foreach (var seed in Enumerable.Range(FirstSeed, 12))
        {
            var random = new RandomStory(seed);
            var facts = random.Story.FactsAt(random.Story.Now);
            foreach (var practice in PracticeCatalog.All)
            {
                var (review, from) = (practice.Review(facts, random.Story.Now), random.Story.Now);
                for (var at = from; at < random.Story.Now + Years; at += Duration.FromHours(1))
                {
                    // Looked at again at its instant, to the second, and not before.
                    while (review.LookAgain is { } turn && turn <= at && turn > from) (review, from) = (practice.Review(facts, turn), turn);
                    if (review.LookAgain <= from || !practice.Review(facts, at).Requests.SequenceEqual(review.Requests))
                        throw new InvalidOperationException($"Seed {seed}: {practice.Kind}, asked at {from}, changed its mind at {at}, before {review.LookAgain?.ToString() ?? "never"}.");
                }
            }
        }
    }

    /// <summary>Half of the stories are left alone after some weeks, so that long silences are walked through too.</summary>
    private static void Walk(RandomStory random, bool busy)
    {
        var story = random.Story;
        var (start, busyUntil) = (story.Now, story.Now + (busy ? Years : Duration.FromDays(45)));
        var next = start + random.Pause();
        while (story.Now < start + Years)
        {
            var until = next < busyUntil ? next : start + Years;
            Watch(story, until);
            if (next >= busyUntil) continue;
            random.Act();
            next = story.Now + random.Pause();
        }
    }

    /// <summary>Walks from one due instant to the next, and looks around in between.</summary>
    private static void Watch(Story story, Instant until)
    {
        story.Until(story.Now);
        while (true)
        {
            var due = Instant.Min(story.NextDue() ?? until, until);
            var before = Picture.Of(story, story.Now);
            foreach (var at in Between(story, story.Now, due - story.Lag)) before.ShouldStillHold(story, at);
            if (due >= until) break;
            story.Until(due);
        }

        story.Until(until);
    }

    private static IEnumerable<Instant> Between(Story story, Instant from, Instant to)
    {
        for (var at = from; at < to; at += Duration.FromHours(1)) yield return at;
        foreach (var at in Candidates(story))
        {
            foreach (var near in new[] { -3600, -60, -1, 0, 1, 60 })
            {
                if (at + Duration.FromSeconds(near) is var instant && instant > from && instant < to) yield return instant;
            }
        }
    }

    private static IEnumerable<Instant> Candidates(Story story)
    {
        foreach (var nudge in story.Nudges.Where(nudge => !nudge.IsFinal))
        {
            yield return nudge.PostAt;
            yield return nudge.DueAt;
        }

        foreach (var complaint in story.Complaints)
        {
            foreach (var at in new[] { complaint.AcknowledgeBy, complaint.NextUpdateBy, complaint.ResolveBy, complaint.ConfirmBy, complaint.OnItUntil, complaint.ClosedAt, complaint.GateOpensAt })
            {
                if (at is { } instant) yield return instant;
            }
        }

        foreach (var nudge in story.Nudges.Where(nudge => nudge.Cycle.Day is not null)) yield return story.Calendar.StartOf(nudge.Cycle.Day!.Value);
        foreach (var plan in story.Plans) yield return plan.PassesAt(story.Calendar);
        foreach (var at in story.Promises.SelectMany<Core.Promises.Promise, Instant>(promise => [promise.DueAt, promise.SecondMissAt])) yield return at;
        foreach (var hook in story.Hooks) yield return story.Facts.GoesAt(hook);
        foreach (var snooze in story.Snoozes) yield return snooze.Until;
        foreach (var absence in story.Absences)
        {
            yield return story.Calendar.StartOf(absence.From);
            yield return story.Calendar.StartOf(absence.Until.PlusDays(1));
        }
    }

    /// <summary>What was decided at an instant, to be compared with what would be decided later.</summary>
    private sealed record Picture(Instant At, NudgePlan Plan)
    {
        public static Picture Of(Story story, Instant at) => new(at, Planner.Plan(story.FactsAt(at), at));

        public void ShouldStillHold(Story story, Instant at)
        {
            if (Differences(story, Planner.Plan(story.FactsAt(at), at), at).FirstOrDefault() is { } difference)
                throw new InvalidOperationException($"Decided at {At}, looked at again at {at}, before the promised {Text(story.Account.LookAgainAt)}: {difference}");
        }

        private IEnumerable<string> Differences(Story story, NudgePlan plan, Instant at)
        {
            var rows = story.Nudges.Where(nudge => nudge.State is NudgeState.Planned or NudgeState.Held);
            if (Unlike(plan.Nudges, Plan.Nudges) is { } change) yield return $"the plan became {change}.";
            if (Unlike(plan.Nudges, rows) is { } row) yield return $"the plan is not what stands in the rows: {row}.";
            if (plan.LookAgain != story.Account.LookAgainAt) yield return $"now it would look again at {Text(plan.LookAgain)}.";
            if (!plan.Requests.SequenceEqual(Plan.Requests)) yield return $"the requests became {string.Join(", ", plan.Requests.Except(Plan.Requests))} instead of {string.Join(", ", Plan.Requests.Except(plan.Requests))}.";
            if (story.Hooks.Exists(hook => story.FactsAt(at).GoesAt(hook) <= at)) yield return "a hook should be gone.";
            if (story.Complaints.Exists(complaint => complaint.State == ComplaintState.Resolved && complaint.ConfirmBy <= at)) yield return "a complaint should have been confirmed by silence.";
            if (story.Complaints.Exists(complaint => complaint.IsCoolingDown && complaint.GateOpensAt <= at)) yield return "the gate should have opened after a breach of trust.";
        }

        private static string? Unlike(IEnumerable<Nudge> nudges, IEnumerable<Nudge> others)
        {
            var (these, those) = (nudges.Select(Row).ToHashSet(), others.Select(Row).ToHashSet());
            return these.SetEquals(those) ? null : $"[{string.Join("; ", these.Except(those))}] instead of [{string.Join("; ", those.Except(these))}]";
        }

        private static string Text(Instant? at) => at?.ToString() ?? "never";

        private static (Matter Matter, Cycle Cycle, int Rung, Instant DueAt, Instant PostAt, Guid? To, bool IsDirect, NudgeState State, HeldReason Held) Row(Nudge nudge) =>
            (nudge.Matter, nudge.Cycle, nudge.Rung, nudge.DueAt, nudge.PostAt, nudge.AddresseeId, nudge.IsDirect, nudge.State, nudge.Held);
    }
}
