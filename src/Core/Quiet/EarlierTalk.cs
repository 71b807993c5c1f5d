using AccountNudge.Core.Calendar;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Quiet;

/// <summary>The last talk with a client that another list knew of when it was imported: on which day, not how. There is one of an account at most.</summary>
public sealed class EarlierTalk : IAccountFact
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>The day, in the team's zone.</summary>
    public required LocalDate On { get; set; }

    /// <summary>When it was imported.</summary>
    public required Instant RecordedAt { get; set; }

    /// <summary>Who imported it.</summary>
    public required Guid MemberId { get; set; }

    /// <summary>As one of the client's talks.</summary>
    public ClientTalk Talk => new(AccountId, On, MemberId, RecordedAt, null, null) { IsImported = true };
}

/// <summary>The table of earlier talks.</summary>
public static class EarlierTalkTables
{
    extension(Store store)
    {
        /// <summary>The last talks that imports knew of.</summary>
        public DbSet<EarlierTalk> EarlierTalks => store.Set<EarlierTalk>();
    }
}

/// <summary>Reads the <see cref="EarlierTalk"/> of accounts.</summary>
internal sealed class EarlierTalkReader : IFactsReader
{
    public bool TellsOfTalks => true;

    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var talks = batch.AddUntracked<EarlierTalk>().ByAccount();
        return accountId => talks(accountId) is [var talk, ..] ? talk : null;
    }

    public IEnumerable<ClientTalk> TalksIn(object facts, WorkingCalendar calendar) => [((EarlierTalk)facts).Talk];
}

/// <summary>Maps earlier talks to their table.</summary>
internal sealed class EarlierTalkMapping : IEntityTypeConfiguration<EarlierTalk>
{
    public void Configure(EntityTypeBuilder<EarlierTalk> builder)
    {
        builder.ToTable("earlier_talks");
        builder.HasIndex(talk => talk.AccountId);
        builder.Ignore(talk => talk.Talk);
    }
}
