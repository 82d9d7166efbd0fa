using Analytics.Core;
using Analytics.Statistics.Drivers;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Reliability;

namespace Analytics.Study.Models;

/// <summary>Everything a satisfaction model says about a set of answers.</summary>
/// <param name="Fit">The estimate.</param>
/// <param name="Bootstrap">Its resamples.</param>
/// <param name="Gate">Reliability and validity, with the verdict.</param>
/// <param name="Map">What to improve first; null where a construct has no index.</param>
/// <param name="MapAbsence">Why there is no map.</param>
public sealed record ModelStudy(PathModelFit Fit, BootstrapResult Bootstrap, MeasurementGate Gate, ImportanceMap? Map, string? MapAbsence)
{
    /// <summary>Warnings of the estimate and of its resamples.</summary>
    public IReadOnlyList<ModelWarning> Warnings => [.. Fit.Warnings, .. Bootstrap.Warnings];

    /// <summary>Estimates, resamples, judges and maps a model.</summary>
    /// <param name="definition">The model.</param>
    /// <param name="table">Answers.</param>
    /// <exception cref="AnalyticsException">As <see cref="PlsPathModel.Fit"/> and <see cref="PathModelBootstrap.Run"/>.</exception>
    public static ModelStudy Of(ModelDefinition definition, ItemTable table)
    {
        var fit = PlsPathModel.Fit(definition.Model, table);
        var bootstrap = PathModelBootstrap.Run(definition.Model, table, definition.Bootstrap);
        var gate = MeasurementGate.Of(fit, definition.Gate, bootstrap);
        try
        {
            return new ModelStudy(fit, bootstrap, gate, ImportanceMap.Of(fit, table, definition.Target, bootstrap), null);
        }
        catch (AnalyticsException absence) when (absence.Kind == FaultKind.Run)
        {
            return new ModelStudy(fit, bootstrap, gate, null, absence.Problem);
        }
    }
}
