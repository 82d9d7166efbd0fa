using Analytics.Reporting.Sections.Kpis;

namespace Analytics.Reporting.Sections.Service;

/// <summary>How complaints were handled: sheet 06.</summary>
internal sealed class ServiceOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.handling", (sheet, links) => HandlingSheet.Fill(sheet, links.Get<OverviewCells>()))];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } =
    [
        Definition.Of(12, "accepted"), Definition.Of(13, "satisfied"), Definition.Of(14, "medianHours"),
    ];
}
