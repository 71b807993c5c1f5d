using AccountNudge.Core.Storage;
using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Complaints;

/// <summary>How long a complaint may be put off, and what wakes it.</summary>
public static class ComplaintSnoozes
{
    /// <summary>Whether a step wakes whoever put the complaint off: the client had to ask again.</summary>
    public static bool Wakes(ComplaintStepKind step) => step == ComplaintStepKind.Chased;

    /// <summary>Ends the snoozes of a complaint if its last step wakes them.</summary>
    public static async Task WakeSnoozes(this Store store, Complaint complaint, Instant now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(complaint);
        if (!Wakes(complaint.Steps[^1].Kind)) return;
        var asleep = await store.Snoozes.Where(snooze => snooze.Kind == ComplaintPractice.Kind && snooze.Subject == complaint.Id && snooze.Until > now).ToListAsync(cancellation);
        foreach (var snooze in asleep) snooze.Until = now;
    }

    /// <summary>A client who does not know yet that we have their complaint waits once, not twice.</summary>
    internal static async Task<Text?> Refusal(Store store, Guid complaintId, CancellationToken cancellation)
    {
        if (await store.Complaints.FirstOrDefaultAsync(complaint => complaint.Id == complaintId, cancellation) is not { State: ComplaintState.Open } complaint) return null;
        var began = complaint.CycleBeganAt;
        var isSecond = await store.Snoozes.AnyAsync(snooze => snooze.Kind == ComplaintPractice.Kind && snooze.Subject == complaintId && snooze.At >= began, cancellation);
        return isSecond ? ComplaintRefusals.SnoozedOnce : null;
    }
}
