namespace AccountNudge.Bot.Conversation.Grammar;

/// <summary>The words that dates are made of, folded, in both languages.</summary>
internal static class DateWords
{
    private const string GermanNumbers =
        "eins zwei drei vier fuenf sechs sieben acht neun zehn elf zwoelf dreizehn vierzehn fuenfzehn sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig " +
        "zweiundzwanzig dreiundzwanzig vierundzwanzig fuenfundzwanzig sechsundzwanzig siebenundzwanzig achtundzwanzig neunundzwanzig dreissig einunddreissig";

    private static readonly string[] JoinedParts = ["frueh", "morgen", "vormittag", "nachmittag", "mittag", "abend"];

    /// <summary>Times of the day by name.</summary>
    public static readonly IReadOnlyDictionary<string, int> DayParts = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["frueh"] = 8,
        ["morgen"] = 9,
        ["morning"] = 9,
        ["vormittag"] = 10,
        ["mittag"] = 12,
        ["noon"] = 12,
        ["midday"] = 12,
        ["nachmittag"] = 14,
        ["afternoon"] = 14,
        ["abend"] = 18,
        ["evening"] = 18,
        ["night"] = 20,
        ["nacht"] = 20,
        ["morgens"] = 9,
        ["vormittags"] = 10,
        ["mittags"] = 12,
        ["nachmittags"] = 14,
        ["abends"] = 18,
    };

    /// <summary>Weekdays that mean nothing else, also with a part of the day in one word.</summary>
    public static readonly IReadOnlyDictionary<string, IsoDayOfWeek> Weekdays = WithParts(
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
    public static readonly IReadOnlySet<string> MonthsThatAreWords = TextFolding.Set("may march mar mai jun jan");

    /// <summary>The days before and after today that have a name.</summary>
    public static readonly IReadOnlyDictionary<string, int> NamedDays = Numbered(
        -3,
        "vorvorgestern", "vorgestern", "yesterday gestern", "today heute", "tomorrow morgen tmrw tmr", "uebermorgen", "ueberuebermorgen");

    /// <summary>Days of a month in words, and other small numbers.</summary>
    public static readonly IReadOnlyDictionary<string, int> Cardinals = Counted(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty twenty-one twenty-two " +
        "twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty thirty-one",
        GermanNumbers);

    /// <summary>How many: articles count as one.</summary>
    public static readonly IReadOnlyDictionary<string, int> Numbers =
        Cardinals.Concat(Numbered(1, "a an ein eine einem einer einen")).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>Which day of a month, in words.</summary>
    public static readonly IReadOnlyDictionary<string, int> Ordinals = Counted(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth " +
        "twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
        string.Join(' ', GermanNumbers.Split(' ').Select((number, index) => Endings(OrdinalStem(index + 1, number)))));

    /// <summary>Tens, which English may write apart from their ones.</summary>
    public static readonly IReadOnlyDictionary<string, int> Tens = Numbered(2, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
        .ToDictionary(pair => pair.Key, pair => 10 * pair.Value, StringComparer.Ordinal);

    /// <summary>Days with their part in one word: <c>tonight</c>, <c>Montagabend</c>.</summary>
    public static readonly IReadOnlyDictionary<string, int> HoursInDays = Weekdays.Keys
        .Select(word => (Word: word, Part: JoinedParts.FirstOrDefault(part => word.EndsWith(part, StringComparison.Ordinal)))).Where(pair => pair.Part is not null)
        .Select(pair => (pair.Word, Hour: DayParts[pair.Part!])).Append((Word: "tonight", Hour: 18)).ToDictionary(pair => pair.Word, pair => pair.Hour, StringComparer.Ordinal);

    /// <summary>Some day or other that has passed.</summary>
    public static readonly IReadOnlySet<string> SomeDay = TextFolding.Set("neulich letztens");

    /// <summary>What joins two days.</summary>
    public static readonly IReadOnlySet<string> And = TextFolding.Set("and und or oder to till until bis - – —");

    /// <summary>Which one, counted from the present one.</summary>
    public static readonly IReadOnlyDictionary<string, int> Steps = Numbered(
        -2,
        Endings("vorletzt"), $"last past previous {Endings("letzt")} {Endings("vergangen")} {Endings("vorig")}", $"this {Endings("dies")}",
        $"next coming following {Endings("naechst")} {Endings("kommend")}", Endings("uebernaechst"));

    /// <summary>Words in front of a date that say nothing but "here comes a date".</summary>
    public static readonly IReadOnlySet<string> Leads = TextFolding.Set("on am vom den dem the from zum");

    /// <summary>Leads that begin another date, such as the first day of a range.</summary>
    public static readonly IReadOnlySet<string> RangeLeads = TextFolding.Set("from vom zum");

    /// <summary>Leads that a number alone may follow in the middle of prose; after others it counts something else (<c>zum 2. Mal</c>).</summary>
    public static readonly IReadOnlySet<string> DayLeads = TextFolding.Set("on am");

    /// <summary>Words in front of a time of day.</summary>
    public static readonly IReadOnlySet<string> TimeLeads = TextFolding.Set("at um gegen @");

    /// <summary>What joins a day and the period it lies in.</summary>
    public static readonly IReadOnlySet<string> Of = TextFolding.Set("of in im des der the");
    public static readonly IReadOnlySet<string> Few = TextFolding.Set("few paar einige einigen");
    public static readonly IReadOnlySet<string> Days = TextFolding.Set("day days tag tage tagen tages");
    public static readonly IReadOnlySet<string> WorkingDays = TextFolding.Set("workday workdays arbeitstag arbeitstage arbeitstagen werktag werktage werktagen");
    public static readonly IReadOnlySet<string> Weeks = TextFolding.Set("week weeks woche wochen");
    public static readonly IReadOnlySet<string> Fortnights = TextFolding.Set("fortnight fortnights");
    public static readonly IReadOnlySet<string> Weekends = TextFolding.Set("weekend wochenende wochenendes");
    public static readonly IReadOnlySet<string> Months30 = TextFolding.Set("month months monat monate monaten monats");
    public static readonly IReadOnlySet<string> Quarters = TextFolding.Set("quarter quartal quartals");
    public static readonly IReadOnlySet<string> Years = TextFolding.Set("year years jahr jahre jahren jahres");
    public static readonly IReadOnlySet<string> Hours = TextFolding.Set("hour hours stunde stunden");
    public static readonly IReadOnlySet<string> Minutes = TextFolding.Set("minute minutes minuten");
    public static readonly IReadOnlySet<string> WeekNumbers = TextFolding.Set("kw kalenderwoche cw");

    /// <summary>The weekday a word names.</summary>
    public static bool TryWeekday(string word, bool loose, out IsoDayOfWeek weekday) =>
        Weekdays.TryGetValue(word, out weekday) || (loose && ShortWeekdays.TryGetValue(word, out weekday));

    private static string Endings(string stem) => $"{stem}e {stem}en {stem}er {stem}es {stem}em";

    private static string OrdinalStem(int number, string cardinal) => number switch
    {
        1 => "erst",
        3 => "dritt",
        7 => "siebt",
        8 => "acht",
        < 20 => cardinal + "t",
        _ => cardinal + "st",
    };

    /// <summary>Numbers from one on, in English and German; a German one may have several endings in a row.</summary>
    private static Dictionary<string, int> Counted(string english, string german)
    {
        var (first, second) = (english.Split(' '), german.Split(' '));
        var forms = second.Length / first.Length;
        return first.Select((word, index) => (Word: word, Number: index + 1))
            .Concat(second.Select((word, index) => (Word: word, Number: (index / forms) + 1)))
            .ToDictionary(pair => pair.Word, pair => pair.Number, StringComparer.Ordinal);
    }

    private static Dictionary<string, IsoDayOfWeek> WithParts(params string[] days) => Spelled(
        [.. days.Select(words => string.Join(' ', words.Split(' ').SelectMany(word => JoinedParts.Select(part => word + part).Prepend(word))))]);

    private static Dictionary<string, IsoDayOfWeek> Spelled(params string[] days) =>
        Numbered(1, days).ToDictionary(pair => pair.Key, pair => (IsoDayOfWeek)pair.Value, StringComparer.Ordinal);

    private static Dictionary<string, int> Numbered(int first, params string[] spellings) =>
        spellings.SelectMany((words, index) => words.Split(' ').Select(word => (word, first + index)))
            .ToDictionary(pair => pair.word, pair => pair.Item2, StringComparer.Ordinal);
}
