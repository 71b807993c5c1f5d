using AccountNudge.Core.Practices;

namespace AccountNudge.Core.Hints;

/// <summary>Accounts that hang by one person.</summary>
/// <param name="Accounts">By name.</param>
public sealed record SingleThreads(IReadOnlyList<Account> Accounts);

/// <summary>
/// Everything hangs by one person at the client (practice H2): of accounts that are looked after closely. A hint to whoever looks after it, twice a
/// year at most, and a line in the manager's week.
/// </summary>
public sealed class SingleThreadHint() : HintPractice(Kind, 7, Period.FromMonths(6)), IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public new const string Kind = "single-thread-hint";

    /// <summary>A new client is given time for others to be met.</summary>
    public const int AfterDays = 60;

    /// <inheritdoc/>
    public async Task<DigestPart?> ReadDigest(DigestQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var before = question.Today.PlusDays(-AfterDays);
        var contacts = question.Store.Contacts;
        var accounts = await question.Store.Accounts
            .Where(account => account.Tier != Tier.C && account.EnteredOn <= before && contacts.Count(contact => contact.AccountId == account.Id && contact.State == ContactState.Active) == 1)
            .OrderBy(account => account.Name).AsNoTracking().ToListAsync(cancellation);
        var teams = await question.Store.Teams.AsNoTracking().ToListAsync(cancellation);
        var wanted = teams.Where(team => team.Settings.Suggests(Kind)).Select(team => team.Id).ToHashSet();
        return new DigestPart([], new SingleThreads([.. accounts.Where(account => wanted.Contains(account.TeamId))]));
    }

    /// <inheritdoc/>
    protected override (HintReason? Reason, Instant? LookAgain) ReasonFor(AccountFacts facts, Instant now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Account.Tier != Tier.C && facts.ContactsThere is [{ MayBeThoughtOf: true }] ? (new HintReason(facts.Account.CountsFrom.PlusDays(AfterDays)), null) : (null, null);
    }
}
