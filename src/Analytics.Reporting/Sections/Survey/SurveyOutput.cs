namespace Analytics.Reporting.Sections.Survey;

/// <summary>Survey items by themselves: sheet 07b.</summary>
internal sealed class SurveyOutput : SectionOutput
{
    /// <inheritdoc/>
    public override IReadOnlyList<SheetPlan> Sheets { get; } = [new("sheet.survey", SurveySheet.Fill)];

    /// <inheritdoc/>
    public override IReadOnlyList<Definition> Definitions { get; } = [Definition.Of(15, "score"), Definition.Of(16, "topTwo")];
}
