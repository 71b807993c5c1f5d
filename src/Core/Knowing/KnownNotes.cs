using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AccountNudge.Core.Knowing;

/// <summary>An account's lasting notes.</summary>
public sealed record KnownNotes(IReadOnlyList<LastingNote> All);

/// <summary>Lasting notes among the facts of an account.</summary>
public static class NotesOfFacts
{
    extension(AccountFacts facts)
    {
        /// <summary>Those of a kind, latest first: of the account, and of one contact or of all of them.</summary>
        public IEnumerable<LastingNote> Notes(NoteKind kind, Guid? contactId = null) => (facts.Of<KnownNotes>()?.All ?? [])
            .Where(note => note.Kind == kind && (contactId is null ? facts.IsOfSomeoneThere(note.ContactId) : note.ContactId is null || note.ContactId == contactId))
            .OrderByDescending(note => note.NotedAt).ThenByDescending(note => note.Id);

        /// <summary>How things stand, once for the account and once for each of its contacts: a later word takes the place of an earlier one.</summary>
        public IEnumerable<LastingNote> Situations(Guid? contactId = null) => facts.Notes(NoteKind.Situation, contactId).DistinctBy(note => note.ContactId);

        /// <summary>Whether the latest topic is so old that they should be asked again.</summary>
        public bool TopicsAreOld(LocalDate today) => facts.Notes(NoteKind.Topic).FirstOrDefault()?.IsOld(today) == true;
    }
}

/// <summary>The table of lasting notes.</summary>
public static class NoteTables
{
    extension(Store store)
    {
        /// <summary>Lasting notes.</summary>
        public DbSet<LastingNote> LastingNotes => store.Set<LastingNote>();
    }
}

/// <summary>Reads <see cref="KnownNotes"/>.</summary>
internal sealed class KnownNotesReader : IFactsReader
{
    public Func<Guid, object?> Read(QueryBatch batch, Instant now)
    {
        var notes = batch.AddAll<LastingNote>().ByAccount();
        return accountId => notes(accountId) is { Count: > 0 } all ? new KnownNotes(all) : null;
    }
}

/// <summary>Maps lasting notes to their table.</summary>
internal sealed class NoteMapping : IEntityTypeConfiguration<LastingNote>
{
    public void Configure(EntityTypeBuilder<LastingNote> builder)
    {
        builder.ToTable("lasting_notes");
        builder.HasIndex(note => note.AccountId);
    }
}
