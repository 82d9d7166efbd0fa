using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>What resampling a model says.</summary>
/// <param name="Settings">How it was resampled.</param>
/// <param name="Used">Resamples with an estimate.</param>
/// <param name="Failed">Resamples without one, left out: an item did not vary, weights did not settle, a consistent estimate did not exist.</param>
/// <param name="Parameters">Every resampled number.</param>
/// <param name="Warnings">What to know.</param>
public sealed record BootstrapResult(
    BootstrapSettings Settings, int Used, int Failed, IReadOnlyList<BootstrapParameter> Parameters, IReadOnlyList<ModelWarning> Warnings)
{
    /// <summary>A resampled number.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="from">Construct or indicator; empty where the kind has only one end.</param>
    /// <param name="to">Construct.</param>
    /// <returns>Null where there is none.</returns>
    public BootstrapParameter? Find(ParameterKind kind, string from, string to) =>
        Parameters.FirstOrDefault(p => p.Kind == kind && p.From == from && p.To == to);
}
