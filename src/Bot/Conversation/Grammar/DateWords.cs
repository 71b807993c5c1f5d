namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>The words that dates are made of, folded, in both languages.</summary>
internal static class DateWords
{
    /// <summary>Weekdays that mean nothing else.</summary>
    public static readonly IReadOnlyDictionary<string, IsoDayOfWeek> Weekdays = Spelled(
        "monday montag", "tuesday tue tues dienstag", "wednesday mittwoch", "thursday thu thur thurs donnerstag",
        "friday fri freitag", "saturday samstag sonnabend", "sunday sonntag");

    /// <summary>Short weekdays that are words as well (so, do, mi, sat, sun): only where a date may stand.</summary>
    public static readonly IReadOnlyDictionary<string, IsoDayOfWeek> ShortWeekdays = Spelled(
        "mon mo", "tu di", "wed weds mi", "do", "fr", "sat sa", "sun so");

    /// <summary>Months by name.</summary>
    public static readonly IReadOnlyDictionary<string, int> Months = Numbered(
        1,
        "january jan januar jaenner jaen", "february feb februar feber febr", "march mar maerz maer mrz", "april apr", "may mai", "june jun juni",
        "july jul juli", "august aug", "september sep sept", "october oct oktober okt", "november nov", "december dec dezember dez");

    /// <summary>Months that are words as well: in front of their day only where a date may stand.</summary>
    public static readonly IReadOnlySet<string> MonthsThatAreWords = new HashSet<string>(StringComparer.Ordinal) { "may", "march", "mar", "mai", "jun", "jan" };

    /// <summary>Small numbers in words.</summary>
    public static readonly IReadOnlyDictionary<string, int> Numbers = Numbered(
        1,
        "one a an ein eine einem einer einen", "two zwei", "three drei", "four vier", "five fuenf", "six sechs", "seven sieben", "eight acht",
        "nine neun", "ten zehn", "eleven elf", "twelve zwoelf");

    /// <summary>Times of the day by name.</summary>
    public static readonly IReadOnlyDictionary<string, int> DayParts = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["frueh"] = 8,
        ["morgen"] = 9,
        ["morning"] = 9,
        ["vormittag"] = 10,
        ["mittag"] = 12,
        ["noon"] = 12,
        ["nachmittag"] = 14,
        ["afternoon"] = 14,
        ["abend"] = 18,
        ["evening"] = 18,
        ["night"] = 20,
    };

    /// <summary>Words in front of a date that say nothing but "here comes a date".</summary>
    public static readonly IReadOnlySet<string> Leads = Set("on am vom den dem the from zum");

    /// <summary>Words in front of a time of day.</summary>
    public static readonly IReadOnlySet<string> TimeLeads = Set("at um gegen @");
    public static readonly IReadOnlySet<string> Next = Set("next naechste naechsten naechster naechstes kommende kommenden kommender coming");
    public static readonly IReadOnlySet<string> This = Set("this diese diesen dieser dieses");
    public static readonly IReadOnlySet<string> Last = Set("last letzte letzten letzter letztes vergangene vergangenen vergangener vorige vorigen voriger past");
    public static readonly IReadOnlySet<string> Days = Set("day days tag tage tagen");
    public static readonly IReadOnlySet<string> Weeks = Set("week weeks woche wochen");
    public static readonly IReadOnlySet<string> Months30 = Set("month months monat monate monaten monats");
    public static readonly IReadOnlySet<string> Years = Set("year years jahr jahre jahren jahres");
    public static readonly IReadOnlySet<string> Hours = Set("hour hours stunde stunden");
    public static readonly IReadOnlySet<string> Minutes = Set("minute minutes minuten");

    /// <summary>The weekday a word names.</summary>
    public static bool TryWeekday(string word, bool loose, out IsoDayOfWeek weekday) =>
        Weekdays.TryGetValue(word, out weekday) || (loose && ShortWeekdays.TryGetValue(word, out weekday));

    public static IReadOnlySet<string> Set(string words) => new HashSet<string>(words.Split(' '), StringComparer.Ordinal);

    private static Dictionary<string, IsoDayOfWeek> Spelled(params string[] days) =>
        Numbered(1, days).ToDictionary(pair => pair.Key, pair => (IsoDayOfWeek)pair.Value, StringComparer.Ordinal);

    private static Dictionary<string, int> Numbered(int first, params string[] spellings) =>
        spellings.SelectMany((words, index) => words.Split(' ').Select(word => (word, first + index)))
            .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
}
