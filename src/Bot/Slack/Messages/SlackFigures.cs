using AccountNudge.Bot.Platforms.Drawing;

namespace AccountNudge.Bot.Slack.Messages;

/// <summary>Charts and tables as Slack draws them, where they fit.</summary>
internal static class SlackFigures
{
    // docs.slack.dev/reference/block-kit/blocks/data-visualization-block
    private const int LongestTitle = 50;
    private const int LongestLabel = 20;
    private const int MostCategories = 20;
    private const int MostSeries = 6;
    private const int MostSegments = 6;

    // docs.slack.dev/reference/block-kit/blocks/data-table-block; its 10,000 characters are kept by the size of a message.
    private const int MostRows = 100;
    private const int MostColumns = 20;
    private const int LargestTable = 9_000;
    private const int RowsPerPage = 20;

    /// <summary>Null when the chart exceeds what Slack can draw.</summary>
    public static JsonObject? Visualization(Chart chart)
    {
        if (string.IsNullOrWhiteSpace(chart.Title) || chart.Title.Length > LongestTitle || !AreLabels(chart.Categories, MostCategories) || chart.Series.Any(series => series.Values.Count != chart.Categories.Count)) return null;
        var drawn = chart.Kind == ChartKind.Donut ? Pie(chart) : Plot(chart);
        return drawn is null ? null : new JsonObject { ["type"] = "data_visualization", ["title"] = chart.Title, ["chart"] = drawn };
    }

    /// <summary>Null when the table exceeds what Slack takes.</summary>
    public static JsonObject? DataTable(Table table)
    {
        if (string.IsNullOrWhiteSpace(table.Caption) || table.Rows.Count is 0 or > MostRows || table.Header.Count is 0 or > MostColumns || table.Rows.Any(row => row.Count != table.Header.Count)) return null;
        var block = new JsonObject
        {
            ["type"] = "data_table",
            ["caption"] = table.Caption,
            ["page_size"] = RowsPerPage,
            ["rows"] = new JsonArray([.. table.Rows.Prepend(table.Header).Select(row => new JsonArray([.. row.Select(Cell)]))]),
        };
        return Load.SizeOf(block) <= LargestTable ? block : null;
    }

    private static JsonObject? Pie(Chart chart)
    {
        if (chart.Series is not [var only] || only.Values.Any(value => value < 0)) return null;
        var segments = chart.Categories.Zip(only.Values).Where(segment => segment.Second > 0).ToList();
        return segments.Count is 0 or > MostSegments ? null : new JsonObject
        {
            ["type"] = "pie",
            ["segments"] = new JsonArray([.. segments.Select(segment => Point(segment.First, segment.Second))]),
        };
    }

    private static JsonObject? Plot(Chart chart) => !AreLabels([.. chart.Series.Select(series => series.Name)], MostSeries) ? null : new JsonObject
    {
        ["type"] = chart.Kind == ChartKind.Line ? "line" : "bar",
        ["series"] = new JsonArray([.. chart.Series.Select(series => new JsonObject
        {
            ["name"] = series.Name,
            ["data"] = new JsonArray([.. chart.Categories.Zip(series.Values, Point)]),
        })]),
        ["axis_config"] = new JsonObject { ["categories"] = new JsonArray([.. chart.Categories.Select(category => (JsonNode)category)]) },
    };

    private static JsonObject Point(string label, decimal value) => new() { ["label"] = label, ["value"] = value };

    private static bool AreLabels(IReadOnlyList<string> labels, int most) =>
        labels.Count > 0 && labels.Count <= most && labels.All(label => label.Trim().Length > 0 && label.Length <= LongestLabel) && labels.Distinct(StringComparer.Ordinal).Count() == labels.Count;

    /// <summary>A cell may not be empty.</summary>
    private static JsonObject Cell(string text) => new() { ["type"] = "raw_text", ["text"] = string.IsNullOrWhiteSpace(text) ? "–" : text };
}
