using AccountNudge.Bot.Conversation.Model;
using AccountNudge.Bot.Local.Page;
using AccountNudge.Core.Texts;

namespace AccountNudge.Bot.Tests.Local;

public sealed class ChartScaleTests
{
    [Theory]
    [InlineData("0", "0 1")]
    [InlineData("1", "0 1")]
    [InlineData("2", "0 1 2")]
    [InlineData("3", "0 1 2 3")]
    [InlineData("4", "0 1 2 3 4")]
    [InlineData("0 1 4 2", "0 1 2 3 4")]
    [InlineData("5", "0 2 4 6")]
    [InlineData("7", "0 2 4 6 8")]
    [InlineData("9", "0 5 10")]
    [InlineData("14 1", "0 5 10 15")]
    [InlineData("33", "0 10 20 30 40")]
    [InlineData("100", "0 50 100")]
    [InlineData("1999", "0 500 1000 1500 2000")]
    public void Counts_have_whole_numbers_at_their_axis(string values, string axis) => Axis(values, Voice.English).ShouldBe(axis);

    [Theory]
    [InlineData("0.5", "0 0.2 0.4 0.6", "0 0,2 0,4 0,6")]
    [InlineData("1.5 1.2", "0 0.5 1 1.5", "0 0,5 1 1,5")]
    [InlineData("3.5", "0 1 2 3 4", "0 1 2 3 4")]
    public void Measures_may_have_fractions(string values, string english, string german)
    {
        Axis(values, Voice.English).ShouldBe(english);
        Axis(values, Voice.German).ShouldBe(german);
    }

    [Theory]
    [InlineData("14 Sep, 21 Sep, 28 Sep, 5 Oct, 12 Oct, 19 Oct, 26 Oct, 2 Nov, 9 Nov, 16 Nov, 23 Nov, 30 Nov", "21 Sep, 5 Oct, 19 Oct, 2 Nov, 16 Nov, 30 Nov")]
    [InlineData("14. Sept., 21. Sept., 28. Sept., 5. Okt., 12. Okt., 19. Okt., 26. Okt., 2. Nov., 9. Nov., 16. Nov., 23. Nov., 30. Nov.", "21. Sept., 5. Okt., 19. Okt., 2. Nov., 16. Nov., 30. Nov.")]
    [InlineData("up to 2 days, 3–7 days, 8–14 days, 15–30 days, over 30 days", "up to 2 days, 3–7 days, 8–14 days, 15–30 days, over 30 days")]
    [InlineData("bis 2 Tage, 3–7 Tage, 8–14 Tage, 15–30 Tage, über 30 Tage", "bis 2 Tage, 3–7 Tage, 8–14 Tage, 15–30 Tage, über 30 Tage")]
    public void Categories_are_named_whole_and_where_many_stand_side_by_side_not_each(string categories, string named)
    {
        var chart = new Chart(ChartKind.Bar, "Complaints", categories.Split(", "), [new ChartSeries("New", [.. categories.Split(", ").Select(_ => 1m)])]);
        string.Join(", ", new ChartPlot(chart, Voice.English.Culture).Labels.Select(label => label.Label)).ShouldBe(named);
    }

    private static string Axis(string values, Voice voice)
    {
        var figures = values.Split(' ').Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var chart = new Chart(ChartKind.Bar, "Complaints", [.. figures.Select((_, index) => $"Week {index}")], [new ChartSeries("New", figures)]);
        return string.Join(' ', new ChartPlot(chart, voice.Culture).Grid.Select(line => line.Label));
    }
}
