using AccountNudge.Core.Texts;

namespace AccountNudge.Core.Occasions;

/// <summary>
/// A day worth a word, in the words of whoever noted it: a trade fair, a wedding anniversary. It is the client's, or personal to somebody
/// there.
/// </summary>
public sealed class Occasion : IPersonal, IMatterFact, INoted
{
    /// <summary>Primary key.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public required Guid WorkspaceId { get; init; }

    /// <inheritdoc/>
    public required Guid TeamId { get; init; }

    /// <inheritdoc/>
    public required Guid AccountId { get; init; }

    /// <summary>Whose occasion it is; null where it is the client's.</summary>
    public Guid? ContactId { get; init; }

    /// <summary>What it is.</summary>
    public required string Text { get; init; }

    /// <summary>The day of the year; 29 February is kept on the 28th in common years.</summary>
    public required AnnualDate Day { get; init; }

    /// <summary>The only year in which it is; null where it comes every year.</summary>
    public int? Year { get; init; }

    /// <summary>Who noted it.</summary>
    public required Guid MemberId { get; init; }

    /// <summary>When it was noted.</summary>
    public required Instant NotedAt { get; init; }

    /// <summary>The change by which it can be taken back; null where it cannot.</summary>
    public Guid? ChangeId { get; init; }

    /// <summary>It comes once and not every year.</summary>
    public bool IsOnce => Year is not null;

    /// <summary>The day it falls on, today or later; null once its only day is over.</summary>
    public LocalDate? Next(LocalDate today)
    {
        if (Year is not { } year) return OccasionDays.Next(Day, today);
        var only = Day.InYear(year);
        return only >= today ? only : null;
    }

    /// <summary>
    /// The only year of an occasion, null where it comes every year. Unless somebody says how often, it comes every year; with a day to come
    /// whose year is said as well, once.
    /// </summary>
    /// <param name="day">The day of the year.</param>
    /// <param name="year">The year that was said with it.</param>
    /// <param name="once">How often it comes, where that was said.</param>
    /// <param name="today">Today in the team's zone.</param>
    public static int? OnlyYear(AnnualDate day, int? year, bool? once, LocalDate today)
    {
        if (once is false) return null;
        if (year is not { } said) return once is true ? OccasionDays.Next(day, today).Year : null;
        if (day.InYear(said) >= today) return said;
        return once is null ? null : throw new RefusalException(OccasionRefusals.IsOver);
    }
}

/// <summary>What an occasion says when something does not fit.</summary>
public static class OccasionRefusals
{
    /// <summary>Its only day is over.</summary>
    public static readonly Text IsOver = new(
        $"That day is over. Leave out “once” and I’ll remember it every year.",
        $"Der Tag ist schon vorbei. Ohne „einmalig“ merke ich ihn mir für jedes Jahr.");
}
