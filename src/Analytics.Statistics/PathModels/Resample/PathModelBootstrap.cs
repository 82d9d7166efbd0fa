using System.Runtime.CompilerServices;
using Analytics.Core;
using Analytics.Statistics.Descriptive;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;
using MathNet.Numerics.Distributions;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>
/// Bootstrap of a path model (Efron 1979): respondents are drawn with replacement, within strata where there are any, together with their
/// survey weight, and the model is estimated on each resample. A construct whose loadings point the other way than in the data is turned
/// round before anything is compared (construct-level sign alignment).
/// </summary>
public static class PathModelBootstrap
{
    // The acceleration is a third moment over six: a thousand groups know it as well as seven thousand single respondents.
    private const int JackknifeGroups = 1000;

    /// <summary>Resamples a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Answers.</param>
    /// <param name="settings">How.</param>
    /// <exception cref="AnalyticsException">As <see cref="PlsPathModel.Fit"/>; AN7007: fewer than half of the resamples have an estimate.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No resamples, or a level not between 0 and 1.</exception>
    public static BootstrapResult Run(PathModel model, ItemTable table, BootstrapSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Resamples, 1);
        Intervals.ConfidenceInterval.Tail(settings.Level);
        var plan = new ModelPlan(model);
        var data = ItemMatrix.Of(plan.Items, table, model.Estimation);
        var estimator = new ModelEstimator(plan, data);
        PlsPathModel.Require(estimator.Estimate(data.Weights, null), plan);
        var layout = new ParameterLayout(plan, estimator, ParameterLayout.ScalesOf(plan, table), settings.Target);
        var estimates = new double[layout.Count];
        layout.Read(estimator, estimates);
        var reference = new SignReference([.. estimator.Final.Loadings], estimator.Dimensions is { } d ? [.. d.Loadings] : []);
        var draws = Resampler.Draw(plan, data, layout, reference, Resampler.StrataOf(table, data), settings);
        // Where most resamples fail, those that remain are the tame ones, and their interval would flatter.
        if (draws.Used < (settings.Resamples + 1) / 2)
        {
            throw new AnalyticsException(
                "AN7007",
                $"Only {draws.Used} of {settings.Resamples} resamples of the model '{model.Name}' have an estimate.",
                "There are too few respondents for this model, or items that hardly vary: simplify the model or take more data.");
        }

        var accelerations = settings.Interval == BootstrapInterval.BiasCorrectedAccelerated ? Accelerations(plan, data, layout, reference, settings) : null;
        var parameters = new BootstrapParameter[layout.Count];
        Parallel.For(0, layout.Count, new ParallelOptions { MaxDegreeOfParallelism = settings.Processors }, x =>
            parameters[x] = Summarise(layout.Names[x], estimates[x], draws.Of(x), settings, accelerations?[x] ?? 0));
        List<ModelWarning> warnings = draws.Failed == 0
            ? []
            : [new ModelWarning(ModelWarningKind.FailedResamples, Value: draws.Failed / (double)settings.Resamples)];
        return new BootstrapResult(settings, draws.Used, draws.Failed, parameters, warnings);
    }

    private static BootstrapParameter Summarise(
        (ParameterKind Kind, string From, string To) name, double estimate, double[] draws, BootstrapSettings settings, double acceleration)
    {
        Array.Sort(draws);
        var (mean, squares) = Spread(draws);
        var (low, high) = Tails(estimate, draws, settings, acceleration);
        // The least double above 0: resamples of exactly 0 speak for neither side.
        var (below, above) = (Below(draws, 0), draws.Length - Below(draws, double.Epsilon));
        return new BootstrapParameter(
            name.Kind,
            name.From,
            name.To,
            estimate,
            mean,
            draws.Length > 1 ? Math.Sqrt(squares / (draws.Length - 1)) : 0,
            QuantileType7.Of(draws, low),
            QuantileType7.Of(draws, high),
            Math.Min(1, 2.0 * Math.Min(below, above) / draws.Length));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double Mean, double Squares) Spread(double[] draws)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var draw in draws)
        {
            sum += draw;
        }

        var mean = sum / draws.Length;
        foreach (var draw in draws)
        {
            squares += (draw - mean) * (draw - mean);
        }

        return (mean, squares);
    }

    /// <summary>How many of the sorted draws lie below a value.</summary>
    private static int Below(double[] draws, double value)
    {
        var (low, high) = (0, draws.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = draws[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static (double Low, double High) Tails(double estimate, double[] draws, BootstrapSettings settings, double acceleration)
    {
        var tail = (1 - settings.Level) / 2;
        if (settings.Interval == BootstrapInterval.Percentile || draws[0] == draws[^1])
        {
            return (tail, 1 - tail);
        }

        // Ties count half; a share of 0 or 1 would put the bias at infinity, so it stays half a resample away from both.
        var share = (draws.Count(d => d < estimate) + (draws.Count(d => d == estimate) / 2.0)) / draws.Length;
        var bias = Normal.InvCDF(0, 1, Math.Clamp(share, 0.5 / draws.Length, 1 - (0.5 / draws.Length)));
        double Adjusted(double z) => Normal.CDF(0, 1, bias + ((bias + z) / (1 - (acceleration * (bias + z)))));
        var quantile = Normal.InvCDF(0, 1, tail);
        return (Adjusted(quantile), Adjusted(-quantile));
    }

    /// <summary>Skewness of the jackknife, one respondent left out at a time, or one of a thousand groups where there are more.</summary>
    private static double[] Accelerations(ModelPlan plan, ItemMatrix data, ParameterLayout layout, SignReference reference, BootstrapSettings settings)
    {
        var groups = Math.Min(data.Count, JackknifeGroups);
        var draws = new ResampleDraws(layout.Count, groups);
        Parallel.For(
            0,
            groups,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Processors },
            () => new Resampler(plan, data, layout),
            (group, _, mine) =>
            {
                mine.LeaveOut(group, groups, reference, draws);
                return mine;
            },
            _ => { });
        return [.. Enumerable.Range(0, layout.Count).Select(x => Acceleration(draws.Of(x)))];
    }

    private static double Acceleration(double[] values)
    {
        var mean = values.Length == 0 ? 0 : values.Average();
        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in values)
        {
            squares += (mean - value) * (mean - value);
            cubes += (mean - value) * (mean - value) * (mean - value);
        }

        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : 0;
    }
}
