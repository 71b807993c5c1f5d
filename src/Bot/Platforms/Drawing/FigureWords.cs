using System.Globalization;

namespace AccountNudge.Bot.Platforms.Drawing;

/// <summary>Charts and tables in words, for where they cannot be drawn.</summary>
internal static class FigureWords
{
    /// <summary>A chart's figures as a table, one row per category.</summary>
    public static Table TableOf(Chart chart) => new(
        chart.Title,
        ["", .. chart.Series.Select(series => series.Name)],
        [.. chart.Categories.Select((category, index) => (IReadOnlyList<string>)[category, .. chart.Series.Select(series => Figure(series, index))])]);

    /// <summary>Row by row: what the row is about, then what each column says of it.</summary>
    public static IEnumerable<RichText> Of(Table table) => table.Rows.Select(row => new RichText(
        [new Strong(row.Count > 0 ? row[0] : ""), new Words(row.Count > 1 ? ": " : ""), new Words(string.Join(" · ", row.Skip(1).Select((cell, index) => Cell(table, cell, index + 1))))]));

    private static string Cell(Table table, string cell, int column) =>
        table.Header.Count > 2 && column < table.Header.Count && table.Header[column].Length > 0 ? $"{table.Header[column]} {cell}" : cell;

    private static string Figure(ChartSeries series, int index) => index < series.Values.Count ? series.Values[index].ToString("0.##", CultureInfo.InvariantCulture) : "";
}
