using Analytics.Core;
using Analytics.Core.Reports;

namespace Analytics.Jobs.Cli.Segments;

/// <summary>
/// Writes a segmentation as CSV or XLSX: one line a segment, numbers as numbers, <c>*</c> where a figure is hidden, nothing where it is absent.
/// </summary>
internal static class SegmentFile
{
    /// <summary>Endings that <see cref="Write"/> knows; .json is written by the command itself.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".csv", ".xlsx"];

    private static IReadOnlyList<string> Headings { get; } =
    [
        "column", "label",
        .. SegmentLines.Measures.SelectMany(m => m.HasInterval ? new[] { m.Name, m.Name + "_lower", m.Name + "_upper" } : [m.Name]),
        "survives",
    ];

    /// <summary>Writes the file of the ending of <paramref name="path"/>.</summary>
    public static void Write(string path, IEnumerable<SegmentLine> lines) => TableFile.Write(path, "segments", Headings, [.. lines.Select(Cells)]);

    /// <summary>Refuses an ending nobody can write.</summary>
    /// <exception cref="AnalyticsException">AN1016.</exception>
    public static void CheckEnding(string path)
    {
        var ending = Path.GetExtension(path);
        if (!Endings.Append(".json").Contains(ending, StringComparer.OrdinalIgnoreCase))
        {
            throw new AnalyticsException("AN1016", $"--out '{path}' ends in '{ending}'.", "Choose a name that ends in .csv, .xlsx or .json.", FaultKind.Usage);
        }
    }

    private static List<object?> Cells(SegmentLine line)
    {
        var cells = new List<object?> { line.Column, line.Label };
        foreach (var (measure, figure) in SegmentLines.Measures.Zip(line.Figures))
        {
            cells.Add(figure?.State == FigureState.Suppressed ? "*" : figure?.Value);
            if (measure.HasInterval)
            {
                cells.Add(figure?.Lower);
                cells.Add(figure?.Upper);
            }
        }

        cells.Add(line.Survives switch { true => "yes", false => "no", _ => null });
        return cells;
    }
}
