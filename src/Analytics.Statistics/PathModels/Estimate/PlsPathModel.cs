using Analytics.Core;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// Partial least squares path models: Wold (1982), Lohmöller (1989); with survey weights as in Becker and Ismail (2016), European Management
/// Journal 34, 606–617: weighted means, variances and covariances take the place of the plain ones everywhere.
/// </summary>
public static class PlsPathModel
{
    /// <summary>Estimates a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Answers; items the model does not name are ignored.</param>
    /// <returns>The estimate, without any NaN; what the data cannot carry is refused instead.</returns>
    /// <exception cref="AnalyticsException">
    /// AN7001 the definition has faults; AN7002 items are absent; AN7003 impossible weights; AN7004 too few respondents; AN7005 an item without
    /// variance or answers; AN7006 no estimate exists for these data, for example with collinear indicators.
    /// </exception>
    public static PathModelFit Fit(PathModel model, ItemTable table)
    {
        var plan = new ModelPlan(model);
        var data = ItemMatrix.Of(plan.Items, table, model.Estimation);
        var estimator = new ModelEstimator(plan, data);
        Require(estimator.Estimate(data.Weights, null), plan);
        return new FitAssembly(plan, data, estimator, PathFSquares.Of(plan, data, estimator)).Build();
    }

    /// <summary>Turns a fault into the exception that explains it.</summary>
    /// <exception cref="AnalyticsException">AN7006, where there is a fault.</exception>
    internal static void Require(StageFault fault, ModelPlan plan)
    {
        if (fault.Reason == FaultReason.None)
        {
            return;
        }

        var name = fault.At < 0 ? "" : fault.Stage is null ? plan.Items[fault.At] : fault.Stage.Constructs[fault.At].Name;
        var (problem, remedy) = fault.Reason switch
        {
            FaultReason.ConstantItem => ($"The item '{name}' does not vary.", "Leave it out of the model, or take data in which it varies."),
            FaultReason.CollinearIndicators => (
                $"Indicators of '{name}' are collinear: regression weights (mode B) do not exist.",
                "Drop one of the indicators that say the same, or use mode A."),
            FaultReason.CollinearPredictors => (
                $"Constructs that explain '{name}' are collinear.",
                "Drop one of its paths, or join constructs that measure the same."),
            FaultReason.NoVariance => (
                $"The score of '{name}' does not vary.",
                "Check that its items are related to the constructs it is linked with, and whether some are coded the other way round."),
            FaultReason.NotConverged => (
                $"The weights did not settle in {plan.Model.Estimation.MaximumIterations} iterations.",
                "Allow more iterations or a greater tolerance, and look for constructs that hardly correlate."),
            FaultReason.NoReliability => (
                $"The reliability ρA of '{name}' is not above 0: consistent PLS has no answer.",
                "Measure the construct as a composite (mode A), or drop items that do not belong."),
            _ => ("An item has no answer where it is needed.", "Replace missing answers by means, or drop the item."),
        };
        throw new AnalyticsException("AN7006", $"The model '{plan.Model.Name}' cannot be estimated. {problem}", remedy);
    }
}
