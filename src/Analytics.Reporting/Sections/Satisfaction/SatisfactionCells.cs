using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>Cells the three satisfaction sheets share: statistics that may not exist, verdicts with their marks, the reason where a part is absent.</summary>
internal static class SatisfactionCells
{
    /// <summary>Format of coefficients and reliabilities.</summary>
    public const string Coefficient = "0.000";

    /// <summary>Format of probabilities: very small ones as such.</summary>
    public const string Probability = "[<0.0001]\"<0.0001\";0.0000";

    /// <summary>A statistic, or — where there is no such thing for this row; the remark below the table says why.</summary>
    public static void Optional(this SheetDraft sheet, int row, int column, double? value, string format, string remark = "model.undefined")
    {
        if (value is { } number)
        {
            sheet.Put(row, column, number, CellLook.Number(format));
            return;
        }

        sheet.Put(row, column, Marks.Absent, CellLook.Missing);
        sheet.Remark(Marks.Absent + " " + sheet.Words.Get(remark));
    }

    /// <summary>A figure and its bounds in that format.</summary>
    public static void Estimate(this SheetDraft sheet, int row, int column, Figure figure, string format)
    {
        sheet.Put(row, column, figure, CellLook.Number(format));
        foreach (var (bound, at) in new[] { (figure.Lower, column + 1), (figure.Upper, column + 2) })
        {
            if (bound is { } value)
                sheet.Put(row, at, value, CellLook.Number(format));
            else
                sheet.Put(row, at, figure.State == FigureState.Suppressed ? Marks.Suppressed : "", figure.State == FigureState.Suppressed ? CellLook.Missing : CellLook.Text);
        }
    }

    /// <summary>A mark and a word in the colour of the mark.</summary>
    public static void Verdict(this SheetDraft sheet, int row, int column, string mark, string word)
        => sheet.Put(row, column, word.Length == 0 ? mark : $"{mark} {word}", CellLook.Verdict with { Ink = Palette.OfMark(mark) });

    /// <summary>A line that says what is not there and why, as the list of what was not computed gives it.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="subject">What is not there: <c>model</c>, <c>improvement</c>, <c>brands</c>, <c>branches</c>.</param>
    public static void NotThere(this SheetDraft sheet, string subject)
    {
        var missing = sheet.Draft.Report.DataQuality.NotComputed;
        var found = missing.FirstOrDefault(m => m.Subject == subject) ?? missing.FirstOrDefault(m => m.Subject == "satisfaction") ?? missing.FirstOrDefault(m => m.Subject == "survey");
        var reason = found is null ? sheet.Words.Get("satisfaction.noReason") : sheet.Words.Reason(found.Reason);
        sheet.Note(sheet.Words.Get("satisfaction.absent", sheet.Words.Subject(subject), reason));
    }

    /// <summary>Mark of a missed test: ■ where it holds the model back, ▲ where it warns; ● where none was missed.</summary>
    public static string MarkOf(IEnumerable<ModelFinding> findings)
    {
        var worst = "●";
        foreach (var finding in findings)
        {
            if (finding.Blocks)
                return "■";
            worst = "▲";
        }

        return worst;
    }

    /// <summary>Item, construct or pair <c>A ~ B</c>, every name as the report's language has it.</summary>
    public static string Subject(string subject, ReportWords words)
        => subject.Length == 0 ? words.Get("model.whole") : string.Join(" ~ ", subject.Split(" ~ ").Select(words.Label));
}
