using System.Globalization;
using AccountNudge.Core.Calendar;

namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>
/// Reads dates as people write them, in English and German, and writes them so that they read the same.
/// </summary>
/// <remarks>
/// <para>A bare weekday is the next one after today, so today's own weekday is in a week; looking back it is the last one, today included.
/// <c>next Friday</c> is the first Friday after today, <c>this Friday</c> may be today, <c>last Friday</c> lies before today. Weeks begin on Monday.</para>
/// <para>A day and month without a year is the nearest one in the demanded direction, today included; 29 February waits for a leap year.
/// The day comes first, unless only the other way round is there such a day.</para>
/// <para>Next week, month or year is its first day; last week, month or year is the same day one earlier.
/// The end of the week is its Friday, the weekend its Saturday.</para>
/// <para>A two-digit year is at most twenty years ahead, and looking back never ahead.</para>
/// <para>A date is read whole or not at all: what contradicts itself, does not exist or may mean two days has a fault that says so.</para>
/// </remarks>
public static partial class DateReader
{
    private const int EarliestYear = 1800;
    private const int LatestYear = 2199;

    /// <summary>Reads a whole text as one date; null when it is not one.</summary>
    public static When? Read(string text, LocalDateTime now, bool past = false, WorkingCalendar? calendar = null) =>
        FindIn(text, new DateQuestion(now, calendar) { Past = past }) is { Fault: null } found ? found.Value : null;

    /// <summary>Reads a whole text as a day of the year; null when it is not one.</summary>
    public static DayOfYear? ReadDay(string text, LocalDateTime now) =>
        FindDayIn(text, new DateQuestion(now)) is { Fault: null } found ? found.Value : null;

    /// <summary>What a whole text says as a date, also when that is wrong; null when it says something else.</summary>
    public static DateFound<When>? FindIn(string text, DateQuestion question)
    {
        var tokens = Tokens(text);
        return Find(tokens, 0, question) is { } found && found.Length == tokens.Count ? found : null;
    }

    /// <summary>What a whole text says as a day of the year, also when that is wrong; null when it says something else.</summary>
    public static DateFound<DayOfYear>? FindDayIn(string text, DateQuestion question)
    {
        var tokens = Tokens(text);
        return FindDay(tokens, 0, question) is { } found && found.Length == tokens.Count ? found : null;
    }

    /// <summary>The date that starts at a token, also one that is wrong; null where none starts.</summary>
    public static DateFound<When>? Find(IReadOnlyList<Token> tokens, int index, DateQuestion question)
    {
        var ask = new Ask(tokens, question);
        return (WithTime(ask, index) ?? NoDay(ask, index)) is { } found
            ? new DateFound<When>(new When(found.Date, found.Time), found.Length) { Fault = found.Fault, Doubt = found.Doubt, Last = found.Last }
            : null;
    }

    /// <summary>The day of the year that starts at a token; a year only where one is written.</summary>
    public static DateFound<DayOfYear>? FindDay(IReadOnlyList<Token> tokens, int index, DateQuestion question)
    {
        var ask = new Ask(tokens, question with { Past = true });
        if (YearlessIso(ask.Key(index)) is { } annual) return new DateFound<DayOfYear>(new DayOfYear(annual), 1);
        var said = DateWords.TryWeekday(ask.Word(index), loose: true, out var weekday);
        var lead = said ? 1 : 0;
        if (DateWords.Leads.Contains(ask.Word(index + lead))) lead++;
        if (DayAndMonth(lead > 0 ? ask.Loosely() : ask, index + lead) is { } written)
        {
            var fault = FaultOf(written);
            if (fault is null && said && written.Year is { } year && WeekdayFault(new LocalDate(year, written.Month, written.Day), weekday) is { } wrong) fault = wrong;
            var day = fault is null ? new DayOfYear(new AnnualDate(written.Month, written.Day), written.Year) : default;
            return new DateFound<DayOfYear>(day, written.Length + lead) { Fault = fault };
        }

        if ((NamedDay(ask, index) ?? DayBeyond(ask, index) ?? Counted(ask, index)) is not { } relative) return null;
        var named = relative.Fault is null ? new DayOfYear(new AnnualDate(relative.Date.Month, relative.Date.Day)) : default;
        return new DateFound<DayOfYear>(named, relative.Length) { Fault = relative.Fault };
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

    private static List<Token> Tokens(string? text) => [.. Token.Of(text ?? "").Where(token => !token.IsPunctuation)];

    private static Found? DateOnly(Ask ask, int index)
    {
        if (SomeDay(ask, index) is { } some) return some;
        if (!DateWords.Leads.Contains(ask.Word(index)))
        {
            return Relative(ask, index) ?? NthWeekday(ask, index) ?? Calendar(ask, index) ?? Weekday(ask, index) ?? DayOfMonth(ask, index);
        }

        var led = ask.Word(index) == "the" ? ask : ask.Loosely();
        var at = ask.Word(index + 1) == "the" ? index + 2 : index + 1;
        var day = ask.Loose || DateWords.DayLeads.Contains(ask.Word(index)) ? DayOfMonth(led, at) : null;
        var found = NthWeekday(led, at) ?? Weekday(led, at) ?? Calendar(led, at) ?? day ?? Ending(led, at) ?? DayBeyond(led, at) ?? WeekBeyond(led, at)
            ?? (ask.Loose ? Neighbour(led, at) : null) ?? (ask.Loose && DateWords.RangeLeads.Contains(ask.Word(index)) ? NamedDay(led, at) : null);
        return found is { } date ? date with { Length = date.Length + at - index } : NamedDay(ask, index);
    }

    /// <summary>A day with its time, and with the same day said twice.</summary>
    private static Found Completed(Ask ask, int index, Found date)
    {
        var joined = Joined(ask, index, Timed(ask, index, date));
        return joined.Time is null ? Timed(ask, index, joined) : joined;
    }

    /// <summary>
    /// Two days in a row are one only if they are the same (<c>gestern, Dienstag</c>); else, unless a comma parts them, they contradict
    /// each other, for neither may fall silent. Looking back there is one day only, so <c>gestern und heute</c> is asked about.
    /// </summary>
    private static Found Joined(Ask ask, int index, Found date)
    {
        var next = index + date.Length;
        if (date.Fault is null && ask.Past && DateWords.And.Contains(ask.Word(next)) && !ask.EndsPart(next - 1)) next++;
        if (date.Fault is not null || ask.EndsSentence(next - 1) || DateWords.RangeLeads.Contains(ask.Word(next)) || DateOnly(ask, next) is not { } other) return date;
        var length = next - index + other.Length;
        if (IsNamed(ask, next, other.Length, date.Date.DayOfWeek) || (other.Fault is null && other.Date == date.Date)) return date with { Length = length };
        if (ask.EndsPart(next - 1)) return date;
        return Found.Wrong(other.Fault ?? DateTexts.TwoDays(ask.Typed(index, length), date.Date, other.Date), length);
    }

    /// <summary>A weekday and nothing else.</summary>
    private static bool IsNamed(Ask ask, int index, int length, IsoDayOfWeek weekday) =>
        length <= 2 && DateWords.TryWeekday(ask.Word(index + length - 1), ask.Loose, out var said) && said == weekday
        && (length == 1 || DateWords.Leads.Contains(ask.Word(index)));

    /// <summary>What stands where a date must stand and begins like one, but names no day: a year, a month, <c>5 Jahren</c>, another figure.</summary>
    private static Found? NoDay(Ask ask, int index)
    {
        if (!ask.IsField) return null;
        if (Amount(ask, index) is { } amount) return Found.Wrong(DateTexts.WhichDay(ask.Typed(index, amount.Length)), amount.Length);
        var at = ask.Word(index) is "in" or "im" ? index + 1 : index;
        var isMonth = DateWords.Months.ContainsKey(ask.Word(at));
        var length = at - index + 1;
        if (isMonth && FullYear(ask.Word(at + 1)) is not null) length++;
        if (isMonth || FullYear(ask.Word(at)) is not null) return Found.Wrong(DateTexts.WholePeriod(ask.Typed(index, length)), length);
        return ask.Key(index) is { Length: > 0 } key && char.IsAsciiDigit(key[0]) ? Found.Wrong(DateTexts.NoDay(ask.Typed(index, 1)), 1) : null;
    }

    /// <summary>A date, perhaps with a time, and how many tokens it takes.</summary>
    private readonly record struct Found(LocalDate Date, LocalTime? Time, int Length)
    {
        public Text? Fault { get; init; }

        public Text? Doubt { get; init; }

        /// <summary>Of a whole period.</summary>
        public LocalDate? Last { get; init; }

        public static Found Wrong(Text fault, int length) => new(default, null, length) { Fault = fault };
    }

    /// <summary>What is asked, of which line.</summary>
    private readonly record struct Ask(IReadOnlyList<Token> Tokens, DateQuestion Question)
    {
        public LocalDateTime Now => Question.Now;

        public LocalDate Today => Question.Now.Date;

        /// <summary>From where the nearest day is looked for.</summary>
        public LocalDate Start => !Past && Question.NotBefore is { } day && day > Today ? day : Today;

        public bool Past => Question.Past;

        public bool Loose => Question.Place >= DatePlace.Part;

        public bool IsField => Question.Place == DatePlace.Field;

        public string Key(int index) => index < Tokens.Count ? Tokens[index].Key : "";

        public string Word(int index) => index < Tokens.Count ? Tokens[index].Word : "";

        public bool EndsPart(int index) => index >= Tokens.Count || Tokens[index].EndsPart;

        /// <summary>Ended by more than a comma.</summary>
        public bool EndsSentence(int index) => EndsPart(index) && !(index < Tokens.Count && Tokens[index].Text.EndsWith(','));

        /// <summary>Nothing of this part follows.</summary>
        public bool IsLast(int index) => index >= Tokens.Count - 1 || Tokens[index].EndsPart;

        public string Typed(int index, int length)
        {
            var words = new List<string>();
            for (var at = index; at < Math.Min(index + length, Tokens.Count); at++) words.Add(Tokens[at].Text);
            return string.Join(' ', words).Trim(',', ';', ':', ' ');
        }

        /// <summary>A date may stand here.</summary>
        public Ask Loosely() => Loose ? this : this with { Question = Question with { Place = DatePlace.Part } };

        public Ask Forwards() => Past ? this with { Question = Question with { Past = false } } : this;
    }
}
