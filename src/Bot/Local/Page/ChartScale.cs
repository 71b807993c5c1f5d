namespace AccountNudge.Bot.Local.Page;

/// <summary>The scale of a bar or line chart, from zero to its top in equal steps.</summary>
/// <param name="Step">A 1, 2 or 5 with zeros; never a fraction where only whole numbers are drawn.</param>
/// <param name="Steps">How many reach the highest value.</param>
public sealed record ChartScale(double Step, int Steps)
{
    private const int Most = 4;
    private const double Finest = 0.01;
    private static readonly double[] Leading = [1, 2, 5];

    public double Top => Step * Steps;

    public static ChartScale Of(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var highest = (double)values.DefaultIfEmpty(0).Max();
        for (var power = values.All(decimal.IsInteger) ? 1 : Finest; ; power *= 10)
        {
            foreach (var step in Leading.Select(leading => leading * power))
            {
                if (step * Most >= highest) return new ChartScale(step, Math.Max((int)Math.Ceiling(highest / step), 1));
            }
        }
    }
}
