using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Turns the arrays of an estimate into the record that is handed out.</summary>
internal sealed class FitAssembly
{
    private readonly ModelPlan _plan;
    private readonly ItemMatrix _data;
    private readonly ModelEstimator _estimate;
    private readonly double?[] _fSquares;
    private readonly StagePlan _final;
    private readonly double[,] _itemWeights;

    public FitAssembly(ModelPlan plan, ItemMatrix data, ModelEstimator estimate, double?[] fSquares)
    {
        (_plan, _data, _estimate, _fSquares, _final) = (plan, data, estimate, fSquares, plan.Final);
        _itemWeights = ScoreWeights.Of(plan, estimate);
    }

    public PathModelFit Build()
    {
        var indicators = Indicators();
        var constructs = Constructs(indicators);
        var p = _data.Items.Count;
        return new PathModelFit(
            _plan.Model, _data.Count, Effective(), _estimate.Final.Iterations, indicators, constructs, Paths(), Effects(), GoodnessOfFit(constructs),
            ResidualFit.Of(_plan, _estimate), [])
        {
            Items = _data.Items,
            ItemMeans = [.. _estimate.Moments.Means],
            ItemDeviations = [.. _estimate.ItemDeviations],
            ItemCorrelations = Block(_estimate.ItemCovariance, p, 0, p),
            BlockCorrelations = Blocks(),
            CrossLoadings = CrossLoadings(),
            ConstructCorrelations = Square(_final.Count, (i, j) => i == j ? 1 : _estimate.Final.Between[(i * _final.Count) + j]),
            ConsistentCorrelations = Square(_final.Count, Consistent),
            ItemWeights = _itemWeights,
            Scores = ConstructScores.Of(_plan, _data, _estimate, _itemWeights),
            Rows = _data.Rows,
        } is var fit ? fit with { Warnings = FitWarnings.Of(_plan, _data, _estimate, fit) } : fit;
    }

    private static double[,] Square(int size, Func<int, int, double> value)
    {
        var matrix = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                matrix[i, j] = value(i, j);
            }
        }

        return matrix;
    }

    private static double[,] Block(double[] covariance, int stride, int start, int end) => Square(end - start, (i, j) => i == j
        ? 1
        : covariance[((start + i) * stride) + start + j] / Math.Sqrt(
            covariance[((start + i) * stride) + start + i] * covariance[((start + j) * stride) + start + j]));

    private Dictionary<string, double[,]> Blocks()
    {
        var blocks = new Dictionary<string, double[,]>();
        for (var k = 0; k < _final.Count; k++)
        {
            blocks[_final.Constructs[k].Name] = Block(_estimate.VariableCovariance, _plan.Variables.Count, _final.Start[k], _final.Start[k + 1]);
        }

        foreach (var k in _plan.Variables.Where(v => v.Dimension >= 0).Select(v => v.Dimension))
        {
            var stage = _plan.DimensionStage!;
            blocks[stage.Constructs[k].Name] = Block(_estimate.ItemCovariance, _data.Items.Count, stage.Start[k], stage.Start[k + 1]);
        }

        return blocks;
    }

    private double Consistent(int i, int j) => i == j
        ? 1
        : _estimate.Structural.Corrected[(i * _final.Count) + j] / Math.Sqrt(
            _estimate.Structural.Corrected[(i * _final.Count) + i] * _estimate.Structural.Corrected[(j * _final.Count) + j]);

    private double Effective()
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var weight in _data.Weights)
        {
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares;
    }

    private List<IndicatorEstimate> Indicators()
    {
        var list = new List<IndicatorEstimate>();
        for (var k = 0; k < _final.Count; k++)
        {
            var vifs = InflationFactors.Of(_estimate.VariableCovariance, _plan.Variables.Count, _final.Start[k], _final.Start[k + 1]);
            for (var i = _final.Start[k]; i < _final.Start[k + 1]; i++)
            {
                var loading = _estimate.Structural.Loadings[i];
                list.Add(new IndicatorEstimate(
                    _final.Constructs[k].Name, _plan.Variables[i].Name, _estimate.Final.Weights[i], loading, loading * loading,
                    loading * loading * _estimate.Structural.RSquared[k], vifs[i - _final.Start[k]]));
            }
        }

        AddDimensions(list);
        return list;
    }

    private void AddDimensions(List<IndicatorEstimate> list)
    {
        if (_plan.DimensionStage is not { } stage)
        {
            return;
        }

        var p = _data.Items.Count;
        foreach (var k in _plan.Variables.Where(v => v.Dimension >= 0).Select(v => v.Dimension))
        {
            var vifs = InflationFactors.Of(_estimate.ItemCovariance, p, stage.Start[k], stage.Start[k + 1]);
            for (var i = stage.Start[k]; i < stage.Start[k + 1]; i++)
            {
                var loading = _estimate.Dimensions!.Loadings[i];
                list.Add(new IndicatorEstimate(
                    stage.Constructs[k].Name, _data.Items[i], _estimate.Dimensions.Weights[i], loading, loading * loading, 0, vifs[i - stage.Start[k]]));
            }
        }
    }

    private List<ConstructEstimate> Constructs(List<IndicatorEstimate> indicators)
    {
        var list = new List<ConstructEstimate>();
        for (var k = 0; k < _final.Count; k++)
        {
            var construct = _final.Constructs[k];
            var own = indicators.Where(i => i.Construct == construct.Name).ToList();
            var predecessors = _final.Predecessors[k].Length;
            double? explained = predecessors == 0 ? null : _estimate.Structural.RSquared[k];
            list.Add(new ConstructEstimate(
                construct.Name,
                construct.Mode,
                construct.Kind,
                own.Count,
                predecessors > 0,
                explained,
                explained is null || _data.Count <= predecessors + 1 ? null : 1 - ((1 - explained) * (_data.Count - 1) / (_data.Count - predecessors - 1)),
                explained is null or >= 1 ? null : Bic(explained.Value, predecessors),
                own.Average(i => i.Communality),
                own.Average(i => i.Redundancy)));
        }

        return list;
    }

    private double Bic(double explained, int predecessors)
    {
        var n = (double)_data.Count;
        var squares = (1 - explained) * (_plan.Model.Estimation.Divisor == VarianceDivisor.N ? n : n - 1);
        return (n * Math.Log(squares / n)) + ((predecessors + 1) * Math.Log(n));
    }

    private List<PathEstimate> Paths()
    {
        var list = new List<PathEstimate>();
        for (var x = 0; x < _plan.Model.Paths.Count; x++)
        {
            var path = _plan.Model.Paths[x];
            var (from, to) = (Position(path.From), Position(path.To));
            var predecessors = _final.Predecessors[to];
            var inverse = InflationFactors.InverseDiagonal(_estimate.Structural.Corrected, _final.Count, predecessors)!;
            var own = inverse[Array.IndexOf(predecessors, from)];
            var freedom = _data.Count - predecessors.Length - 1;
            var left = 1 - _estimate.Structural.RSquared[to];
            list.Add(new PathEstimate(
                path.From,
                path.To,
                _estimate.Structural.Coefficients[(from * _final.Count) + to],
                left > 0 && freedom > 0 ? Math.Sqrt(left / freedom * own) : null,
                own * _estimate.Structural.Corrected[(from * _final.Count) + from],
                _fSquares[x]));
        }

        return list;
    }

    private int Position(string name) => _final.Constructs.Select((c, k) => (c.Name, k)).First(c => c.Name == name).k;

    private List<EffectEstimate> Effects()
    {
        var list = new List<EffectEstimate>();
        foreach (var (from, to) in EffectPairs.Of(_final))
        {
            var direct = _estimate.Structural.Coefficients[(from * _final.Count) + to];
            var total = _estimate.Structural.Totals[(from * _final.Count) + to];
            list.Add(new EffectEstimate(_final.Constructs[from].Name, _final.Constructs[to].Name, direct, total - direct, total));
        }

        return list;
    }

    private static double? GoodnessOfFit(List<ConstructEstimate> constructs)
    {
        var blocks = constructs.Where(c => c.Indicators > 1).ToList();
        if (blocks.Count == 0)
        {
            return null;
        }

        var communality = blocks.Sum(b => b.Indicators * b.MeanCommunality) / blocks.Sum(b => b.Indicators);
        return Math.Sqrt(communality * constructs.Where(c => c.RSquared is not null).Average(c => c.RSquared!.Value));
    }

    private double[,] CrossLoadings()
    {
        var p = _data.Items.Count;
        var matrix = new double[p, _final.Count];
        for (var k = 0; k < _final.Count; k++)
        {
            for (var i = 0; i < p; i++)
            {
                var sum = 0.0;
                for (var j = 0; j < p; j++)
                {
                    sum += _itemWeights[j, k] * _estimate.Moments.Covariance[(i * p) + j];
                }

                matrix[i, k] = sum / _estimate.ItemDeviations[i];
            }
        }

        return matrix;
    }
}
