using System.Globalization;
using Analytics.Core.Reports;

namespace Analytics.Jobs.Cli.Segments;

/// <summary>A segmentation on a terminal: one table a column.</summary>
internal static class SegmentText
{
    private const string Hidden = "*";
    private const string Missing = "—";

    /// <summary>Tables with a blank line between them.</summary>
    public static IEnumerable<string> Lines(IEnumerable<SegmentLine> lines)
    {
        foreach (var group in lines.GroupBy(line => line.Column))
        {
            var used = SegmentLines.Measures.Index().Where(m => group.Any(line => line.Figures[m.Index] is not null)).ToList();
            var table = new TextTable([group.Key, .. used.SelectMany(m => Headings(m.Item)), ""]);
            foreach (var line in group)
            {
                table.Add([line.Label, .. used.SelectMany(m => Cells(line.Figures[m.Index], m.Item)), line.Survives == true ? "differs" : ""]);
            }

            foreach (var text in table.Lines())
            {
                yield return text;
            }

            yield return "";
        }
    }

    private static IEnumerable<string> Headings((string Name, int Decimals, bool HasInterval) measure)
    {
        var name = measure.Name.Replace('_', ' ');
        return measure.HasInterval ? [name, "interval"] : [name];
    }

    private static IEnumerable<string> Cells(Figure? figure, (string Name, int Decimals, bool HasInterval) measure)
    {
        var value = figure?.State switch
        {
            FigureState.Known => Number(figure.Value!.Value, measure.Decimals),
            FigureState.Suppressed => Hidden,
            _ => Missing,
        };
        var interval = figure is { Lower: { } lower, Upper: { } upper } ? $"{Number(lower, measure.Decimals)} – {Number(upper, measure.Decimals)}" : "";
        return measure.HasInterval ? [value, interval] : [value];
    }

    private static string Number(double value, int decimals) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);
}
