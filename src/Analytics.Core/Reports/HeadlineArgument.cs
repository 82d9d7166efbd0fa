using System.Text.Json.Serialization;

namespace Analytics.Core.Reports;

/// <summary>One argument of a headline: a number with its unit, or a label that is translated like any other label.</summary>
/// <param name="Name">Placeholder name in the template.</param>
/// <param name="Number">The number, or null for a label.</param>
/// <param name="Unit">Unit of the number.</param>
/// <param name="Label">A data label (a cause, a band, a region) or a <see cref="KpiId"/> name; null for a number.</param>
public sealed record HeadlineArgument(
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Number = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] MeasureUnit? Unit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Label = null);
