using System.Globalization;
using System.Text;
using Analytics.Core;
using Analytics.Core.Reports;
using Analytics.Jobs.CommandLine;
using Analytics.Reporting.Workbook;

namespace Analytics.Jobs.Segments;

/// <summary>Writes a segmentation as CSV or XLSX: one line a segment, numbers as numbers, <c>*</c> where a figure is hidden, nothing where it is absent.</summary>
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
    public static void Write(string path, IEnumerable<SegmentLine> lines)
    {
        var rows = lines.Select(Cells).ToList();
        if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            TableWorkbook.Write(path, "segments", Headings, rows);
            return;
        }

        // with a byte-order mark, so that spreadsheets read Chinese as Chinese
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        writer.WriteLine(CsvText.Line(Headings));
        foreach (var row in rows)
        {
            writer.WriteLine(CsvText.Line(row.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "")));
        }
    }

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
