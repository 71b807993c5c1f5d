using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Practices;

/// <summary>What a digest asks every practice.</summary>
/// <param name="Store">Sees the teams of the digest and no others.</param>
/// <param name="Zone">The zone of its days.</param>
/// <param name="Now">When it is made.</param>
/// <param name="Readers">The facts readers of all practices.</param>
/// <param name="Members">Who is in which team.</param>
public sealed record DigestQuestion(
    Store Store, DateTimeZone Zone, Instant Now, IReadOnlyList<IFactsReader> Readers, IReadOnlyDictionary<(Guid TeamId, Guid Id), Member> Members)
{
    /// <summary>Only those who manage all of these teams read it.</summary>
    public bool IsForManagers { get; init; }

    /// <summary>It is made in the first week of a year, in which one looks back.</summary>
    public bool IsFirstOfYear { get; init; }

    /// <summary>The day on which it is made.</summary>
    public LocalDate Today => Now.InZone(Zone).Date;

    /// <summary>Who looks after an account, if they are still in its team.</summary>
    public Member? Owner(Account account) => account.OwnerId is { } owner ? Members.GetValueOrDefault((account.TeamId, owner)) : null;
}

/// <summary>One thing that needs someone first.</summary>
/// <param name="Kind">The practice's kind.</param>
/// <param name="Reason">Why, in a stable word of the practice.</param>
/// <param name="Urgency">Smaller is more pressing: below 10 the client waits, from 10 on nobody does.</param>
/// <param name="Account">The account.</param>
/// <param name="Since">Since when.</param>
public sealed record DigestNeed(string Kind, string Reason, int Urgency, Account Account, Instant Since)
{
    /// <summary>The contact it is about.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Who looks after the account.</summary>
    public Member? Owner { get; init; }

    /// <summary>How often or for how many days, where the reason counts something.</summary>
    public int Count { get; init; }

    /// <summary>Most pressing first; within the same urgency, longest first.</summary>
    public static IReadOnlyList<DigestNeed> Sorted(IEnumerable<DigestNeed> needs) =>
        [.. needs.OrderBy(need => need.Urgency).ThenBy(need => need.Since).ThenBy(need => need.Account.Name, StringComparer.OrdinalIgnoreCase)];
}

/// <summary>What a practice brings into a digest.</summary>
/// <param name="Needs">What needs someone.</param>
/// <param name="Figures">Its figures, in a type of its own.</param>
public sealed record DigestPart(IReadOnlyList<DigestNeed> Needs, object Figures)
{
    /// <summary>How much is owed to clients, pressing or not.</summary>
    public int Owed { get; init; }
}
