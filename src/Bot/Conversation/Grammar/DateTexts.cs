using System.Globalization;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>Which date is wrong and why, or what must be asked.</summary>
internal static class DateTexts
{
    public static Text NoSuchDay(int day, int month, int? year) => month is < 1 or > 12
        ? new($"There is no month {month}.", $"Einen {month}. Monat gibt es nicht.")
        : year is { } known && day == 29
            ? new($"There is no 29 {English(month)} in {Year(known)}.", $"Im Jahr {Year(known)} gibt es keinen 29. {German(month)}.")
            : new($"There is no {day} {English(month)}.", $"Den {day}. {German(month)} gibt es nicht.");

    public static Text NoSuchYear(int year) => new(
        $"The year {Year(year)} can’t be right.",
        $"Das Jahr {Year(year)} kann nicht stimmen.");

    public static Text NoSuchTime(string typed) => new(
        $"There is no such time as {typed}.",
        $"{typed} ist keine Uhrzeit.");

    public static Text NoSuchWeek(int week, int year) => new(
        $"{Year(year)} has no week {week}.",
        $"Eine KW {week} gibt es {Year(year)} nicht.");

    public static Text NoSuchWeekday(int number, IsoDayOfWeek weekday, LocalDate month) => new(
        $"{month:MMMM uuuu} has no {OrdinalOf(number)} {Sample(weekday):dddd}.",
        $"Im {month:MMMM uuuu} gibt es keinen {number}. {Sample(weekday):dddd}.");

    public static Text WrongWeekday(LocalDate date, IsoDayOfWeek said) => new(
        $"{date:d MMMM uuuu} is a {date:dddd}, not a {Sample(said):dddd}.",
        $"Der {date:d. MMMM uuuu} ist ein {date:dddd}, kein {Sample(said):dddd}.");

    public static Text TwoDays(string typed, LocalDate first, LocalDate second) => new(
        $"“{typed}” names two days: {first:d MMMM uuuu} and {second:d MMMM uuuu}. Which one do you mean?",
        $"In „{typed}“ stecken zwei Tage: der {first:d. MMMM uuuu} und der {second:d. MMMM uuuu}. Welcher gilt?");

    public static Text TwoMeanings(string typed, LocalDate first, LocalDate second) => new(
        $"“{typed}” can mean {first:d MMMM uuuu} or {second:d MMMM uuuu}. Which one do you mean?",
        $"Was ‹meinst du|meinen Sie› mit „{typed}“: den {first:d. MMMM uuuu} oder den {second:d. MMMM uuuu}?");

    public static Text AlreadyGone(LocalDate date) => new(
        $"{date:d MMMM} has already passed. Which year do you mean?",
        $"Der {date:d. MMMM} ist schon vorbei. Welches Jahr ‹meinst du|meinen Sie›?");

    public static Text StillAhead(LocalDate date) => new(
        $"{date:d MMMM} is still ahead. Which year do you mean?",
        $"Der {date:d. MMMM} kommt erst noch. Welches Jahr ‹meinst du|meinen Sie›?");

    public static Text WhichDay(string typed) => new(
        $"Which day exactly is “{typed}”?",
        $"Welchen Tag genau ‹meinst du|meinen Sie› mit „{typed}“?");

    public static Text NoDay(string typed) => new(
        $"I can’t read “{typed}” as a day.",
        $"„{typed}“ verstehe ich nicht als Datum.");

    public static Text WholePeriod(string typed) => new(
        $"“{typed}” covers more than one day. Which day do you mean?",
        $"„{typed}“ umfasst mehrere Tage. Welchen ‹meinst du|meinen Sie›?");

    private static string English(int month) => Voice.English.Culture.DateTimeFormat.GetMonthName(month);

    private static string German(int month) => Voice.German.Culture.DateTimeFormat.GetMonthName(month);

    /// <summary>As characters, lest a year be written like an amount.</summary>
    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private static string OrdinalOf(int number) => number switch { 1 => "first", 2 => "second", 3 => "third", 4 => "fourth", _ => "fifth" };

    /// <summary>Some day of that weekday, for its name.</summary>
    private static LocalDate Sample(IsoDayOfWeek weekday) => new LocalDate(2024, 1, 1).PlusDays((int)weekday - 1);
}
