namespace Analytics.Reporting.Sections.Associations;

/// <summary>Causes against channel, region and segments: sheet 05c.</summary>
internal sealed class AssociationOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.associations", AssociationSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } = [Definition.Of(11, "association")];
}
