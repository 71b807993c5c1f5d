using AccountNudge.Core.Practices;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Lists;

/// <summary>Reads what happened between us and clients.</summary>
public static class StoryReader
{
    /// <summary>What was noted and what the practices tell, newest first; at most as much as was asked for.</summary>
    public static async Task<IReadOnlyList<StoryEntry>> StoryOf(this Store store, StoryQuestion question, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(question);
        var contact = question.ContactId;
        var noted = await question.Among(store.Interactions).Where(interaction => contact == null || interaction.ContactId == contact)
            .OrderByDescending(interaction => interaction.On).ThenByDescending(interaction => interaction.RecordedAt).Take(question.Most).AsNoTracking().ToListAsync(cancellation);
        var entries = noted.Select(interaction => new StoryEntry(interaction.AccountId, interaction.On, interaction.RecordedAt, interaction)
        {
            ContactId = interaction.ContactId,
            MemberId = interaction.MemberId,
            Text = interaction.Text,
        }).ToList();
        foreach (var practice in PracticeCatalog.All) entries.AddRange(await practice.ReadStory(question, cancellation));
        return StoryEntry.Newest(entries, question.Most);
    }
}
