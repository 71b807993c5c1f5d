using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Promises;

/// <summary>Promises in a digest.</summary>
/// <param name="Open">How many are open.</param>
/// <param name="KeptInTime">How many were kept in time, of those that were kept in the days that are counted.</param>
/// <param name="Kept">How many were kept in these days.</param>
public sealed record PromiseFigures(int Open, int KeptInTime, int Kept)
{
    /// <summary>How many were kept in time in each of the weeks of the charts.</summary>
    public IReadOnlyList<int> InTimePerWeek { get; init; } = [];

    /// <summary>How many were kept too late in each of them.</summary>
    public IReadOnlyList<int> LatePerWeek { get; init; } = [];
}

/// <summary>What promises bring into a digest.</summary>
public static class PromiseDigest
{
    /// <summary>Missed twice.</summary>
    public const string MissedTwice = "missed-twice";

    /// <summary>Missed twice, and a manager is to talk to them.</summary>
    public const string MissedTwiceCall = "missed-twice-call";

    /// <summary>Done at last or taken back, and a manager is still to talk to them.</summary>
    public const string Call = "call";

    /// <summary>Past its day.</summary>
    public const string Missed = "missed";

    /// <summary>Done at last, but the client has not confirmed that all is well.</summary>
    public const string Unconfirmed = "unconfirmed";

    /// <summary>Most pressing first, among what a client waits for.</summary>
    private static readonly (string Reason, int Urgency)[] Urgencies = [(MissedTwice, 0), (Missed, 2), (Unconfirmed, 4)];

    /// <summary>Why an open promise needs someone now, and since when; null when it is on its way.</summary>
    public static (string Reason, Instant Since)? Need(Promise promise, Instant now)
    {
        ArgumentNullException.ThrowIfNull(promise);
        if (promise.AwaitsConfirmation) return (Unconfirmed, promise.SettledAt!.Value);
        if (promise.IsBroken(now)) return (MissedTwice, promise.IsOverdue(now) ? promise.DueAt : promise.SetAt);
        return promise.IsOverdue(now) ? (Missed, promise.DueAt) : null;
    }

    internal static async Task<DigestPart?> Read(DigestQuestion question, CancellationToken cancellation)
    {
        var (store, from, until) = (question.Store, question.WeeksFrom < question.From ? question.WeeksFrom : question.From, question.Until);
        var resting = question.Now - Duration.FromDays(BreachOfTrust.MostRestDays + 1);
        var known = await store.Promises.IgnoreAutoIncludes().Where(promise => promise.ClosedAt == null || (promise.BrokenAt != null && promise.ConfirmedAt > resting)).AsNoTracking().ToListAsync(cancellation);
        var open = known.Where(promise => promise.IsOpen).ToList();
        var calls = await Calls([.. known.Where(promise => promise.BreachedAt(question.Now) is not null).Select(promise => promise.AccountId).Distinct()], question, cancellation);
        var called = calls.Select(call => call.PromiseId).ToHashSet();
        var pressing = open.Where(promise => !called.Contains(promise.Id)).Select(promise => (Promise: promise, Need: Need(promise, question.Now))).Where(pair => pair.Need is not null).ToList();
        var (accountIds, contactIds) = (pressing.Select(pair => pair.Promise.AccountId).ToList(), pressing.Select(pair => pair.Promise.ContactId).OfType<Guid>().ToList());
        var accounts = await store.Accounts.Where(account => accountIds.Contains(account.Id)).AsNoTracking().ToDictionaryAsync(account => account.Id, cancellation);
        var contacts = await store.Contacts.Where(contact => contactIds.Contains(contact.Id) && contact.State == ContactState.Active).AsNoTracking().ToDictionaryAsync(contact => contact.Id, cancellation);
        var kept = await store.Promises.IgnoreAutoIncludes().Where(promise => promise.KeptAt >= from && promise.KeptAt < until)
            .Select(promise => new { At = promise.KeptAt!.Value, InTime = promise.Misses == 0 }).ToListAsync(cancellation);
        var counted = kept.Where(promise => promise.At >= question.From).ToList();
        var needs = pressing.Select(pair => NeedOf(pair.Promise, pair.Need!.Value, accounts[pair.Promise.AccountId], contacts, question));
        var figures = new PromiseFigures(open.Count, counted.Count(promise => promise.InTime), counted.Count)
        {
            InTimePerWeek = question.PerWeek(kept.Where(promise => promise.InTime).Select(promise => promise.At)),
            LatePerWeek = question.PerWeek(kept.Where(promise => !promise.InTime).Select(promise => promise.At)),
        };
        return new DigestPart([.. calls.Select(call => call.Need), .. needs], figures) { Owed = open.Count };
    }

    /// <summary>The talks that managers are still to have after a second miss (practice D3), whether anything is open of the promise or not.</summary>
    private static async Task<IReadOnlyList<(Guid PromiseId, DigestNeed Need)>> Calls(IReadOnlyList<Guid> accountIds, DigestQuestion question, CancellationToken cancellation)
    {
        var now = question.Now;
        return [.. (await question.FactsOf(accountIds, cancellation)).SelectMany(facts => facts.Promises.Where(promise => facts.AwaitsManagerSince(promise, now) is not null).Select(promise => (promise.Id, CallOf(promise, facts, question))))];
    }

    private static DigestNeed CallOf(Promise promise, AccountFacts facts, DigestQuestion question)
    {
        var since = promise.IsOverdue(question.Now) ? promise.DueAt : facts.AwaitsManagerSince(promise, question.Now)!.Value;
        return new(PromisePractice.Kind, promise.SettledAt is null ? MissedTwiceCall : Call, 0, facts.Account, since)
        {
            Contact = facts.ContactThere(promise.ContactId),
            Owner = question.Owner(facts.Account),
        };
    }

    private static DigestNeed NeedOf(Promise promise, (string Reason, Instant Since) need, Account account, Dictionary<Guid, Contact> contacts, DigestQuestion question) =>
        new(PromisePractice.Kind, need.Reason, Urgencies.First(known => known.Reason == need.Reason).Urgency, account, need.Since)
        {
            Contact = promise.ContactId is { } contact ? contacts.GetValueOrDefault(contact) : null,
            Owner = question.Owner(account),
        };
}
