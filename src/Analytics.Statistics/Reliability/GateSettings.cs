namespace Analytics.Statistics.Reliability;

/// <summary>Thresholds of the reliability and validity gate: the usual ones (Hair et al. 2022), all of them settings.</summary>
public sealed record GateSettings
{
    /// <summary>Loading an indicator should reach: 0.708, half of its variance.</summary>
    public double MinimumLoading { get; init; } = 0.708;

    /// <summary>Cronbach's α, ρA and ρC a construct should reach.</summary>
    public double MinimumReliability { get; init; } = 0.70;

    /// <summary>ρC above which items repeat each other.</summary>
    public double MaximumReliability { get; init; } = 0.95;

    /// <summary>Average variance extracted a construct should reach.</summary>
    public double MinimumVarianceExtracted { get; init; } = 0.50;

    /// <summary>
    /// Heterotrait-monotrait ratio below which two constructs are distinct; 0.90 for similar ones. Its upper bound is compared where it was
    /// resampled.
    /// </summary>
    public double MaximumHeterotraitMonotrait { get; init; } = 0.90;

    /// <summary>Variance inflation factor below which indicators of a mode B construct and predecessors are not collinear.</summary>
    public double MaximumVif { get; init; } = 5;

    /// <summary>Kaiser–Meyer–Olkin measure the items should reach.</summary>
    public double MinimumKmo { get; init; } = 0.60;

    /// <summary>p of Bartlett's test below which items correlate at all.</summary>
    public double MaximumBartlettP { get; init; } = 0.05;

    /// <summary>SRMR of the saturated model below which the measurement fits.</summary>
    public double MaximumSrmr { get; init; } = 0.08;

    /// <summary>Item–total correlation (without the item itself) an item should reach.</summary>
    public double MinimumItemTotal { get; init; } = 0.30;

    /// <summary>Findings that hold the model page back; the others only warn.</summary>
    public IReadOnlyList<GateFindingKind> Blocking { get; init; } =
        [GateFindingKind.Reliability, GateFindingKind.VarianceExtracted, GateFindingKind.Kmo, GateFindingKind.Bartlett, GateFindingKind.Collinearity];
}
