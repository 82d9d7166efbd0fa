using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Sampling;

namespace Analytics.Statistics.PathModels.Evaluate;

/// <summary>
/// PLSpredict (Shmueli, Ray, Velasquez Estrada and Chatla 2016, Journal of Business Research 69, 4552–4564): k-fold cross-validation of items.
/// </summary>
public static class PathModelPrediction
{
    /// <summary>Cross-validates with respondents divided at random.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Answers.</param>
    /// <param name="settings">How.</param>
    /// <returns>Without items, and with a warning, for second-order constructs and interactions: there is no published answer.</returns>
    /// <exception cref="Core.AnalyticsException">As <see cref="PlsPathModel.Fit"/>, also where a part of the respondents has no estimate.</exception>
    public static PredictionResult Run(PathModel model, ItemTable table, PredictionSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.Repetitions, 1);
        return Run(model, table, settings.Source, count => [.. Enumerable.Range(0, settings.Repetitions).Select(r => Divide(count, settings, r))]);
    }

    /// <summary>Cross-validates with a division made elsewhere, for example by branch.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">Answers.</param>
    /// <param name="folds">Part of each respondent of the table.</param>
    /// <param name="source">From which scores predictions are made.</param>
    /// <exception cref="Core.AnalyticsException">As the other.</exception>
    public static PredictionResult Run(PathModel model, ItemTable table, IReadOnlyList<int> folds, PredictionSource source)
    {
        var used = ItemMatrix.Of(new ModelPlan(model).Items, table, model.Estimation).Rows;
        return Run(model, table, source, _ => [[.. used.Select(row => folds[row])]]);
    }

    private static PredictionResult Run(PathModel model, ItemTable table, PredictionSource source, Func<int, int[][]> divisions)
    {
        var plan = new ModelPlan(model);
        if (plan.DimensionStage is not null || plan.MainStage is not null)
        {
            return new PredictionResult([], [new ModelWarning(ModelWarningKind.NoPrediction)]);
        }

        var data = ItemMatrix.Of(plan.Items, table, model.Estimation);
        var validation = new CrossValidation(plan, data, source);
        foreach (var folds in divisions(data.Count))
        {
            validation.Add(folds);
        }

        return new PredictionResult(validation.Items(), []);
    }

    private static int[] Divide(int count, PredictionSettings settings, int repetition)
    {
        var random = new RandomStream(settings.Seed, repetition);
        var folds = Enumerable.Range(0, count).Select(i => i % settings.Folds).ToArray();
        for (var i = count - 1; i > 0; i--)
        {
            var j = (int)(random.NextUniform() * (i + 1));
            (folds[i], folds[j]) = (folds[j], folds[i]);
        }

        return folds;
    }
}
