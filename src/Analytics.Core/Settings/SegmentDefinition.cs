using Analytics.Core.CrossTabs;

namespace Analytics.Core.Settings;

/// <summary>A segmentation the study makes.</summary>
/// <param name="Column">Dimension, or numeric column that <paramref name="Bands"/> cut.</param>
/// <param name="Bands">Bands of a numeric column; null for a dimension.</param>
public sealed record SegmentDefinition(string Column, BandSet? Bands = null)
{
    /// <summary>The axis that asks for it.</summary>
    public CrossTabAxis Axis => new(Column, Bands);
}
