using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Teams.Cards;

/// <summary>
/// Charts and tables as Teams draws them, where they fit (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/
/// charts-in-adaptive-cards, learn.microsoft.com/adaptive-cards/schema-explorer/table). What is written into a chart has no markup.
/// </summary>
internal static class TeamsFigures
{
    // What can be told apart and read on a phone; Teams publishes no limits.
    private const int MostCategories = 31;
    private const int MostSeries = 6;
    private const int MostSegments = 8;
    private const int LongestLabel = 30;
    private const int MostColumns = 5;
    private const int MostRows = 25;
    private const int LongestCell = 60;

    /// <summary>Null when the chart exceeds what can be read. Clients that know no charts draw the fallback.</summary>
    public static JsonObject? Of(Chart chart, IEnumerable<JsonObject> fallback)
    {
        if (!AreLabels(chart.Categories, MostCategories) || chart.Series.Any(series => series.Values.Count != chart.Categories.Count)) return null;
        var drawn = chart.Kind == ChartKind.Donut ? Donut(chart) : Plot(chart);
        if (drawn is null) return null;
        drawn["fallback"] = Elements.Container(fallback);
        return Load.SizeOf(drawn) <= TeamsLimits.LargestElement ? drawn : null;
    }

    /// <summary>Null when the table is too wide or too long. Cells are drawn by whoever draws texts.</summary>
    public static JsonObject? Of(Table table, Func<string, TextStyle, IEnumerable<JsonObject>> said)
    {
        if (table.Header.Count is 0 or > MostColumns || table.Rows.Count is 0 or > MostRows || table.Rows.Any(row => row.Count != table.Header.Count)) return null;
        if (table.Rows.Prepend(table.Header).Any(row => row.Any(cell => cell.Length > LongestCell))) return null;
        var drawn = new JsonObject
        {
            ["type"] = "Table",
            ["firstRowAsHeaders"] = true,
            ["columns"] = new JsonArray([.. table.Header.Select((_, index) => new JsonObject { ["width"] = index == 0 ? 2 : 1 })]),
            ["rows"] = new JsonArray([Row(table.Header, TextStyle.Caption), .. table.Rows.Select(row => Row(row, TextStyle.Plain))]),
        };
        return Load.SizeOf(drawn) <= TeamsLimits.LargestElement ? drawn : null;

        JsonObject Row(IEnumerable<string> cells, TextStyle look) => new()
        {
            ["type"] = "TableRow",
            ["cells"] = new JsonArray([.. cells.Select(cell => new JsonObject { ["type"] = "TableCell", ["items"] = new JsonArray([.. said(cell, look)]) })]),
        };
    }

    private static JsonObject? Donut(Chart chart)
    {
        if (chart.Series is not [var only] || only.Values.Any(value => value < 0)) return null;
        var segments = chart.Categories.Zip(only.Values).Where(segment => segment.Second > 0).ToList();
        return segments.Count is 0 or > MostSegments ? null : new JsonObject
        {
            ["type"] = "Chart.Donut",
            ["data"] = new JsonArray([.. segments.Select(segment => new JsonObject { ["legend"] = SafeText.Of(segment.First), ["value"] = segment.Second })]),
        };
    }

    private static JsonObject? Plot(Chart chart) => chart switch
    {
        { Kind: ChartKind.Bar, Series: [var only] } => new() { ["type"] = "Chart.VerticalBar", ["data"] = Points(chart, only) },
        _ when AreLabels([.. chart.Series.Select(series => series.Name)], MostSeries) => new()
        {
            ["type"] = chart.Kind == ChartKind.Line ? "Chart.Line" : "Chart.VerticalBar.Grouped",
            ["data"] = new JsonArray([.. chart.Series.Select(series => new JsonObject { ["legend"] = SafeText.Of(series.Name), ["values"] = Points(chart, series) })]),
        },
        _ => null,
    };

    private static JsonArray Points(Chart chart, ChartSeries series) =>
        new([.. chart.Categories.Zip(series.Values, (category, value) => new JsonObject { ["x"] = SafeText.Of(category), ["y"] = value })]);

    private static bool AreLabels(IReadOnlyList<string> labels, int most) =>
        labels.Count > 0 && labels.Count <= most && labels.All(label => !SafeText.IsBlank(label) && label.Length <= LongestLabel) && labels.Distinct(StringComparer.Ordinal).Count() == labels.Count;
}
