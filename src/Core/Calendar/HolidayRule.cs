using NodaTime;

namespace AccountNudge.Core.Calendar;

/// <summary>Which day is free as well when a holiday falls on a weekend.</summary>
internal enum InLieu
{
    /// <summary>None: the holiday is lost.</summary>
    None,

    /// <summary>The next weekday that is not itself a holiday (United Kingdom).</summary>
    NextFreeWeekday,

    /// <summary>Friday for a Saturday, Monday for a Sunday (United States).</summary>
    NearestWeekday,
}

/// <summary>One line of a law: a named day and how its date follows from the year.</summary>
internal sealed record HolidayRule(string NameEn, string NameDe, Func<int, LocalDate?> On)
{
    /// <summary>First year in which the rule holds.</summary>
    public int From { get; private init; } = int.MinValue;

    /// <summary>What happens when the day falls on a weekend.</summary>
    public InLieu InLieu { get; private init; }

    /// <summary>The same day every year.</summary>
    public static HolidayRule Fixed(string nameEn, string nameDe, int month, int day) =>
        new(nameEn, nameDe, year => new LocalDate(year, month, day));

    /// <summary>A number of days after Easter Sunday, or before it when negative.</summary>
    public static HolidayRule AfterEaster(string nameEn, string nameDe, int days) =>
        new(nameEn, nameDe, year => Easter.Of(year).PlusDays(days));

    /// <summary>The first such weekday on or after a day: the third Monday of a month is the Monday on or after its 15th.</summary>
    public static HolidayRule OnOrAfter(string nameEn, string nameDe, IsoDayOfWeek weekday, int month, int day) =>
        new(nameEn, nameDe, year => new LocalDate(year, month, day).PlusDays(-1).Next(weekday));

    /// <summary>The last such weekday before a day: the last Monday of May is the Monday before 1 June.</summary>
    public static HolidayRule Before(string nameEn, string nameDe, IsoDayOfWeek weekday, int month, int day) =>
        new(nameEn, nameDe, year => new LocalDate(year, month, day).Previous(weekday));

    /// <summary>One day in one year only.</summary>
    public static HolidayRule Once(string nameEn, string nameDe, int year, int month, int day) =>
        new(nameEn, nameDe, asked => asked == year ? new LocalDate(year, month, day) : null);

    /// <summary>The same rule, beginning with a year.</summary>
    public HolidayRule Since(int year) => this with { From = year };

    /// <summary>The same rule, with another date in one year.</summary>
    public HolidayRule MovedTo(int year, int month, int day) =>
        this with { On = asked => asked == year ? new LocalDate(year, month, day) : On(asked) };

    /// <summary>The same rule, void in years for which a date fails the test.</summary>
    public HolidayRule OnlyIf(Func<LocalDate, bool> test) =>
        this with { On = year => On(year) is { } date && test(date) ? date : null };

    /// <summary>The same rule, with a day in its place when it falls on a weekend.</summary>
    public HolidayRule With(InLieu inLieu) => this with { InLieu = inLieu };

    /// <summary>The date of this rule in a year, if it has one.</summary>
    public LocalDate? In(int year) => year >= From ? On(year) : null;
}
