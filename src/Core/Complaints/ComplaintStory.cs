using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Complaints;

/// <summary>One step of a complaint in a client's story.</summary>
/// <param name="Step">What happened.</param>
/// <param name="About">What the complaint is about.</param>
public sealed record ComplaintEvent(ComplaintStepKind Step, string About);

/// <summary>What complaints bring into lists and stories.</summary>
internal static class ComplaintStory
{
    /// <summary>Every complaint that is not closed; the solved ones wait for the client.</summary>
    public static async Task<IReadOnlyList<OpenMatter>> ReadOpen(Store store, CancellationToken cancellation)
    {
        var open = await store.Complaints.IgnoreAutoIncludes().Where(complaint => complaint.ClosedAt == null).AsNoTracking().ToListAsync(cancellation);
        return [.. open.Select(complaint => new OpenMatter(complaint.AccountId, ComplaintPractice.OwedOf(complaint)))];
    }

    public static async Task<IReadOnlyList<StoryEntry>> Read(StoryQuestion question, CancellationToken cancellation)
    {
        var store = question.Store;
        var (contact, complaints) = (question.ContactId, store.Complaints.IgnoreAutoIncludes());
        var opened = await (from complaint in question.Among(complaints)
                            where contact == null || complaint.ContactId == contact
                            join step in store.ComplaintSteps on complaint.Id equals step.ComplaintId
                            where step.Kind == ComplaintStepKind.Opened
                            orderby step.At descending
                            select new { step, complaint.Text, complaint.ContactId }).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        var later = await (from step in question.Among(store.ComplaintSteps)
                           where step.Kind != ComplaintStepKind.Opened
                           join complaint in complaints on step.ComplaintId equals complaint.Id
                           where contact == null || complaint.ContactId == contact
                           orderby step.At descending, step.Number descending
                           select new { step, complaint.Text, complaint.ContactId }).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return StoryEntry.Newest(later.Concat(opened).Select(row => Of(row.step, row.Text, row.ContactId)), question.Most);

        StoryEntry Of(ComplaintStep step, string about, Guid? contactId) => new(step.AccountId, question.CalendarOf(step.TeamId).DateOf(step.At), step.At, new ComplaintEvent(step.Kind, about))
        {
            Kind = ComplaintPractice.Kind,
            ContactId = contactId,
            MemberId = step.MemberId,
            Text = step.Kind == ComplaintStepKind.Opened ? about : step.Text,
        };
    }
}
