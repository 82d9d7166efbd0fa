using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Sections.Kpis;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;
using ClosedXML.Excel;

namespace Analytics.Reporting.Sections.Cover;

/// <summary>Sheet 00: period, scope, data status, the headline sentences and eight tiles; one printed page.</summary>
internal static class CoverSheet
{
    private const int First = 2;
    private const int Last = 12;
    private const int TileStep = 3;
    private const int TileRows = 7;
    private const double TextWidth = 136;

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet, OverviewCells overview)
    {
        Columns(sheet);
        Band(sheet);
        Facts(sheet);
        Headlines(sheet);
        sheet.Put(sheet.Row, First, sheet.Words.Get("cover.kpis"), CellLook.Section, measure: false);
        sheet.Sheet.Row(sheet.Row).Height = 24;
        var top = ++sheet.Row;
        var kpis = sheet.Draft.Report.Kpis;
        for (var i = 0; i < kpis.Count; i++)
        {
            Tile(sheet, kpis[i], overview, top + (i / 4 * TileRows), First + (i % 4 * TileStep));
        }

        sheet.Row = top + ((kpis.Count + 3) / 4 * TileRows);
        Legend(sheet);
        sheet.Finish(lastColumn: Last + 1);
        // whoever prints only the cover has everything on one page
        sheet.Sheet.PageSetup.FitToPages(1, 1);
    }

    private static void Columns(SheetDraft sheet)
    {
        for (var column = 1; column <= Last + 1; column++)
        {
            sheet.Width(column, (column - 1) % TileStep == 0 ? 2 : 17);
        }
    }

    private static void Band(SheetDraft sheet)
    {
        var report = sheet.Draft.Report;
        var white = new CellLook(Ink: Palette.White, Fill: Palette.Navy);
        sheet.Sheet.Range(1, 1, 2, Last + 1).Style = sheet.Draft.Style(white);
        sheet.Put(1, First, sheet.Words.Title, white with { Size = 22, Bold = true }, measure: false);
        sheet.Put(
            1, Last, sheet.Words.Period(report.Header.Period), white with { Size = 16, Bold = true, Align = XLAlignmentHorizontalValues.Right },
            measure: false);
        sheet.Put(2, First, sheet.Words.Get("cover.scope", sheet.Words.Scope), white, measure: false);
        sheet.Put(2, Last, sheet.Words.PeriodRange, white with { Align = XLAlignmentHorizontalValues.Right }, measure: false);
        sheet.Sheet.Row(1).Height = 40;
        sheet.Sheet.Row(2).Height = 22;
        sheet.Sheet.Row(3).Height = 6;
    }

    private static void Facts(SheetDraft sheet)
    {
        var header = sheet.Draft.Report.Header;
        var cutOff = TimeZoneInfo.ConvertTimeFromUtc(
            DateTime.SpecifyKind(header.CutOff, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(header.TimeZone));
        var version = sheet.Draft.Version is { } number ? "v" + number.ToString(CultureInfo.InvariantCulture) : Marks.Absent;
        var data = header.DataVersion.Length > 8 ? header.DataVersion[..8] : header.DataVersion;
        var (status, colour) = DataStatus.Of(sheet.Draft.Report, sheet.Words);
        (string Text, string Ink)[] facts =
        [
            (sheet.Words.Get("cover.cutOff", cutOff.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), Palette.Ink),
            (sheet.Words.Get("cover.compared", sheet.Words.Period(header.Previous)), Palette.Ink),
            (sheet.Words.Get("cover.version", version, data), Palette.Ink),
            (status, colour),
        ];
        for (var i = 0; i < facts.Length; i++)
        {
            var column = First + (i * TileStep);
            var look = new CellLook(
                Fill: Palette.Pale, Ink: facts[i].Ink, Size: 9, Bold: i == facts.Length - 1, Wrap: true, Align: XLAlignmentHorizontalValues.Left,
                Indent: 1);
            sheet.Sheet.Range(4, column, 4, column + 1).Merge().Style = sheet.Draft.Style(look);
            sheet.Put(4, column, facts[i].Text, look, measure: false);
        }

        sheet.Sheet.Row(4).Height = 32;
        sheet.Sheet.Row(5).Height = 8;
    }

    private static void Headlines(SheetDraft sheet)
    {
        var report = sheet.Draft.Report;
        sheet.Put(6, First, sheet.Words.Get("cover.headlines"), CellLook.Section, measure: false);
        sheet.Sheet.Row(6).Height = 22;
        sheet.Row = 7;
        var sentences = HeadlineWriter.Write(report, sheet.Words);
        for (var i = 0; i < sentences.Count; i++)
        {
            Sentence(sheet, report.Headlines[i].Signal, sentences[i]);
        }

        if (sentences.Count == 0)
        {
            Sentence(sheet, Signal.NoVerdict, sheet.Words.Get("cover.noHeadlines"));
        }

        if (RevisionWriter.Sentence(report, sheet.Words) is { } revised)
        {
            sheet.Put(sheet.Row++, First, revised, CellLook.Note with { Bold = true, Ink = Palette.Orange }, measure: false);
        }

        sheet.Sheet.Row(sheet.Row++).Height = 8;
    }

    private static void Sentence(SheetDraft sheet, Signal signal, string sentence)
    {
        var look = new CellLook(Size: 12, Wrap: true, Line: Palette.Rule);
        sheet.Sheet.Range(sheet.Row, First, sheet.Row, Last).Merge().Style = sheet.Draft.Style(look);
        sheet.Put(sheet.Row, First, $"{Marks.Of(signal)}  {sentence}", look, measure: false);
        var rich = sheet.Sheet.Cell(sheet.Row, First).RichText;
        rich.Substring(0, 1).SetFontColor(XLColor.FromHtml("#" + Palette.Of(signal))).SetBold();
        sheet.Sheet.Row(sheet.Row).Height = 6 + (18 * Math.Ceiling(SheetText.Width(sentence) * 1.2 / TextWidth));
        sheet.Row++;
    }

    private static void Tile(SheetDraft sheet, Kpi kpi, OverviewCells overview, int row, int column)
    {
        var words = sheet.Words;
        var tile = new CellLook(Fill: Palette.Pale, Indent: 1);
        var (left, right) = (
            tile with { Size = 9, Align = XLAlignmentHorizontalValues.Left }, tile with { Size = 9, Align = XLAlignmentHorizontalValues.Right });
        sheet.Sheet.Range(row, column, row + TileRows - 2, column + 1).Style = sheet.Draft.Style(tile);
        Merged(sheet, row, column, words.Get("tile." + kpi.Id), left with { Bold = true, Ink = Palette.Soft });
        sheet.Sheet.Range(row + 1, column, row + 1, column + 1).Merge();
        var value = tile with { Size = 22, Bold = true, Ink = Palette.Navy, Format = NumberFormats.Excel(kpi.Unit), Align = XLAlignmentHorizontalValues.Left };
        Linked(sheet, row + 1, column, kpi.Current, 1, overview.Reference(kpi.Id, OverviewCells.Current), value);
        sheet.Sheet.Cell(row + 1, column).AddToNamed(CoverOutput.CellName(kpi.Id));
        sheet.Put(row + 2, column, words.Get("tile.change", words.ChangeUnit(kpi.Unit)), left, measure: false);
        var factor = kpi.Unit == MeasureUnit.Share ? 100 : 1;
        Linked(
            sheet, row + 2, column + 1, kpi.Change, factor, overview.Reference(kpi.Id, OverviewCells.Change),
            right with { Bold = true, Format = ArrowFormat(kpi.Unit) });
        sheet.Put(row + 3, column, words.Get("tile.yearBefore"), left, measure: false);
        Linked(
            sheet, row + 3, column + 1, kpi.YearBefore, 1, overview.Reference(kpi.Id, OverviewCells.YearBefore),
            right with { Format = NumberFormats.Excel(kpi.Unit) });
        Merged(sheet, row + 4, column, $"{Marks.Of(kpi.Signal)} {words.SignalWord(kpi.Signal)}", left with { Bold = true, Ink = Palette.Of(kpi.Signal) });
        if (kpi.Current.State == FigureState.Known)
        {
            Trend(sheet, kpi, overview, row + 5, column);
        }
        else
        {
            Merged(sheet, row + 5, column, words.WhyMissing(kpi.Current), left with { Ink = Palette.Grey, Wrap = true });
        }

        double[] heights = [20, 34, 16, 16, 18, 46, 8];
        for (var i = 0; i < heights.Length; i++)
        {
            sheet.Sheet.Row(row + i).Height = heights[i];
        }
    }

    private static void Merged(SheetDraft sheet, int row, int column, string text, CellLook look)
    {
        sheet.Sheet.Range(row, column, row, column + 1).Merge();
        sheet.Put(row, column, text, look, measure: false);
    }

    /// <summary>A figure that follows the overview's cell.</summary>
    private static void Linked(SheetDraft sheet, int row, int column, Figure figure, double factor, string reference, CellLook look)
    {
        if (figure is { State: FigureState.Known, Value: { } value })
        {
            sheet.Live(row, column, value * factor, reference, look);
        }
        else
        {
            sheet.Put(row, column, figure, look);
        }

        sheet.Sheet.Cell(row, column).Style = sheet.Draft.Style(figure.State == FigureState.Known ? look : look with { Ink = Palette.Grey, Format = null });
    }

    private static string ArrowFormat(MeasureUnit unit)
    {
        var number = NumberFormats.Excel(unit == MeasureUnit.Share ? MeasureUnit.Hours : unit);
        return $"\"▲ \"{number};\"▼ \"{number};\"▬ \"{number}";
    }

    /// <summary>The measure over the trailing window, with its limits.</summary>
    private static void Trend(SheetDraft sheet, Kpi kpi, OverviewCells overview, int row, int column)
    {
        sheet.Sheet.Range(row, column, row, column + 1).Merge();
        if (!overview.Series.TryGetValue(kpi.Id, out var series) || kpi.Series.Count(p => p.Figure.State == FigureState.Known) < 2)
        {
            return;
        }

        IReadOnlyList<ChartSeries> lines =
        [
            series[0] with { LastMark = Palette.Of(kpi.Signal) }, .. series.Skip(1).Select(s => s with { Colour = Palette.Faint }),
        ];
        var chart = new NativeChart(sheet.Words.Kpi(kpi.Id), lines) { Bare = true, FromZero = false };
        sheet.Draft.Charts.Add(new PlacedChart(sheet.Name, chart, column - 1, row - 1, column + 1, row));
    }

    private static void Legend(SheetDraft sheet)
    {
        Line(sheet, sheet.Words.Get("legend.signals"));
        Line(sheet, sheet.Words.Get("cover.trend", sheet.Draft.Report.Header.TrailingPeriods));
        foreach (var reason in sheet.TakeMissing())
        {
            Line(sheet, reason);
        }
    }

    private static void Line(SheetDraft sheet, string text) => sheet.Put(sheet.Row++, First, text, CellLook.Note, measure: false);
}
