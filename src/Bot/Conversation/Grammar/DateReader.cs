using System.Globalization;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// Reads dates as people write them, in English and German, and writes them so that they read the same.
/// </summary>
/// <remarks>
/// <para>A bare weekday is the next one after today, so today's own weekday is in a week; looking back it is the last one, today included.
/// <c>next Friday</c> is the first Friday after today, <c>this Friday</c> may be today, <c>last Friday</c> lies before today.</para>
/// <para>A day and month without a year is the nearest one in the demanded direction, today included; 29 February waits for a leap year.</para>
/// <para>Next week, month or year is its first day; last week, month or year is the same day one earlier.
/// The end of the week is its Friday, the weekend its Saturday.</para>
/// <para>A two-digit year is at most twenty years ahead, and looking back never ahead. A weekday that contradicts its date makes it no date.</para>
/// </remarks>
public static partial class DateReader
{
    private const int EarliestYear = 1800;
    private const int LatestYear = 2199;

    /// <summary>Reads a whole text as one date; null when it is not one.</summary>
    public static When? Read(string text, LocalDateTime now, bool past = false)
    {
        var tokens = Token.Of(text ?? "").Where(token => !token.IsPunctuation).ToList();
        return TryReadAt(tokens, 0, now, past, loose: true, out var when, out var length) && length == tokens.Count ? when : null;
    }

    /// <summary>Reads a whole text as a day of the year; null when it is not one.</summary>
    public static DayOfYear? ReadDay(string text, LocalDateTime now)
    {
        var tokens = Token.Of(text ?? "").Where(token => !token.IsPunctuation).ToList();
        return TryReadDayAt(tokens, 0, now, loose: true, out var day, out var length) && length == tokens.Count ? day : null;
    }

    /// <summary>Reads the date that starts at a token.</summary>
    /// <param name="tokens">The line.</param>
    /// <param name="index">Where the date starts.</param>
    /// <param name="now">The speaker's local time.</param>
    /// <param name="past">A bare weekday or a day without its year means the last one, not the next.</param>
    /// <param name="loose">A date may stand here, so that short words such as <c>So</c> or <c>14.</c> count; false in the middle of prose.</param>
    /// <param name="when">The date.</param>
    /// <param name="length">How many tokens it takes.</param>
    public static bool TryReadAt(IReadOnlyList<Token> tokens, int index, LocalDateTime now, bool past, bool loose, out When when, out int length)
    {
        var found = WithTime(new Ask(tokens, now, past, loose), index);
        (when, length) = found is { } date ? (new When(date.Date, date.Time), date.Length) : (default, 0);
        return found is not null;
    }

    /// <summary>Reads the day of the year that starts at a token; a year only where one is written.</summary>
    public static bool TryReadDayAt(IReadOnlyList<Token> tokens, int index, LocalDateTime now, bool loose, out DayOfYear day, out int length)
    {
        (day, length) = (default, 0);
        var ask = new Ask(tokens, now, Past: true, loose);
        if (YearlessIso(ask.Key(index)) is { } annual)
        {
            (day, length) = (new DayOfYear(annual), 1);
            return true;
        }

        var lead = DateWords.TryWeekday(ask.Word(index), loose: true, out _) ? 1 : 0;
        if (DateWords.Leads.Contains(ask.Word(index + lead))) lead++;
        if (DayAndMonth(lead > 0 ? ask with { Loose = true } : ask, index + lead) is { } written)
        {
            (day, length) = (new DayOfYear(new AnnualDate(written.Month, written.Day), written.Year), written.Length + lead);
            return true;
        }

        if ((NamedDay(ask, index) ?? DayBeyond(ask, index) ?? Counted(ask, index)) is not { } relative) return false;
        (day, length) = (new DayOfYear(new AnnualDate(relative.Date.Month, relative.Date.Day)), relative.Length);
        return true;
    }

    /// <summary>A date in words, such as <c>14 May 2027</c> and <c>14. Mai 2027</c>.</summary>
    public static string Write(LocalDate date, Language language) => Write(new DayOfYear(new AnnualDate(date.Month, date.Day), date.Year), language);

    /// <summary>A date in words, with its time of day where it has one.</summary>
    public static string Write(When when, Language language)
    {
        var date = Write(when.Date, language);
        if (when.Time is not { } time) return date;
        var clock = time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return language == Language.German ? $"{date}, {clock} Uhr" : $"{date}, {clock}";
    }

    /// <summary>A day of the year in words, with its year where that is known.</summary>
    public static string Write(DayOfYear day, Language language)
    {
        var culture = language == Language.German ? Voice.German.Culture : Voice.English.Culture;
        var month = culture.DateTimeFormat.GetMonthName(day.Day.Month);
        var dot = language == Language.German ? "." : "";
        var year = day.Year is { } known ? string.Create(CultureInfo.InvariantCulture, $" {known:0000}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day.Day}{dot} {month}{year}");
    }

    private static Found? WithTime(Ask ask, int index)
    {
        if (DateOnly(ask, index) is { } date)
        {
            if (date.Time is not null) return date;
            if (DayPart(ask, index + date.Length) is { } part) return date with { Time = part, Length = date.Length + 1 };
            return Time(ask, index + date.Length) is { } after ? date with { Time = after.At, Length = date.Length + after.Length } : date;
        }

        if (Time(ask, index) is not { } time) return null;
        if (DateOnly(ask, index + time.Length) is { Time: null } later) return later with { Time = time.At, Length = time.Length + later.Length };
        return new Found(DayOf(ask, time.At), time.At, time.Length);
    }

    /// <summary>A time alone is today's, unless that lies in the wrong direction.</summary>
    private static LocalDate DayOf(Ask ask, LocalTime time)
    {
        if (ask.Past) return time > ask.Now.TimeOfDay ? ask.Today.PlusDays(-1) : ask.Today;
        return time < ask.Now.TimeOfDay ? ask.Today.PlusDays(1) : ask.Today;
    }

    private static Found? DateOnly(Ask ask, int index)
    {
        if (DateWords.Leads.Contains(ask.Word(index)))
        {
            var sure = ask with { Loose = true };
            var at = ask.Word(index + 1) == "the" ? index + 2 : index + 1;
            var led = Weekday(sure, at) ?? Calendar(sure, at) ?? DayOfMonth(sure, at) ?? Ending(sure, at) ?? DayBeyond(sure, at);
            return led is { } found ? found with { Length = found.Length + at - index } : null;
        }

        return Relative(ask, index) ?? Calendar(ask, index) ?? Weekday(ask, index) ?? DayOfMonth(ask, index);
    }

    /// <summary>A date, perhaps with a time, and how many tokens it takes.</summary>
    private readonly record struct Found(LocalDate Date, LocalTime? Time, int Length);

    /// <summary>What is asked, of which line.</summary>
    private readonly record struct Ask(IReadOnlyList<Token> Tokens, LocalDateTime Now, bool Past, bool Loose)
    {
        public LocalDate Today => Now.Date;

        public string Key(int index) => index < Tokens.Count ? Tokens[index].Key : "";

        public string Word(int index) => index < Tokens.Count ? Tokens[index].Word : "";
    }
}
