using AccountNudge.Core.Nudges;
using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Knowing;

/// <summary>
/// What is known of a client for good (practices F4 to F7 and F10). It wants nothing said by itself: it stands in the brief, and topics that are
/// old are mentioned below what asks for a talk.
/// </summary>
public sealed class KnowingPractice : IPractice
{
    /// <summary>See <see cref="IPractice.Kind"/>.</summary>
    public const string Kind = "knowing";

    /// <inheritdoc/>
    string IPractice.Kind => Kind;

    /// <inheritdoc/>
    public IReadOnlyList<IFactsReader> Facts { get; } = [new KnownNotesReader()];

    /// <inheritdoc/>
    public Review Review(AccountFacts facts, Instant now) => Practices.Review.Nothing;

    /// <inheritdoc/>
    public Act? ActOn(Nudge nudge, AccountFacts facts) => null;

    /// <inheritdoc/>
    public bool KnowsWhatTheyLike(AccountFacts facts, Guid contactId)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Notes(NoteKind.Topic).Concat(facts.Notes(NoteKind.Preference).Where(note => note.Text.Length > 0)).Any(note => note.ContactId == contactId);
    }

    /// <inheritdoc/>
    public async Task ReadKept(Store store, KeptAlready kept, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(kept);
        var notes = await store.LastingNotes.Where(note => note.Kind == NoteKind.Remark).OrderBy(note => note.NotedAt).ThenBy(note => note.Id)
            .Select(note => new { note.AccountId, note.ContactId, note.Text }).ToListAsync(cancellation);
        foreach (var note in notes) kept.AddNote(note.ContactId ?? note.AccountId, note.Text);
    }

    /// <inheritdoc/>
    public Task TakeOver(Store store, IReadOnlyList<Imported> imported, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(imported);
        store.AddRange(imported.SelectMany(one => one.Notes.Select(note =>
            LastingNote.Of(NoteKind.Remark, one.Account, note.ContactId, note.Words, new NoteAct(one.MemberId, one.Now, one.Today)))));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoryEntry>> ReadStory(StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(question);
        var contact = question.ContactId;
        var notes = await question.Among(question.Store.LastingNotes).Where(note => contact == null || note.ContactId == contact)
            .OrderByDescending(note => note.On).ThenByDescending(note => note.NotedAt).AsNoTracking().Take(question.Most).ToListAsync(cancellation);
        return [.. notes.Select(note => new StoryEntry(note.AccountId, note.On, note.NotedAt, note)
        {
            Kind = Kind,
            ContactId = note.ContactId,
            MemberId = note.MemberId,
            Text = note.Text,
        })];
    }
}
