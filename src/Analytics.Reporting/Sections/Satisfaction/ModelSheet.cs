using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>Sheet 07: the index of every construct, the paths between them, whether the measurement holds, weights and response.</summary>
internal static class ModelSheet
{
    /// <summary>Last column printed.</summary>
    public const int LastColumn = 13;

    private const int Index = 3;
    private const int ChartRows = 17;

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet)
    {
        var words = sheet.Words;
        sheet.Heading("model.title");
        var section = sheet.Draft.Report.Satisfaction;
        if (section?.Model is { } model)
        {
            Model(sheet, model);
        }
        else
        {
            sheet.NotThere("model", "satisfaction", "survey");
        }

        if (section is not null)
        {
            ResponseRows.Fill(sheet, section);
        }

        if (section?.Model is { } drawn)
        {
            ModelTrend.Fill(sheet, drawn);
        }

        sheet.Measure(1, 18);
        sheet.Measure(2, 14);
        for (var column = 3; column < LastColumn; column++)
        {
            sheet.Measure(column, 9);
        }

        sheet.Measure(LastColumn, 16);
        sheet.Finish(frozenRows: 2, lastColumn: LastColumn);
    }

    private static void Model(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Note(words.Get(
            "model.about", words.Find("model.name." + model.Name) ?? model.Name, words.Period(model.FirstPeriod), words.Period(model.LastPeriod),
            words.Label(model.Target)));
        sheet.Note(words.Get(
            "model.method", words.Get("model.scheme." + model.Scheme), words.Get("model.missing." + model.Missing),
            NumberFormats.Value(sheet.Draft.Report.Header.ConfidenceLevel, MeasureUnit.Share), NumberFormats.Fixed(model.Resamples, 0),
            model.Seed.ToString(CultureInfo.InvariantCulture)));
        var (mark, text) = Verdict(model, words);
        sheet.Put(sheet.Row++, 1, $"{mark} {text}", CellLook.Verdict with { Ink = Palette.OfMark(mark), Line = null, Indent = 0 }, measure: false);
        sheet.Row++;
        var first = Indices(sheet, model);
        var chartTop = sheet.Row;
        var charted = model.Constructs
            .Select((construct, i) => (construct.Index, construct.Name, Row: first + i))
            .Where(c => c.Index.State == FigureState.Known)
            .ToArray();
        if (charted.Length > 0)
        {
            IndexChart(sheet, [.. charted.Select(c => c.Name)], [.. charted.Select(c => c.Index)], [.. charted.Select(c => c.Row)], chartTop);
            sheet.Row += ChartRows + 1;
        }

        ModelPathRows.Fill(sheet, model);
        ModelGateRows.Fill(sheet, model);
        if (ModelTrend.CanDraw(model) && charted.Length > 0)
        {
            ModelTrend.Reserve(sheet, chartTop, ChartRows);
        }
    }

    /// <summary>The gate's verdict as a mark and a sentence.</summary>
    public static (string Mark, string Text) Verdict(SatisfactionModel model, ReportWords words)
    {
        var blocking = model.Findings.Count(f => f.Blocks);
        var mark = model.IsHeldBack ? "■" : ModelCells.MarkOf(model.Findings);
        var text = model.IsHeldBack ? words.Get("model.heldBack", blocking)
            : model.Findings.Count == 0 ? words.Get("model.passed")
            : words.Get("model.warned", model.Findings.Count);
        return (mark, text);
    }

    private static int Indices(SheetDraft sheet, SatisfactionModel model)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("model.indices"), words.Get("model.indicesNote"));
        string[] keys = ["construct", "items", "index", "lower", "upper", "n", "previous", "rSquared", "lower", "upper", "adjustedRSquared"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        var first = sheet.Row;
        var compared = model.Constructs.Any(c => c.Previous.State != FigureState.Absent);
        foreach (var construct in model.Constructs)
        {
            var at = sheet.Row++;
            sheet.Put(at, 1, words.Label(construct.Name), CellLook.Text with { Bold = construct.Name == model.Target });
            sheet.Put(at, 2, construct.Items, CellLook.Number("0"));
            sheet.WithBounds(at, Index, construct.Index, MeasureUnit.Score);
            sheet.SampleSize(at, 6, construct.Index);
            if (compared)
            {
                sheet.Put(at, 7, construct.Previous, MeasureUnit.Score);
            }
            else
            {
                sheet.Put(at, 7, "", CellLook.Text);
            }

            Explained(sheet, at, construct);
            if (construct.Name == model.Target)
            {
                sheet.Sheet.Cell(at, Index).AddToNamed(SatisfactionOutput.IndexName);
            }
        }

        sheet.ExplainMissing();
        sheet.Row++;
        return first;
    }

    /// <summary>A construct no path leads to has no R², which is no gap: its cells stay empty.</summary>
    private static void Explained(SheetDraft sheet, int row, ModelConstruct construct)
    {
        if (construct.RSquared.State == FigureState.Absent)
        {
            for (var column = 8; column <= 11; column++)
            {
                sheet.Put(row, column, "", CellLook.Text);
            }

            return;
        }

        sheet.WithBounds(row, 8, construct.RSquared, FigureCells.Coefficient);
        sheet.Statistic(row, 11, construct.AdjustedRSquared, FigureCells.Coefficient);
    }

    private static void IndexChart(SheetDraft sheet, IReadOnlyList<string> names, IReadOnlyList<Figure> figures, int[] rows, int top)
    {
        var words = sheet.Words;
        var series = new ChartSeries(
            ChartKind.Bar, words.Get("head.index"), CellRange.Rows(sheet.Name, 1, rows), [.. names.Select(words.Label)],
            CellRange.Rows(sheet.Name, Index, rows), [.. figures.Select(f => f.Value)], Palette.Deep)
        {
            Format = "0.0", ShowValues = true, Errors = sheet.ErrorBars(rows, Index, LastColumn + 2, figures),
        };
        sheet.Draft.Charts.Add(new PlacedChart(
            sheet.Name, new NativeChart(words.Get("model.indexChart"), [series]) { ValueFormat = "0" }, 0, top - 1, 6, top - 1 + ChartRows));
    }
}
