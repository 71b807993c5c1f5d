using AccountNudge.Core.Accounts;
using AccountNudge.Core.Calendar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AccountNudge.Core.Practices;

/// <summary>A talk with a client.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="On">The day.</param>
/// <param name="MemberId">Who had it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Kind">How; null for a step of a complaint.</param>
/// <param name="ContactId">With whom, where that is known.</param>
public sealed record LatestTalk(Guid AccountId, LocalDate On, Guid MemberId, Instant RecordedAt, InteractionKind? Kind, Guid? ContactId);

/// <summary>Reads the facts of a practice, for many accounts at once.</summary>
public interface IFactsReader
{
    /// <summary>The facts by account; accounts without any may be missing.</summary>
    Task<IReadOnlyDictionary<Guid, object>> Read(Store store, IReadOnlyList<Guid> accountIds, Instant now, CancellationToken cancellation);

    /// <summary>The latest talk of each account that the practice knows of beyond those that were noted.</summary>
    Task<IReadOnlyList<LatestTalk>> Talks(Store store, IReadOnlyList<Guid> accountIds, WorkingCalendar calendar, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LatestTalk>>([]);

    /// <summary>The accounts whose gate it shuts, by their ids; null when it shuts none.</summary>
    IQueryable<Guid>? ShutGates(Store store) => null;
}

/// <summary>Rows of accounts.</summary>
public static class AccountRows
{
    /// <summary>Rows by their account, each group made into a practice's facts.</summary>
    public static async Task<IReadOnlyDictionary<Guid, object>> Grouped<T>(this IQueryable<T> rows, Func<IReadOnlyList<T>, object> facts, CancellationToken cancellation)
        where T : IAccountFact
    {
        ArgumentNullException.ThrowIfNull(facts);
        return (await rows.ToListAsync(cancellation)).GroupBy(row => row.AccountId).ToDictionary(group => group.Key, group => facts([.. group]));
    }

    /// <summary>The latest talk of each account, noted or known to a practice; a greeting, a gift and a newsletter are none.</summary>
    public static async Task<Dictionary<Guid, LatestTalk>> LastTalks(
        this Store store, IReadOnlyList<IFactsReader> readers, IReadOnlyList<Guid> accountIds, WorkingCalendar calendar, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(readers);
        var interactions = await store.Interactions.Where(interaction => accountIds.Contains(interaction.AccountId) && interaction.Kind < InteractionKind.Greeting)
            .GroupBy(interaction => interaction.AccountId)
            .Select(group => group.OrderByDescending(interaction => interaction.On).ThenByDescending(interaction => interaction.RecordedAt).First())
            .ToListAsync(cancellation);
        var talks = interactions.Select(interaction => new LatestTalk(interaction.AccountId, interaction.On, interaction.MemberId, interaction.RecordedAt, interaction.Kind, interaction.ContactId)).ToList();
        foreach (var reader in readers) talks.AddRange(await reader.Talks(store, accountIds, calendar, cancellation));
        return talks.GroupBy(talk => talk.AccountId).ToDictionary(group => group.Key, group => group.OrderBy(talk => talk.On).ThenBy(talk => talk.RecordedAt).Last());
    }
}
