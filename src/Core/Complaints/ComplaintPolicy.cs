using System.Globalization;
using AccountNudge.Core.Nudges;
using NodaTime;

namespace AccountNudge.Core.Complaints;

/// <summary>What complaints want said (practices B1 and B2).</summary>
public static class ComplaintPolicy
{
    /// <summary>Working days for which a confirmation by silence stays news; the first of them says it.</summary>
    private const int NewsDays = 5;

    /// <summary>Reviews every complaint of an account.</summary>
    public static Review Review(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var wishes = facts.Complaints.SelectMany(complaint => Wishes(complaint, facts, now)).ToList();
        var turns = facts.Complaints.Select(complaint => Turn(complaint, facts)).Where(turn => turn > now);
        return new Review(wishes, turns.Min());
    }

    private static IEnumerable<Wish> Wishes(Complaint complaint, AccountFacts facts, Instant now)
    {
        var matter = new Matter(MatterKind.Complaint, complaint.Id);
        var resting = complaint.OnItUntil;
        if (complaint is { Chasers: >= 2, ChasedAt: { } chasedAt, State: ComplaintState.Open or ComplaintState.Acknowledged })
            yield return new Wish(matter, Cycle("chased", chasedAt), chasedAt, Ask.AnswerChaser, Lane.Severe, chasedAt, Climb.Never) { ForManager = true };
        switch (complaint.State)
        {
            case ComplaintState.Open:
                yield return new Wish(matter, Cycle("ack", complaint.CycleBeganAt), complaint.CycleBeganAt, Ask.Acknowledge, Lane.Severe, complaint.AcknowledgeBy!.Value, Climb.Owed) { RestsUntil = resting };
                break;
            case ComplaintState.Acknowledged:
                yield return new Wish(matter, Cycle("update", complaint.CycleBeganAt), complaint.CycleBeganAt, Ask.Update, Lane.WeOwe, complaint.NextUpdateBy!.Value, Climb.Owed) { RestsUntil = resting };
                if (complaint.ResolveBy is { } due)
                    yield return new Wish(matter, Cycle("resolve", due), complaint.OpenedAt, Ask.Resolve, Lane.WeOwe, due, Climb.Owed) { RestsUntil = resting };
                break;
            case ComplaintState.AwaitingClient:
                var again = facts.Calendar.AddWorkingDays(complaint.WaitingSince!.Value, facts.Terms.WaitingDays);
                yield return new Wish(matter, Cycle("waiting", complaint.CycleBeganAt), complaint.CycleBeganAt, Ask.AskClient, Lane.WeOwe, again, Climb.Again);
                break;
            case ComplaintState.Confirmed when complaint.ConfirmedBySilence && now < EndOfNews(complaint, facts):
                yield return new Wish(matter, Cycle("silent", complaint.ClosedAt!.Value), complaint.ClosedAt.Value, Ask.SeeConfirmation, Lane.News, complaint.ClosedAt.Value, Climb.Never);
                break;
        }
    }

    private static Instant? Turn(Complaint complaint, AccountFacts facts) => complaint switch
    {
        { State: ComplaintState.Resolved } => complaint.ConfirmBy,
        { State: ComplaintState.Confirmed, ConfirmedBySilence: true } => EndOfNews(complaint, facts),
        _ => null,
    };

    private static Instant EndOfNews(Complaint complaint, AccountFacts facts) =>
        facts.Calendar.StartOf(facts.Calendar.AddWorkingDates(facts.Calendar.DateOf(complaint.ClosedAt!.Value), NewsDays));

    private static string Cycle(string name, Instant began) => string.Create(CultureInfo.InvariantCulture, $"{name}@{began.ToUnixTimeSeconds()}");
}
