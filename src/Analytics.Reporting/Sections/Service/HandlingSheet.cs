using Analytics.Core.Reports;
using Analytics.Reporting.Sections.Kpis;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Service;

/// <summary>Sheet 06: how causes were resolved and how customers took it.</summary>
internal static class HandlingSheet
{
    private static readonly KpiId[] Handling =
    [
        KpiId.FirstReplyWithinLimitShare, KpiId.HandlingHoursP50, KpiId.HandlingHoursP90, KpiId.RepeatShare, KpiId.EscalatedShare,
    ];

    /// <summary>Fills the sheet.</summary>
    public static void Fill(SheetDraft sheet, OverviewCells overview)
    {
        var words = sheet.Words;
        sheet.Heading("handling.title");
        Measures(sheet, overview);
        sheet.Section(words.Get("handling.table"), words.Get("handling.note"));
        string[] keys = ["cause", "resolution", "complaints", "accepted", "lower", "upper", "n", "satisfied", "lower", "upper", "n", "medianHours", "n"];
        sheet.Header(1, [.. keys.Select(k => words.Get("head." + k))]);
        // a cause is printed strong once, over its resolutions; the merged rest never, as it is no cause
        string? before = null;
        foreach (var row in sheet.Draft.Report.Resolutions)
        {
            Row(sheet, row, isFirst: !LabelKinds.IsMerged(row.Cause) && row.Cause != before);
            before = row.Cause;
        }

        if (sheet.Draft.Report.Resolutions.Count == 0)
        {
            sheet.Note(words.Get("empty.table"));
        }

        sheet.ExplainMissing();
        sheet.Finish(frozenRows: 2, frozenColumns: 2);
    }

    /// <summary>The handling measures of the overview, repeated by reference.</summary>
    private static void Measures(SheetDraft sheet, OverviewCells overview)
    {
        var words = sheet.Words;
        sheet.Section(words.Get("handling.kpis"));
        sheet.Header(1, words.Get("head.kpi"), words.Get("head.unit"), words.Get("head.current"), words.Get("head.change"), words.Get("head.signal"));
        foreach (var kpi in sheet.Draft.Report.Kpis.Where(k => Handling.Contains(k.Id)))
        {
            var row = sheet.Row++;
            sheet.Put(row, 1, words.Kpi(kpi.Id), CellLook.Text with { Bold = true });
            sheet.Put(row, 2, words.Unit(kpi.Unit), CellLook.Centred);
            sheet.Put(row, 3, kpi.Current, kpi.Unit);
            sheet.Follow(row, 3, kpi.Current, overview.Reference(kpi.Id, OverviewCells.Current));
            sheet.Change(row, 4, kpi.Change, kpi.Unit);
            sheet.Follow(row, 4, kpi.Change, overview.Reference(kpi.Id, OverviewCells.Change));
            sheet.Put(row, 5, $"{Marks.Of(kpi.Signal)} {words.SignalWord(kpi.Signal)}", CellLook.Verdict with { Ink = Palette.Of(kpi.Signal) }, measure: false);
        }

        sheet.ExplainMissing();
        sheet.Row++;
    }

    private static void Row(SheetDraft sheet, ResolutionRow row, bool isFirst)
    {
        var at = sheet.Row++;
        sheet.Put(at, 1, sheet.Words.Label(row.Cause), CellLook.Text with { Bold = isFirst, Ink = isFirst ? Palette.Ink : Palette.Grey });
        sheet.Put(at, 2, sheet.Words.Label(row.Resolution), CellLook.Text);
        sheet.Put(at, 3, row.Complaints, MeasureUnit.Count);
        sheet.WithBounds(at, 4, row.AcceptedShare, MeasureUnit.Share);
        sheet.SampleSize(at, 7, row.AcceptedShare);
        sheet.WithBounds(at, 8, row.SatisfiedShare, MeasureUnit.Share);
        sheet.SampleSize(at, 11, row.SatisfiedShare);
        sheet.Put(at, 12, row.MedianHandlingHours, MeasureUnit.Hours);
        sheet.SampleSize(at, 13, row.MedianHandlingHours);
    }
}
