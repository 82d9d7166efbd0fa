namespace Analytics.Reporting.Sections.Definitions;

/// <summary>What every number is: sheet 90, and the definitions no section has to itself.</summary>
internal sealed class DefinitionOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.definitions", DefinitionsSheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } =
    [
        Definition.Of(26, "poisson"), Definition.Of(27, "wilson"), Definition.Of(30, "suppression"),
    ];
}
