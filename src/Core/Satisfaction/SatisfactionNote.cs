using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Satisfaction;

/// <summary>Whether a client is content with the work itself, as they said when somebody asked.</summary>
public enum Content
{
    /// <summary>They are.</summary>
    Yes,

    /// <summary>With some of it.</summary>
    Partly,

    /// <summary>They are not.</summary>
    No,
}

/// <summary>
/// What a client said when one of us asked whether they are content (practice H11): asked by a person, never by a survey. Nobody is measured by
/// it, and no average is taken.
/// </summary>
public sealed class SatisfactionNote : INamesContact, INoted
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Who said so, where that is known.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>What they said.</summary>
    public required Content Content { get; init; }

    /// <summary>In the words of whoever asked.</summary>
    public string Text { get; init; } = "";

    /// <summary>The day they were asked, in the team's zone.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it was noted.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>Who asked.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>The change by which it can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; init; }
}

/// <summary>What an account said last when somebody asked.</summary>
/// <param name="Last">The latest answer by its day.</param>
public sealed record SatisfactionFacts(SatisfactionNote Last)
{
    /// <summary>The facts of what was noted; null when nothing was.</summary>
    public static SatisfactionFacts? Of(IEnumerable<SatisfactionNote> notes) =>
        notes.OrderByDescending(note => note.On).ThenByDescending(note => note.NotedAt).FirstOrDefault() is { } last ? new SatisfactionFacts(last) : null;
}

/// <summary>The table of answers.</summary>
public static class SatisfactionTables
{
    extension(Store store)
    {
        /// <summary>What clients said when somebody asked whether they are content.</summary>
        public DbSet<SatisfactionNote> SatisfactionNotes => store.Set<SatisfactionNote>();
    }
}

/// <summary>Maps answers to their table.</summary>
internal sealed class SatisfactionMapping : IEntityTypeConfiguration<SatisfactionNote>
{
    public void Configure(EntityTypeBuilder<SatisfactionNote> builder)
    {
        builder.ToTable("satisfaction_notes");
        builder.HasIndex(note => new { note.AccountId, note.On });
    }
}

/// <summary>Reads <see cref="SatisfactionFacts"/>: of each account the latest.</summary>
internal sealed class SatisfactionFactsReader : IFactsReader
{
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var notes = batch.Add(new { batch.AccountIds }, static (store, asked) =>
        {
            var all = store.SatisfactionNotes;
            var last = store.Accounts.Where(account => asked.AccountIds.Contains(account.Id)).Select(account => all.Where(note => note.AccountId == account.Id)
                .OrderByDescending(note => note.On).ThenByDescending(note => note.NotedAt).Select(note => (Guid?)note.Id).FirstOrDefault());
            return all.Where(note => last.Contains(note.Id)).AsNoTracking();
        }).ByAccount();
        return accountId => SatisfactionFacts.Of(notes(accountId));
    }
}
