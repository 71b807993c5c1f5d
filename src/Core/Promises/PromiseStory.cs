using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Promises;

/// <summary>One step of a promise in a client's story.</summary>
/// <param name="Step">What was done.</param>
/// <param name="About">What was promised.</param>
public sealed record PromiseEvent(PromiseStep Step, string About);

/// <summary>What promises bring into lists and stories.</summary>
internal static class PromiseStory
{
    /// <summary>Every promise of which something is still owed.</summary>
    public static async Task<IReadOnlyList<OpenMatter>> ReadOpen(Store store, CancellationToken cancellation)
    {
        var open = await store.Promises.IgnoreAutoIncludes().Where(promise => promise.ClosedAt == null).AsNoTracking().ToListAsync(cancellation);
        return [.. open.Select(promise => new OpenMatter(promise.AccountId, PromisePractice.OwedOf(promise)))];
    }

    public static async Task<IReadOnlyList<StoryEntry>> Read(StoryQuestion question, CancellationToken cancellation)
    {
        var (store, contact) = (question.Store, question.ContactId);
        var promises = question.Among(store.Promises.IgnoreAutoIncludes()).Where(promise => contact == null || promise.ContactId == contact);
        var isSearch = question.Words.Count > 0;
        // A search finds the words, which are said once; a story tells all that was done.
        var rows = await (from promise in promises
                          join step in store.PromiseSteps on promise.Id equals step.PromiseId
                          where !isSearch || step.Kind == PromiseStepKind.Made
                          orderby step.At descending, step.Number descending
                          select new { step, promise.Text, promise.ContactId }).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        var referrals = await question.Among(store.Referrals).Where(referral => contact == null || referral.ContactId == contact)
            .OrderByDescending(referral => referral.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        var recommended = referrals.Select(referral => new StoryEntry(referral.AccountId, referral.On, referral.NotedAt, referral)
        {
            Kind = PromisePractice.Kind,
            ContactId = referral.ContactId,
            MemberId = referral.MemberId,
            Text = referral.Text,
        });
        var promised = rows.Select(row => new StoryEntry(row.step.AccountId, question.CalendarOf(row.step.TeamId).DateOf(row.step.At), row.step.At, new PromiseEvent(row.step, row.Text))
        {
            Kind = PromisePractice.Kind,
            ContactId = row.ContactId,
            MemberId = row.step.MemberId,
            Text = row.step.Kind == PromiseStepKind.Made ? row.Text : "",
        });
        return StoryEntry.Newest(recommended.Concat(promised), question.Most);
    }
}
