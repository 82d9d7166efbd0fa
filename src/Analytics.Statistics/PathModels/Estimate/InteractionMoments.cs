using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Products of the scores of two constructs per respondent, and their covariances with all other variables.</summary>
internal sealed class InteractionMoments
{
    private readonly ModelPlan _plan;
    private readonly ItemMatrix _data;
    private readonly double[] _combination;
    private readonly double[] _scores;
    private readonly double[] _withItems;
    private readonly double _divisorShift;
    private readonly bool _raw;

    public InteractionMoments(ModelPlan plan, ItemMatrix data, EstimationSettings settings)
    {
        (_plan, _data) = (plan, data);
        Products = [.. plan.Interactions.Select(_ => new double[data.Weights.Length])];
        Deviations = new double[plan.Interactions.Count];
        _combination = new double[data.Items.Count];
        _scores = new double[data.Weights.Length];
        _withItems = new double[data.Items.Count];
        _divisorShift = settings.Divisor == VarianceDivisor.NMinusOne ? 1 : 0;
        _raw = settings.Scaling == ItemScaling.Raw;
    }

    /// <summary>Centred products per interaction and respondent.</summary>
    public double[][] Products { get; }

    /// <summary>Standard deviation of each product.</summary>
    public double[] Deviations { get; }

    /// <summary>Multiplies, standardises and writes the rows and columns of the products into the covariances of the last stage.</summary>
    /// <returns>False where a product does not vary.</returns>
    public bool Compute(double[] rowWeights, ModelEstimator estimator, PlsStage main, double[] covariance)
    {
        var total = rowWeights.Sum();
        var n = (double)_data.Count;
        var scale = n / total / (n - _divisorShift);
        for (var x = 0; x < Products.Length; x++)
        {
            var (predictor, moderator) = _plan.Interactions[x];
            ScoresOf(predictor, estimator, main);
            _scores.CopyTo(Products[x], 0);
            ScoresOf(moderator, estimator, main);
            Deviations[x] = Multiply(Products[x], rowWeights, total, scale);
            // Scores have variance 1, so a product that hardly varies is one of two constructs that say the same to rounding.
            if (!(Deviations[x] > 1e-10))
            {
                return false;
            }
        }

        var (v, first) = (_plan.Variables.Count, _plan.MainStage!.Variables);
        for (var x = 0; x < Products.Length; x++)
        {
            WithItems(Products[x], rowWeights, estimator, scale / Deviations[x]);
            for (var i = 0; i < first; i++)
            {
                var value = Combine(estimator.Map.AsSpan(i * _withItems.Length, _withItems.Length));
                covariance[(i * v) + first + x] = value;
                covariance[((first + x) * v) + i] = value;
            }

            for (var y = 0; y < Products.Length; y++)
            {
                covariance[((first + x) * v) + first + y] = x == y
                    ? 1
                    : Weighted(Products[x], Products[y], rowWeights) * scale / (Deviations[x] * Deviations[y]);
            }
        }

        return true;
    }

    /// <summary>Centred answers, on the mean of this resample.</summary>
    private double Answer(ModelEstimator estimator, int item, int row) =>
        estimator.Moments.Filled is { } filled ? filled[item][row] : _data.Columns[item][row] - (estimator.Moments.Means[item] - _data.Centres[item]);

    private void ScoresOf(int construct, ModelEstimator estimator, PlsStage main)
    {
        var (p, stage) = (_data.Items.Count, _plan.MainStage!);
        Array.Clear(_combination);
        for (var i = stage.Start[construct]; i < stage.Start[construct + 1]; i++)
        {
            for (var x = 0; x < p; x++)
            {
                _combination[x] += main.Weights[i] * estimator.Map[(i * p) + x];
            }
        }

        Array.Clear(_scores);
        for (var x = 0; x < p; x++)
        {
            var weight = _raw ? _combination[x] : _combination[x] / estimator.ItemDeviations[x];
            for (var r = 0; weight != 0 && r < _data.Count; r++)
            {
                _scores[r] += weight * Answer(estimator, x, r);
            }
        }
    }

    private double Multiply(double[] product, double[] rowWeights, double total, double scale)
    {
        var mean = 0.0;
        for (var r = 0; r < _data.Count; r++)
        {
            product[r] *= _scores[r];
            mean += rowWeights[r] * product[r] / total;
        }

        var squares = 0.0;
        for (var r = 0; r < _data.Count; r++)
        {
            product[r] -= mean;
            squares += rowWeights[r] * product[r] * product[r];
        }

        return Math.Sqrt(squares * scale);
    }

    private void WithItems(double[] product, double[] rowWeights, ModelEstimator estimator, double scale)
    {
        for (var x = 0; x < _withItems.Length; x++)
        {
            var sum = 0.0;
            for (var r = 0; r < _data.Count; r++)
            {
                sum += rowWeights[r] * product[r] * Answer(estimator, x, r);
            }

            _withItems[x] = sum * scale / (_raw ? 1 : estimator.ItemDeviations[x]);
        }
    }

    private double Combine(ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var x = 0; x < weights.Length; x++)
        {
            sum += weights[x] * _withItems[x];
        }

        return sum;
    }

    private double Weighted(double[] one, double[] two, double[] rowWeights)
    {
        var sum = 0.0;
        for (var r = 0; r < _data.Count; r++)
        {
            sum += rowWeights[r] * one[r] * two[r];
        }

        return sum;
    }
}
