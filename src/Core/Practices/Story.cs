using AccountNudge.Core.Calendar;
using AccountNudge.Core.Storage;

namespace AccountNudge.Core.Practices;

/// <summary>Something that happened between us and a client.</summary>
/// <param name="AccountId">The client.</param>
/// <param name="On">The day, in the team's zone.</param>
/// <param name="At">When it was recorded, or the beginning of a day that nobody recorded.</param>
/// <param name="Fact">The fact itself, in a type of whoever tells it.</param>
public sealed record StoryEntry(Guid AccountId, LocalDate On, Instant At, object Fact)
{
    /// <summary>The kind of the practice that tells it; empty for what is no practice's.</summary>
    public string Kind { get; init; } = "";

    /// <summary>With whom or of whom, where that is known.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Who did or recorded it; null when it happened by itself.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>In their own words.</summary>
    public string Text { get; init; } = "";

    /// <summary>Newest first; what one source tells of the same instant stays in its order.</summary>
    public static IReadOnlyList<StoryEntry> Newest(IEnumerable<StoryEntry> entries, int most) =>
        [.. entries.OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.At).Take(most)];
}

/// <summary>Whose story is asked for: that of a client, of one of its contacts, or whatever says some words.</summary>
/// <param name="Store">Sees the teams in question and no others.</param>
/// <param name="Now">When it is asked.</param>
/// <param name="Most">How many entries are wanted, the newest.</param>
/// <param name="CalendarOf">A team's calendar.</param>
public sealed record StoryQuestion(Store Store, Instant Now, int Most, Func<Guid, WorkingCalendar> CalendarOf)
{
    /// <summary>The client; null for all of them.</summary>
    public Account? Account { get; init; }

    /// <summary>The contact; null for all of them.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>Words that must occur; none for everything.</summary>
    public IReadOnlyList<SoughtWord> Words { get; init; } = [];

    /// <summary>The rows of those that the question is about, without their contacts.</summary>
    public IQueryable<T> Among<T>(IQueryable<T> rows)
        where T : class, INoted
    {
        if (Account is { Id: var account }) rows = rows.Where(row => row.AccountId == account);
        return rows.Saying(Words);
    }
}
