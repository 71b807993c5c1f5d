using AccountNudge.Core.Calendar;
using AccountNudge.Core.Interactions;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Practices;

/// <summary>A talk with a client.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="On">The day.</param>
/// <param name="MemberId">Who had it.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Kind">How; null for a step of a complaint, and for one that was imported.</param>
/// <param name="ContactId">With whom, where that is known.</param>
public sealed record ClientTalk(Guid AccountId, LocalDate On, Guid MemberId, Instant RecordedAt, InteractionKind? Kind, Guid? ContactId)
{
    /// <summary>The client began it.</summary>
    public bool IsTheirs { get; init; }

    /// <summary>It had no agenda.</summary>
    public bool IsJustTalk { get; init; }

    /// <summary>An imported list knew of it: on which day, and nothing else.</summary>
    public bool IsImported { get; init; }

    /// <summary>One that was noted.</summary>
    public static ClientTalk Of(Interaction talk)
    {
        ArgumentNullException.ThrowIfNull(talk);
        return new ClientTalk(talk.AccountId, talk.On, talk.MemberId, talk.RecordedAt, talk.Kind, talk.ContactId) { IsTheirs = talk.Direction == Direction.They, IsJustTalk = talk.IsJustTalk };
    }
}

/// <summary>A talk that somebody means to have.</summary>
/// <param name="Until">Until when nobody need ask for one.</param>
/// <param name="MemberId">Who planned it.</param>
/// <param name="SetAt">When.</param>
public sealed record PlannedTalk(Instant Until, Guid MemberId, Instant SetAt)
{
    /// <summary>Until when nobody need ask for a meeting in person; null where none is planned.</summary>
    public Instant? VisitUntil { get; init; }
}

/// <summary>Reads the facts of a practice, for many accounts at once.</summary>
public interface IFactsReader
{
    /// <summary>
    /// Adds its queries to a batch. What it returns gives the facts of one account once the batch has run; null for an account without any.
    /// </summary>
    Func<Guid, object?> Read(QueryBatch batch, Instant now);

    /// <summary>Its facts tell of talks, or of how often to talk: they are what a silence is measured by.</summary>
    bool TellsOfTalks => false;

    /// <summary>
    /// The talks among an account's facts, beyond those that were noted: the latest, and all that were had since <see cref="FirstTalks.Known"/>.
    /// </summary>
    IEnumerable<ClientTalk> TalksIn(object facts, WorkingCalendar calendar) => [];

    /// <summary>The talk among an account's facts that is planned farthest ahead; null when none is.</summary>
    PlannedTalk? PlannedIn(object facts, WorkingCalendar calendar) => null;

    /// <summary>The accounts where the client waits for us (see <see cref="Gate.ClientWaits"/>), by their ids; null where that is no matter of it.</summary>
    IQueryable<Guid>? Waiting(Store store, Instant now) => null;
}

/// <summary>Rows of accounts.</summary>
public static class AccountRows
{
    /// <summary>Rows by their account, once their batch has run.</summary>
    public static Func<Guid, IReadOnlyList<T>> ByAccount<T>(this BatchRows<T> rows)
        where T : IAccountFact
    {
        var lookup = new Lazy<ILookup<Guid, T>>(() => rows.All.ToLookup(row => row.AccountId));
        return accountId => [.. lookup.Value[accountId]];
    }

    /// <summary>The talk that any practice knows to be planned farthest ahead, once their batch has run; null when none is.</summary>
    public static PlannedTalk? PlannedTalk(this IReadOnlyList<(IFactsReader Reader, Func<Guid, object?> FactsOf)> readers, Guid accountId, WorkingCalendar calendar) =>
        readers.Select(reader => reader.FactsOf(accountId) is { } facts ? reader.Reader.PlannedIn(facts, calendar) : null).OfType<PlannedTalk>().MaxBy(planned => planned.Until);

    /// <summary>The talks that the practices know of beyond those that were noted, once their batch has run.</summary>
    public static IEnumerable<ClientTalk> OtherTalks(this IReadOnlyList<(IFactsReader Reader, Func<Guid, object?> FactsOf)> readers, Guid accountId, WorkingCalendar calendar) =>
        readers.SelectMany(reader => reader.FactsOf(accountId) is { } facts ? reader.Reader.TalksIn(facts, calendar) : []);

    /// <summary>
    /// Adds the latest talks of accounts to a batch: those that were noted, and those that a practice knows of.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="readers">The practices' readers, each with the facts it gives of an account.</param>
    public static Func<Guid, WorkingCalendar, ClientTalk?> AddLastTalks(
        this QueryBatch batch, IReadOnlyList<(IFactsReader Reader, Func<Guid, object?> FactsOf)> readers)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var noted = batch.Add(new { batch.AccountIds }, static (store, asked) =>
        {
            var talks = store.Interactions.OnlyTalks();
            // One row a client by its index, however long the history is.
            var last = store.Accounts.Where(account => asked.AccountIds.Contains(account.Id)).Select(account => talks
                .Where(interaction => interaction.AccountId == account.Id)
                .OrderByDescending(interaction => interaction.On).ThenByDescending(interaction => interaction.RecordedAt)
                .Select(interaction => (Guid?)interaction.Id).FirstOrDefault());
            // Thousands of clients have as many, and nobody changes them here.
            return store.Interactions.Where(interaction => last.Contains(interaction.Id)).AsNoTracking();
        }).ByAccount();
        return (accountId, calendar) => noted(accountId)
            .Select(ClientTalk.Of).Concat(readers.OtherTalks(accountId, calendar)).OrderBy(talk => talk.On).ThenBy(talk => talk.RecordedAt).LastOrDefault();
    }
}
