using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections;

/// <summary>Rows too many to be held as cells: they are written into the sheet's part when the package is copied.</summary>
/// <param name="HeadRow">1-based row of the column heads; the rows follow it.</param>
/// <param name="Count">How many rows a report has.</param>
/// <param name="Write">Writes the part afresh, rows and all, from its prepared text.</param>
internal sealed record StreamedRows(int HeadRow, Func<Report, int> Count, StreamedRows.Writer Write)
{
    /// <summary>Writes a part.</summary>
    /// <param name="xml">The part as it was prepared.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="report">The report.</param>
    /// <param name="words">In which words.</param>
    public delegate void Writer(string xml, Stream target, Report report, ReportWords words);
}
