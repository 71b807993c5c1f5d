using AccountNudge.Core.Interactions;
using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Balances;

/// <summary>What we asked of a client in a row.</summary>
/// <param name="Asks">How often, since we gave something last.</param>
/// <param name="LastGive">The day we gave something last; null when nothing is noted.</param>
public sealed record AsksInARow(int Asks, LocalDate? LastGive);

/// <summary>
/// Give before you take (practice G1): it wants nothing said by itself. Whoever notes or plans the third ask in a row hears of it, and nobody else.
/// </summary>
public sealed class BalancePractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "balance";

    /// <summary>From so many asks in a row on it is said.</summary>
    public const int Many = 3;

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now) => Practices.Review.Nothing;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => null;
}

/// <summary>Reads what was asked in a row.</summary>
public static class BalanceReader
{
    /// <summary>
    /// The asks of an account up to a day, since we gave something last. Whatever was neither says nothing, and neither does what the client began.
    /// </summary>
    public static async Task<AsksInARow> AsksInARow(this Store store, Guid accountId, LocalDate day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        var noted = store.Interactions.Where(noted => noted.AccountId == accountId && noted.Balance != Balance.Neutral && noted.On <= day && noted.Direction == Direction.We);
        var give = await noted.Where(given => given.Balance == Balance.Give).OrderByDescending(given => given.On).ThenByDescending(given => given.RecordedAt)
            .Select(given => new { given.On, given.RecordedAt }).FirstOrDefaultAsync(cancellation);
        var asks = noted.Where(asked => asked.Balance == Balance.Ask);
        if (give is not null) asks = asks.Where(asked => asked.On > give.On || (asked.On == give.On && asked.RecordedAt > give.RecordedAt));
        return new AsksInARow(await asks.CountAsync(cancellation), give?.On);
    }
}
