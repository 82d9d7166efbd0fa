using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.PathModels.Evaluate;

/// <summary>Predictions of items by models estimated without the respondents predicted, averaged over divisions.</summary>
internal sealed class CrossValidation
{
    private readonly ModelPlan _plan;
    private readonly ItemMatrix _data;
    private readonly PredictionSource _source;
    private readonly ModelEstimator _estimator;
    private readonly List<(int Construct, int Item)> _items;
    private readonly double[][] _model;
    private readonly double[][] _linear;
    private readonly double[][] _mean;
    private readonly bool[] _collinear;
    private int _divisions;

    public CrossValidation(ModelPlan plan, ItemMatrix data, PredictionSource source)
    {
        (_plan, _data, _source) = (plan, data, source);
        _estimator = new ModelEstimator(plan, data);
        _items =
        [
            .. plan.Final.Order.Where(k => plan.Final.Predecessors[k].Length > 0)
                .Order()
                .SelectMany(k => Enumerable.Range(plan.Final.Start[k], plan.Final.Start[k + 1] - plan.Final.Start[k]).Select(i => (k, i)))
        ];
        _model = [.. _items.Select(_ => new double[data.Count])];
        _linear = [.. _items.Select(_ => new double[data.Count])];
        _mean = [.. _items.Select(_ => new double[data.Count])];
        _collinear = new bool[_items.Count];
    }

    /// <summary>Predicts every respondent once.</summary>
    /// <param name="folds">Part of each respondent used.</param>
    public void Add(int[] folds)
    {
        _divisions++;
        var rowWeights = new double[_data.Weights.Length];
        foreach (var fold in folds.Distinct())
        {
            for (var r = 0; r < folds.Length; r++)
            {
                rowWeights[r] = folds[r] == fold ? 0 : _data.Weights[r];
            }

            PlsPathModel.Require(_estimator.Estimate(rowWeights, null), _plan);
            var coefficients = Regressions();
            var weights = ScoreWeights.Of(_plan, _estimator);
            for (var r = 0; r < folds.Length; r++)
            {
                if (folds[r] == fold)
                {
                    Predict(r, weights, coefficients);
                }
            }
        }
    }

    /// <summary>Errors per item, weighted, over the answers given.</summary>
    public List<ItemPrediction> Items()
    {
        var list = new List<ItemPrediction>();
        for (var x = 0; x < _items.Count; x++)
        {
            var (construct, item) = _items[x];
            var model = Errors(_model[x], item);
            var linear = Errors(_linear[x], item);
            var mean = Errors(_mean[x], item);
            list.Add(new ItemPrediction(
                _plan.Final.Constructs[construct].Name,
                _plan.Items[item],
                model.Rmse,
                model.Mae,
                1 - (model.Rmse * model.Rmse / (mean.Rmse * mean.Rmse)),
                _collinear[x] ? null : linear.Rmse,
                _collinear[x] ? null : linear.Mae));
        }

        return list;
    }

    private bool IsGiven(int item, int row) => _data.Present is null || _data.Present[item][row];

    /// <summary>Answer minus the mean of those the model was estimated on; 0 where it is missing.</summary>
    private double Deviation(int item, int row) => IsGiven(item, row) ? _data.Columns[item][row] + _data.Centres[item] - _estimator.Moments.Means[item] : 0;

    private double[]?[] Regressions()
    {
        var p = _plan.Items.Count;
        var result = new double[]?[_items.Count];
        for (var x = 0; x < _items.Count; x++)
        {
            var others = OtherItems(_items[x].Construct);
            var coefficients = new double[others.Length];
            var solved = SmallCholesky.Regress(
                _estimator.Moments.Covariance, p, others, _items[x].Item, new double[others.Length * others.Length], coefficients);
            _collinear[x] |= !solved;
            result[x] = solved ? coefficients : null;
        }

        return result;
    }

    private int[] OtherItems(int construct) =>
        [.. Enumerable.Range(0, _plan.Items.Count).Where(i => i < _plan.Final.Start[construct] || i >= _plan.Final.Start[construct + 1])];

    private void Predict(int row, double[,] weights, double[]?[] coefficients)
    {
        var scores = Scores(row, weights);
        for (var x = 0; x < _items.Count; x++)
        {
            var (construct, item) = _items[x];
            var mean = _estimator.Moments.Means[item];
            _mean[x][row] += mean;
            _model[x][row] += mean + (_estimator.ItemDeviations[item] * _estimator.Structural.Loadings[item] * scores[construct]);
            if (coefficients[x] is { } slopes)
            {
                _linear[x][row] += mean + OtherItems(construct).Select((other, i) => slopes[i] * Deviation(other, row)).Sum();
            }
        }
    }

    private double[] Scores(int row, double[,] weights)
    {
        var k = _plan.Final.Count;
        var actual = new double[k];
        for (var j = 0; j < k; j++)
        {
            for (var i = 0; i < _plan.Items.Count; i++)
            {
                actual[j] += weights[i, j] == 0 ? 0 : weights[i, j] * Deviation(i, row);
            }
        }

        var predicted = (double[])actual.Clone();
        foreach (var j in _plan.Final.Order.Where(j => _plan.Final.Predecessors[j].Length > 0))
        {
            var from = _source == PredictionSource.DirectPredecessors ? actual : predicted;
            predicted[j] = _plan.Final.Predecessors[j].Sum(via => _estimator.Structural.Coefficients[(via * k) + j] * from[via]);
        }

        return predicted;
    }

    private (double Rmse, double Mae) Errors(double[] predictions, int item)
    {
        var (squares, absolute, weight) = (0.0, 0.0, 0.0);
        for (var r = 0; r < predictions.Length; r++)
        {
            if (IsGiven(item, r))
            {
                var error = _data.Columns[item][r] + _data.Centres[item] - (predictions[r] / _divisions);
                squares += _data.Weights[r] * error * error;
                absolute += _data.Weights[r] * Math.Abs(error);
                weight += _data.Weights[r];
            }
        }

        return (Math.Sqrt(squares / weight), absolute / weight);
    }
}
