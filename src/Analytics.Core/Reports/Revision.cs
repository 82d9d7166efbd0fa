namespace Analytics.Core.Reports;

/// <summary>One figure that a version shows differently from the version before.</summary>
/// <param name="Subject">Name of a <see cref="KpiId"/>, <c>pareto:cause</c>, <c>segment:arpu</c> or <c>survey</c>.</param>
/// <param name="Label">Cause, segment or survey item; empty for unknown; null where the subject says it all.</param>
/// <param name="Unit">Unit of both figures.</param>
/// <param name="Before">What the version before showed; absent where it did not show the figure.</param>
/// <param name="After">What this version shows; absent where it shows the figure no more.</param>
public sealed record Revision(string Subject, string? Label, MeasureUnit Unit, Figure Before, Figure After)
{
    /// <summary>After − before; null where either is absent or hidden.</summary>
    public double? Change => After.Value - Before.Value;
}
