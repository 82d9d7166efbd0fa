using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>On sheet 08: derived importance by two methods beside the model's, and what comes first within segments.</summary>
internal static class DriverRows
{
    private const int MostItems = 3;

    /// <summary>Writes both tables at the cursor.</summary>
    public static void Fill(SheetDraft sheet, ImprovementSection improvement)
    {
        Drivers(sheet, improvement);
        Segments(sheet, improvement);
    }

    private static void Drivers(SheetDraft sheet, ImprovementSection improvement)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("drivers.title", words.Label(improvement.Target)), words.Get("drivers.note"));
        if (improvement.Drivers.Count == 0)
        {
            sheet.Note(words.Get("drivers.none"));
            sheet.Row++;
            return;
        }

        string[] keys = ["rank", "item", "", "lmg", "lower", "upper", "johnson", "lower", "upper", "modelShare", "agreement"];
        sheet.Header(1, [.. keys.Select(k => k.Length == 0 ? "" : words.Get("head." + k))]);
        var first = sheet.Row;
        foreach (var (driver, i) in improvement.Drivers.OrderByDescending(d => d.Lmg.Value ?? -1).Select((d, i) => (d, i)))
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, i + 1, CellLook.Centred with { Format = "0" });
            sheet.Put(at, 2, words.Label(driver.Item), CellLook.Text);
            sheet.Put(at, 3, "", CellLook.Text);
            sheet.WithBounds(at, 4, driver.Lmg, "0.0%");
            sheet.WithBounds(at, 7, driver.Johnson, "0.0%");
            sheet.Optional(at, 10, driver.Model, "0.0%", "drivers.noModel");
            sheet.Verdict(at, 11, driver.Disagrees ? "▲" : "●", words.Get(driver.Disagrees ? "drivers.disagree" : "drivers.agree"));
        }

        Totals(sheet, improvement.Drivers, first);
        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static void Totals(SheetDraft sheet, IReadOnlyList<DriverShare> drivers, int first)
    {
        var (row, look) = (sheet.Row++, new CellLook(Bold: true, Top: true, Format: "0.0%"));
        for (var column = 1; column <= 11; column++)
        {
            sheet.Put(row, column, column == 2 ? sheet.Words.Get("total") : "", look);
        }

        (int Column, IReadOnlyList<double?> Parts)[] sums =
        [
            (4, [.. drivers.Select(d => d.Lmg.Value)]), (7, [.. drivers.Select(d => d.Johnson.Value)]), (10, [.. drivers.Select(d => d.Model)]),
        ];
        foreach (var (column, parts) in sums.Where(s => s.Parts.All(p => p is not null)))
        {
            sheet.Live(row, column, parts.Sum(p => p!.Value), $"SUM({new CellRange(sheet.Name, first, column, row - 1, column).Local})", look);
        }
    }

    private static void Segments(SheetDraft sheet, ImprovementSection improvement)
    {
        if (improvement.Segments.Count == 0)
        {
            return;
        }

        var words = sheet.Words;
        sheet.Section(words.Get("improvement.segments"), words.Get("improvement.segmentsNote", words.Label(improvement.Target)));
        string[] keys = ["group", "segment", "n", "targetScore", "lower", "upper", "first", "performance", "second", "performance", "third", "performance"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var before = "";
        foreach (var segment in improvement.Segments)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, segment.Column == before ? "" : words.Column(segment.Column), CellLook.Text with { Bold = true });
            sheet.Put(at, 2, words.Label(segment.Band), CellLook.Text);
            sheet.Put(at, 3, segment.Respondents, CellLook.Number("#,##0"));
            sheet.WithBounds(at, 4, segment.Target, "0.00");
            for (var i = 0; i < MostItems; i++)
            {
                Item(sheet, at, 7 + (2 * i), segment.Items.Points.ElementAtOrDefault(i));
            }

            before = segment.Column;
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static void Item(SheetDraft sheet, int row, int column, ImprovementPoint? point)
    {
        if (point is null || point.Priority <= 0)
        {
            sheet.Put(row, column, "", CellLook.Text);
            sheet.Put(row, column + 1, "", CellLook.Text);
            return;
        }

        sheet.Put(row, column, sheet.Words.Label(point.Name), CellLook.Text with { Indent = 1 });
        sheet.Put(row, column + 1, point.Performance, CellLook.Number("0.00"));
    }
}
