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

    private static string Axis(string values, Voice voice)
    {
        var figures = values.Split(' ').Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var chart = new Chart(ChartKind.Bar, "Complaints", [.. figures.Select((_, index) => $"Week {index}")], [new ChartSeries("New", figures)]);
        return string.Join(' ', new ChartPlot(chart, voice.Culture).Grid.Select(line => line.Label));
    }
}
