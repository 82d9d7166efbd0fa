using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>The data status that cover and mail show as a light.</summary>
internal static class DataStatus
{
    /// <summary>
    /// Red where totals do not tie or rows got lost, orange where rows wait in quarantine, files had findings or a headline measure
    /// cannot be computed, green else; with its mark and colour.
    /// </summary>
    public static (string Text, string Colour) Of(Report report, ReportWords words)
    {
        var quality = report.DataQuality;
        if (quality.Checks.Any(c => !c.Ties) || quality.Imports.Any(i => i.Read != i.Stored + i.AlreadyThere + i.Quarantined))
        {
            return ("■ " + words.Get("status.red"), Palette.Red);
        }

        var waiting = quality.Quarantine.Sum(q => q.Rows);
        var missing = report.Kpis.Count(k => k.Current.State == FigureState.Absent);
        return waiting + missing + quality.Findings.Count > 0
            ? ("▲ " + words.Get("status.orange", NumberFormats.Fixed(waiting, 0), quality.Findings.Count, missing), Palette.Orange)
            : ("● " + words.Get("status.green"), Palette.Green);
    }
}
