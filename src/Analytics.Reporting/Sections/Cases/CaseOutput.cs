namespace Analytics.Reporting.Sections.Cases;

/// <summary>The complaints one by one: sheet 92.</summary>
internal sealed class CaseOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } =
    [
        new("sheet.details", DetailsSheet.Fill)
        {
            Rows = new StreamedRows(
                DetailsSheet.HeadRow,
                report => report.Details.Rows.Count,
                (xml, target, report, words) => new DetailRowsXml(xml, words).Write(target, report.Details.Rows)),
        },
    ];
}
