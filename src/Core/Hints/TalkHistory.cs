using AccountNudge.Core.Interactions;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Hints;

/// <summary>How an account was talked to over the years, as far as hints ask for it.</summary>
/// <param name="LastVisit">The day of the last meeting in person; null when there was none.</param>
public sealed record TalkHistory(LocalDate? LastVisit)
{
    /// <summary>The history of what was noted.</summary>
    public static TalkHistory Of(IEnumerable<Interaction> interactions) =>
        new(interactions.Where(interaction => interaction.Kind == InteractionKind.Visit).Max(interaction => (LocalDate?)interaction.On));
}

/// <summary>Reads <see cref="TalkHistory"/>.</summary>
internal sealed class TalkHistoryReader : IFactsReader
{
    public static readonly TalkHistoryReader Instance = new();

    private TalkHistoryReader()
    {
    }

    public Func<Guid, object?> Read(QueryBatch batch, IReadOnlyList<Guid> accountIds, Instant now)
    {
        var interactions = batch.Store.Interactions;
        var visits = batch.Add(batch.Store.Accounts.Where(account => accountIds.Contains(account.Id)).Select(account => new LastVisit
        {
            AccountId = account.Id,
            On = interactions.Where(interaction => interaction.AccountId == account.Id && interaction.Kind == InteractionKind.Visit).Max(interaction => (LocalDate?)interaction.On),
        }));
        var byAccount = new Lazy<Dictionary<Guid, LocalDate?>>(() => visits.All.ToDictionary(visit => visit.AccountId, visit => visit.On));
        return accountId => new TalkHistory(byAccount.Value.GetValueOrDefault(accountId));
    }

    private sealed class LastVisit
    {
        public Guid AccountId { get; init; }

        public LocalDate? On { get; init; }
    }
}
