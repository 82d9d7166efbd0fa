using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Reporting.Sections;

/// <summary>What readers see of one section of a report: its sheets, charts and definitions, and what is checked of them before publication.</summary>
/// <remarks>
/// Workbook, chart files, definitions sheet and checks go through <see cref="SectionOutputs.All"/> and know no section by name. A section leaves what it
/// does not have as it is here.
/// </remarks>
internal abstract class SectionOutput
{
    /// <summary>Its sheets; they stand in the workbook by the number their names begin with.</summary>
    public virtual IReadOnlyList<SheetPlan> Sheets => [];

    /// <summary>Its definitions.</summary>
    public virtual IReadOnlyList<Definition> Definitions => [];

    /// <summary>Keys of the words that explain marks and colours of its own, for the definitions sheet.</summary>
    public virtual IReadOnlyList<string> Legends => [];

    /// <summary>The charts its part of the report asks for, also those that cannot be drawn.</summary>
    /// <param name="report">What is shown.</param>
    /// <param name="context">Words and header; a chart is drawn while it lives.</param>
    public virtual IEnumerable<ChartPlan> Charts(Report report, ChartContext context) => [];

    /// <summary>
    /// Defined names of its cells that hold totals, and what they must hold. Names are the same in every language, so that a formula elsewhere or a check
    /// finds them.
    /// </summary>
    public virtual IEnumerable<(string Name, double Expected)> Totals(Report report) => [];

    /// <summary>Contradictions within its part of the report, a sentence each.</summary>
    public virtual IEnumerable<string> Faults(Report report) => [];
}
