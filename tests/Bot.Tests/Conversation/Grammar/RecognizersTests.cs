using AccountNudge.Bot.Conversation.Grammar;
using NodaTime;
using NodaTime.Text;

namespace AccountNudge.Bot.Tests.Conversation.Grammar;

/// <summary>How many dates of somebody else's specification are read as the same day, and why the others are not.</summary>
public sealed class RecognizersTests
{
    /// <summary>Why a date is not the same; each rule is one of ours, and only two of them read another day.</summary>
    private static readonly Dictionary<string, string> Rules = new()
    {
        ["weekday"] = "Asked about: the weekday contradicts the date.",
        ["asked"] = "Asked about: the year is impossible, or set off by a comma.",
        ["no day"] = "Asked about: there is no such day, which is what they expect as well.",
        ["day first"] = "Another day: the day comes before the month in both languages.",
        ["next"] = "Another day: the next Sunday is the first one after today, and weeks begin on Monday.",
    };

    private static readonly string[] OfAnotherDay = ["day first", "next"];

    private static IReadOnlyList<Row> Rows { get; } = [.. $"{RecognizersTable.English}\n{RecognizersTable.German}".Split('\n').Select(Row.Parse)];

    [Fact]
    public void At_least_150_of_165_are_read_as_the_same_day()
    {
        Rows.Count.ShouldBe(165);
        Rows.Count(IsSame).ShouldBeGreaterThanOrEqualTo(150);
    }

    [Fact]
    public void Every_difference_has_its_rule_and_none_is_silently_another_day()
    {
        foreach (var row in Rows)
        {
            if (row.Rule.Length == 0) IsSame(row).ShouldBeTrue($"{row.Phrase}: {string.Join(", ", Read(row))}");
            else Rules.ContainsKey(row.Rule).ShouldBeTrue(row.Phrase);
            if (row.Rule.Length > 0) IsSame(row).ShouldBeFalse(row.Phrase);
            if (row.Rule.Length > 0 && !OfAnotherDay.Contains(row.Rule)) Read(row).ShouldBeEmpty(row.Phrase);
        }
    }

    private static bool IsSame(Row row) => Read(row).Intersect(row.Days).Any();

    /// <summary>The days a phrase is read as, looking ahead and looking back.</summary>
    private static List<LocalDate> Read(Row row) =>
        [.. ((bool[])[false, true]).Select(past => DateReader.Read(row.Phrase, row.Today.AtMidnight(), past)?.Date).OfType<LocalDate>()];

    /// <summary>A row of the table.</summary>
    private sealed record Row(LocalDate Today, string Phrase, IReadOnlyList<LocalDate> Days, string Rule)
    {
        public static Row Parse(string line)
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            IReadOnlyList<LocalDate> days = cells[2] == "none" ? [] : [.. cells[2].Split(" or ").Select(Date)];
            return new Row(Date(cells[0]), cells[1], days, cells.ElementAtOrDefault(3) ?? "");
        }

        private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
    }
}
