using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using AccountNudge.Core;
using AccountNudge.Core.Nudges;
using NodaTime;
using NodaTime.Calendars;

namespace AccountNudge.Bot.Tests.Conversation.Years;

/// <summary>A whole year of a team, as somebody can read it, and what the product promises about how much it says.</summary>
public abstract class YearTests
{
    /// <summary>Every practice has its say, but for those that are read only where somebody asks.</summary>
    private static readonly IReadOnlyList<string> OnlyAsked = ["hook", "knowing", "balance"];

    private static readonly HashSet<string> Hints = [.. PracticeCatalog.Hints.Select(hint => hint.Kind)];

    private static readonly ConcurrentDictionary<string, IReadOnlySet<(string Practice, string Account)>> WholeYears = new(StringComparer.Ordinal);

    private readonly Life life;
    private readonly string name;

    private protected YearTests(Life life, string name) => (this.life, this.name) = (life, name);

    [Fact]
    public async Task Is_told()
    {
        using var year = await Year.Of(life);
        OneCalmChannelMessageADay(year);
        HintsKeepToTheirBudget(year);
        PracticeCatalog.All.Select(practice => practice.Kind).Except(year.Posts.SelectMany(post => post.Lines).Select(Kind)).ShouldBe(OnlyAsked, ignoreOrder: true);
        Approved.Matches(year + Counts(year), name);
    }

    /// <summary>Every practice that speaks.</summary>
    public static TheoryData<string> Spoken => [.. PracticeCatalog.All.Select(practice => practice.Kind).Except(OnlyAsked)];

    /// <summary>
    /// Without a practice exactly what it says of clients is missing: none is dead and none leans on another. All of them take half an hour, and run with
    /// YEAR=all in the environment.
    /// </summary>
    [Theory]
    [MemberData(nameof(Spoken))]
    public async Task Without_a_practice_nothing_else_is_missing(string kind)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("YEAR") == "all", "Runs with YEAR=all.");
        using var year = await Year.Of(life, kind);
        var (whole, without) = (await Whole(), Said(year));
        whole.Where(said => said.Practice == kind).ShouldNotBeEmpty();
        whole.Where(said => said.Practice != kind).Except(without).ShouldBeEmpty("not said any more");
        without.Where(said => said.Practice == kind).ShouldBeEmpty("said though it is off");
    }

    /// <summary>What is said in the year with all practices; it is told once for all that compare with it.</summary>
    private async Task<IReadOnlySet<(string Practice, string Account)>> Whole()
    {
        if (WholeYears.TryGetValue(name, out var known)) return known;
        using var year = await Year.Of(life);
        return WholeYears[name] = Said(year);
    }

    private static HashSet<(string Practice, string Account)> Said(Year year) => [.. year.Posts.SelectMany(post => post.Lines).Select(line => (Kind(line), line.Account))];

    private static string Kind(ToldLine line) => line.Practice.Split(", ")[^1];

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

[LongTests]
public sealed class EnglishYearTests() : YearTests(EnglishLife.Of(), "A_year_of_a_team");

[LongTests]
public sealed class GermanYearTests() : YearTests(GermanLife.Of(), "Das_Jahr_eines_Teams");
