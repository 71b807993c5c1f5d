using System.Globalization;

namespace AccountNudge.Bot.Local.Page;

/// <summary>Where the marks of a bar or line chart lie, in the units of its drawing.</summary>
public sealed class ChartPlot(Chart chart, CultureInfo culture)
{
    public const double Width = 480;
    public const double Height = 220;
    private const double Left = 40;
    private const double Top = 12;
    private const double Bottom = 190;
    private const double GroupShare = 0.7;
    private const int Many = 8;

    /// <summary>Of a letter of the axis, on the average.</summary>
    private const double LetterWidth = 7;

    private readonly ChartScale scale = ChartScale.Of([.. chart.Series.SelectMany(series => series.Values)]);

    /// <summary>The lines across, with what they stand for.</summary>
    public IEnumerable<(string Y, string Label)> Grid =>
        Enumerable.Range(0, scale.Steps + 1).Select(step => (Number(Y(scale.Step * step)), (scale.Step * step).ToString("0.##", culture)));

    public string LeftEdge => Number(Left);

    public string RightEdge => Number(Width);

    /// <summary>
    /// The middle of a category, and what it is. Where many stand side by side, as weeks do, only every so many is named, the last among them; of a few,
    /// each is, cut to what fits.
    /// </summary>
    public IEnumerable<(string X, string Label)> Labels
    {
        get
        {
            var every = chart.Categories.Count < Many ? 1 : (int)Math.Ceiling(chart.Categories.Max(category => category.Length + 1) * LetterWidth / Step);
            return chart.Categories.Index().Where(category => (chart.Categories.Count - 1 - category.Index) % every == 0)
                .Select(category => (Number(Middle(category.Index)), Shorten(category.Item, Step * every)));
        }
    }

    public IEnumerable<(int Series, string X, string Y, string Width, string Height)> Bars =>
        from category in Enumerable.Range(0, chart.Categories.Count)
        from series in Enumerable.Range(0, chart.Series.Count)
        let width = Math.Min(Step * GroupShare / chart.Series.Count, 48)
        let x = Middle(category) + (width * (series - (chart.Series.Count / 2.0)))
        let y = Y((double)chart.Series[series].Values[category])
        select (series, Number(x), Number(y), Number(Math.Max(width - 2, 1)), Number(Bottom - y));

    public IEnumerable<(int Series, string Points)> Lines => chart.Series.Select((series, index) =>
        (index, string.Join(' ', series.Values.Select((value, category) => $"{Number(Middle(category))},{Number(Y((double)value))}"))));

    public IEnumerable<(int Series, string X, string Y)> Points =>
        from series in Enumerable.Range(0, chart.Series.Count)
        from category in Enumerable.Range(0, chart.Categories.Count)
        select (series, Number(Middle(category)), Number(Y((double)chart.Series[series].Values[category])));

    /// <summary>The slices of a donut of circumference 100: how long each is and where it begins.</summary>
    public IEnumerable<(int Category, string Length, string Offset)> Slices
    {
        get
        {
            var values = chart.Series.Count == 0 ? [] : chart.Series[0].Values;
            var sum = values.Sum();
            var from = 0m;
            for (var index = 0; index < values.Count && sum > 0; index++)
            {
                var share = values[index] / sum * 100;
                yield return (index, Number((double)share), Number((double)-from));
                from += share;
            }
        }
    }

    private double Step => (Width - Left) / Math.Max(chart.Categories.Count, 1);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private double Middle(int category) => Left + (Step * (category + 0.5));

    private double Y(double value) => Bottom - (Math.Max(value, 0) / scale.Top * (Bottom - Top));

    private static string Shorten(string label, double room)
    {
        var fits = Math.Max((int)(room / LetterWidth), 3);
        return label.Length <= fits ? label : label[..(fits - 1)] + "…";
    }
}
