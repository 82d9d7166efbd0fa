using Analytics.Core;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Sampling;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>
/// Permutation comparison of two groups (Chin and Dibbern 2010): respondents keep their answers and weights, and the group labels are
/// shuffled. With the measurement invariance of composites.
/// </summary>
public static class PathModelPermutation
{
    private static readonly ParameterKind[] Compared = [ParameterKind.Path, ParameterKind.Total, ParameterKind.RSquared, ParameterKind.Index];

    /// <summary>Compares.</summary>
    /// <param name="model">The model, the same for both.</param>
    /// <param name="table">Answers of both groups.</param>
    /// <param name="isSecond">Whether a respondent of the table belongs to the second group.</param>
    /// <param name="settings">How.</param>
    /// <exception cref="AnalyticsException">As <see cref="PlsPathModel.Fit"/>; AN7008: a group is too small.</exception>
    public static GroupComparison Run(PathModel model, ItemTable table, IReadOnlyList<bool> isSecond, PermutationSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Permutations, 1);
        var plan = new ModelPlan(model);
        var data = ItemMatrix.Of(plan.Items, table, model.Estimation);
        var labels = Array.ConvertAll(data.Rows, row => isSecond[row]);
        RequireSizes(model, labels);
        var pooled = new ModelEstimator(plan, data);
        PlsPathModel.Require(pooled.Estimate(data.Weights, null), plan);
        var layout = new ParameterLayout(plan, pooled, ParameterLayout.ScalesOf(plan, table), null);
        var frame = new PermutationFrame(plan, data, layout, pooled);
        var observed = frame.Worker();
        PlsPathModel.Require(observed.Compare(labels), plan);
        var differences = new ResampleDraws(layout.Count, settings.Permutations);
        var invariance = new ResampleDraws(3 * plan.Final.Count, settings.Permutations);
        Parallel.For(0, settings.Permutations, new ParallelOptions { MaxDegreeOfParallelism = settings.Processors }, frame.Worker, (permutation, _, worker) =>
        {
            if (worker.Compare(Shuffle(labels, settings.Seed, permutation)).Reason == FaultReason.None)
            {
                differences.Keep(permutation, worker.Differences);
                invariance.Keep(permutation, worker.Invariance);
            }

            return worker;
        }, _ => { });
        return Assemble(plan, layout, labels, observed, differences, invariance, settings);
    }

    private static void RequireSizes(PathModel model, bool[] labels)
    {
        var second = labels.Count(l => l);
        if (Math.Min(second, labels.Length - second) < model.Estimation.MinimumRespondents)
        {
            throw new AnalyticsException(
                "AN7008",
                $"The groups have {labels.Length - second} and {second} respondents; "
                    + $"the model '{model.Name}' needs {model.Estimation.MinimumRespondents} in each.",
                "Compare larger groups, or take a longer period.");
        }
    }

    private static bool[] Shuffle(bool[] labels, int seed, int permutation)
    {
        var random = new RandomStream(seed, permutation);
        var shuffled = (bool[])labels.Clone();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = (int)(random.NextUniform() * (i + 1));
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private static GroupComparison Assemble(
        ModelPlan plan, ParameterLayout layout, bool[] labels, PermutationWorker observed, ResampleDraws differences, ResampleDraws invariance,
        PermutationSettings settings)
    {
        var list = new List<GroupDifference>();
        for (var x = 0; x < layout.Count; x++)
        {
            if (Compared.Contains(layout.Names[x].Kind))
            {
                var (kind, from, to) = layout.Names[x];
                list.Add(new GroupDifference(kind, from, to, observed.First[x], observed.Second[x], Extreme(observed.Differences[x], differences.Of(x))));
            }
        }

        var second = labels.Count(l => l);
        var hasStages = plan.DimensionStage is not null || plan.MainStage is not null;
        return new GroupComparison(
            labels.Length - second,
            second,
            differences.Used,
            list,
            hasStages ? [] : [.. Enumerable.Range(0, plan.Final.Count).Select(k => Invariance(plan, k, observed, invariance, settings.Alpha))],
            hasStages ? [new ModelWarning(ModelWarningKind.NoInvariance)] : []);
    }

    private static ConstructInvariance Invariance(ModelPlan plan, int k, PermutationWorker observed, ResampleDraws draws, double alpha)
    {
        var (composition, mean, variance) = (observed.Invariance[3 * k], observed.Invariance[(3 * k) + 1], observed.Invariance[(3 * k) + 2]);
        var low = draws.Of(3 * k);

        // Both sides are rounded when the composition cannot differ, as with one item.
        var compositionP = (1.0 + low.Count(c => c <= composition + 1e-12)) / (low.Length + 1);
        var (meanP, varianceP) = (Extreme(mean, draws.Of((3 * k) + 1)), Extreme(variance, draws.Of((3 * k) + 2)));
        var level = compositionP < alpha ? InvarianceLevel.None : meanP < alpha || varianceP < alpha ? InvarianceLevel.Partial : InvarianceLevel.Full;
        return new ConstructInvariance(plan.Final.Constructs[k].Name, composition, compositionP, mean, meanP, variance, varianceP, level);
    }

    private static double Extreme(double observed, double[] draws) => (1.0 + draws.Count(d => Math.Abs(d) >= Math.Abs(observed) - 1e-12)) / (draws.Length + 1);
}
