using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>Sheet 08: importance against performance by construct and item, priorities, what drives the index by other methods, and by segment.</summary>
internal static class ImprovementSheet
{
    /// <summary>Last column printed.</summary>
    public const int LastColumn = 13;

    /// <summary>Column of importance; its bounds stand in the two after it.</summary>
    public const int Importance = 4;

    /// <summary>Column of performance; its bounds stand in the two after it.</summary>
    public const int Performance = 7;

    private const int Priority = 12;
    private const int ConstructChartRows = 16;
    private const int ItemChartRows = 26;

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        sheet.Heading("improvement.title");
        if (sheet.Draft.Report.Satisfaction?.Improvement is { } improvement)
        {
            Maps(sheet, improvement);
        }
        else
        {
            sheet.NotThere("improvement", "satisfaction", "survey");
        }

        sheet.Measure(2, 18);
        sheet.Measure(3, 14);
        for (var column = Importance; column < LastColumn; column++)
        {
            sheet.Measure(column, 9);
        }

        sheet.Measure(10, 13);
        sheet.Measure(LastColumn, 11);
        sheet.Finish(frozenRows: 2, lastColumn: LastColumn);
    }

    /// <summary>Mark of a quadrant: ■ improve first, ▲ improve next, ● keep up, ○ maintain.</summary>
    public static string Mark(ImprovementQuadrant quadrant) => quadrant switch
    {
        ImprovementQuadrant.ImproveFirst => "■",
        ImprovementQuadrant.ImproveNext => "▲",
        ImprovementQuadrant.KeepUp => "●",
        _ => "○",
    };

    /// <summary>What the importance axis and column are called.</summary>
    public static string ImportanceName(ImprovementSection improvement, ReportWords words) => words.Get("improvement.importance." + improvement.Basis);

    private static void Maps(SheetDraft sheet, ImprovementSection improvement)
    {
        var words = sheet.Words;
        sheet.Note(words.Get(
            "improvement.target", words.Label(improvement.Target), words.Get("improvement.basis." + improvement.Basis),
            words.Get("improvement.cut." + improvement.Cut)));
        sheet.Note(words.Get("legend.quadrants"));
        sheet.Note(words.Get("improvement.note"));
        sheet.Row++;
        if (improvement.Constructs is { } constructs)
        {
            Map(sheet, improvement, constructs, words.Get("improvement.constructs"), ConstructChartRows);
        }

        Map(sheet, improvement, improvement.Items, words.Get("improvement.items"), ItemChartRows);
        DriverRows.Fill(sheet, improvement);
    }

    private static void Map(SheetDraft sheet, ImprovementSection improvement, ImprovementMap map, string title, int chartRows)
    {
        var words = sheet.Words;
        sheet.Section(title, words.Get("improvement.cuts", NumberFormats.Fixed(map.ImportanceCut, 3), NumberFormats.Fixed(map.PerformanceCut, 2)));
        var charted = map.Points.Count(p => ImprovementScatter.IsDrawn(p)) > 1;
        var top = sheet.Row;
        sheet.Row += charted ? chartRows + 1 : 0;
        Head(sheet, improvement, map);
        var first = sheet.Row;
        foreach (var point in map.Points)
        {
            Point(sheet, improvement, point);
        }

        sheet.ExplainMissing();
        if (charted)
        {
            ImprovementScatter.Draw(sheet, improvement, map, title, first, top, chartRows);
        }

        sheet.Row++;
    }

    private static void Head(SheetDraft sheet, ImprovementSection improvement, ImprovementMap map)
    {
        var words = sheet.Words;
        string[] keys =
        [
            "rank", map.Points.Any(p => p.Construct is not null) || ReferenceEquals(map, improvement.Items) ? "item" : "construct", "construct", "",
            "lower", "upper", "performance", "lower", "upper", "quadrant", "boundary", "priority", "rankInConstruct",
        ];
        string[] heads = [.. keys.Select(k => k.Length == 0 ? ImportanceName(improvement, words) : words.Get("head." + k))];
        if (keys[1] == "construct")
        {
            heads[2] = heads[^1] = "";
        }

        sheet.Header(1, heads);
    }

    private static void Point(SheetDraft sheet, ImprovementSection improvement, ImprovementPoint point)
    {
        var (at, words) = (sheet.Row++, sheet.Words);
        sheet.Put(at, 1, point.Rank, CellLook.Centred with { Format = "0" });
        sheet.Put(at, 2, words.Label(point.Name), CellLook.Text with { Bold = point.Quadrant == ImprovementQuadrant.ImproveFirst });
        sheet.Put(at, 3, point.Construct is null ? "" : words.Label(point.Construct), CellLook.Text);
        sheet.WithBounds(at, Importance, point.Importance, improvement.Basis == ImportanceBasis.Model ? "+0.000;-0.000;0.000" : "0.0%");
        sheet.WithBounds(at, Performance, point.Performance, "0.00");
        sheet.Verdict(at, 10, Mark(point.Quadrant), words.Get("quadrant." + point.Quadrant));
        sheet.Put(at, 11, point.IsBoundary ? words.Get("quadrant.boundary") : "", CellLook.Centred with { Ink = Palette.Orange });
        PriorityScore(sheet, at, point);
        if (point.RankInConstruct is { } rank)
        {
            sheet.Put(at, LastColumn, rank, CellLook.Centred with { Format = "0" });
        }
        else
        {
            sheet.Put(at, LastColumn, "", CellLook.Text);
        }
    }

    private static void PriorityScore(SheetDraft sheet, int row, ImprovementPoint point)
    {
        var look = CellLook.Number("0.00") with { Bold = true };
        // a formula only where it gives the report's own number: a hidden or differently weighted one is written as it is
        if (point.Importance.Value is { } importance
            && point.Performance.Value is { } performance
            && Math.Abs((Math.Max(0, importance) * (100 - performance)) - point.Priority) < 1e-9)
        {
            sheet.Live(row, Priority, point.Priority, $"MAX(0,{CellRange.Address(row, Importance)})*(100-{CellRange.Address(row, Performance)})", look);
        }
        else
        {
            sheet.Put(row, Priority, point.Priority, look);
        }
    }
}
