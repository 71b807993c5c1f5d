using System.Globalization;
using System.Text;
using AccountNudge.Core;
using AccountNudge.Core.Nudges;
using NodaTime;
using NodaTime.Calendars;

namespace AccountNudge.Bot.Tests.Conversation.Years;

/// <summary>A whole year of two teams, as somebody can read it, and what the product promises about how much it says.</summary>
public sealed class YearTests
{
    private static readonly HashSet<string> Hints = [.. PracticeCatalog.Hints.Select(hint => hint.Kind)];

    [Fact]
    public Task A_year_of_a_team() => Told(EnglishLife.Of(), nameof(A_year_of_a_team));

    [Fact]
    public Task Das_Jahr_eines_Teams() => Told(GermanLife.Of(), nameof(Das_Jahr_eines_Teams));

    private static async Task Told(Life life, string name)
    {
        using var year = await Year.Of(life);
        OneCalmChannelMessageADay(year);
        HintsKeepToTheirBudget(year);
        Approved.Matches(year + Counts(year), name);
    }

    private static void OneCalmChannelMessageADay(Year year) => year.Posts
        .Where(post => post.Kind != PostKind.Severe && post.To.StartsWith('#')).GroupBy(post => post.At.Date).Where(day => day.Count() > 1).Select(day => day.Key).ShouldBeEmpty();

    private static void HintsKeepToTheirBudget(Year year)
    {
        var hints = year.Posts.SelectMany(post => post.Lines.Where(line => Hints.Contains(line.Practice)).Select(line => (post.To, On: post.At.Date, line.Account))).ToList();
        hints.GroupBy(hint => (hint.To, hint.On)).Where(morning => morning.Count() > 2).ShouldBeEmpty("more than two in a morning");
        foreach (var ofAccount in hints.GroupBy(hint => hint.Account))
        {
            var days = ofAccount.Select(hint => hint.On).Order().ToList();
            days.Zip(days.Skip(1)).Where(pair => Period.DaysBetween(pair.First, pair.Second) < 30).ShouldBeEmpty($"{ofAccount.Key} was brought up twice within 30 days");
        }
    }

    /// <summary>How much was said to whom: messages a week, as median and at most, and how often each practice spoke.</summary>
    private static string Counts(Year year)
    {
        var text = new StringBuilder().AppendLine().AppendLine("Messages a week (median, at most)");
        var weeks = year.Posts.Select(Week).Distinct().Count();
        foreach (var reader in year.Posts.GroupBy(post => post.To).OrderBy(reader => reader.Key, StringComparer.Ordinal))
        {
            var counts = reader.GroupBy(Week).Select(week => week.Count()).Concat(Enumerable.Repeat(0, weeks)).Take(weeks).Order().ToList();
            text.Append(CultureInfo.InvariantCulture, $"  {reader.Key}: {counts[weeks / 2]}, {counts[^1]}").AppendLine();
        }

        text.AppendLine().AppendLine("Lines of each practice");
        foreach (var practice in year.Posts.SelectMany(post => post.Lines).GroupBy(line => line.Practice).OrderBy(practice => practice.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"  {practice.Key}: {practice.Count()}").AppendLine();
        return text.ToString();

        static (int, int) Week(ToldPost post) => (WeekYearRules.Iso.GetWeekYear(post.At.Date), WeekYearRules.Iso.GetWeekOfWeekYear(post.At.Date));
    }
}
