using Analytics.Core.Reports;

namespace Analytics.Reporting.Sections.Quality;

/// <summary>What the data were like and what was revised: sheet 91.</summary>
internal sealed class QualityOutput : SectionOutput
{
    /// <summary>Defined names of the rows read, stored, already there and quarantined over all imports.</summary>
    public static IReadOnlyList<string> ImportNames { get; } = ["total_read", "total_stored", "total_already_there", "total_quarantined"];

    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.quality", QualitySheet.Fill)];

    /// <inheritdoc/>
    public override IEnumerable<(string Name, double Expected)> Totals(Report report)
        => ImportNames.Zip(QualitySheet.ImportSums(report.DataQuality.Imports), (name, sum) => (name, (double)sum));
}
