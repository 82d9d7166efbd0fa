using System.Runtime.CompilerServices;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// The algorithm of Wold (1982) and Lohmöller (1989) for one stage, on covariances: scores Y = Xw never appear, their covariances with the
/// variables do. One instance a thread; solving allocates nothing.
/// </summary>
internal sealed class PlsStage
{
    private readonly StagePlan _plan;
    private readonly EstimationSettings _settings;
    private readonly double[] _inner;
    private readonly double[] _next;
    private readonly double[] _before;
    private readonly double[] _scratch;
    private readonly double[] _solution;
    private readonly double[][] _factors;

    public PlsStage(StagePlan plan, EstimationSettings settings)
    {
        _plan = plan;
        _settings = settings;
        var (v, k) = (plan.Variables, plan.Count);
        Weights = new double[v];
        WithConstructs = new double[k * v];
        Between = new double[k * k];
        Loadings = new double[v];
        _inner = new double[k * k];
        _next = new double[v];
        _before = new double[v];
        _scratch = new double[k * k];
        _solution = new double[k];
        _factors = [.. Enumerable.Range(0, k).Select(j => new double[plan.Modes[j] == MeasurementMode.ModeB ? Size(plan, j) * Size(plan, j) : 0])];
    }

    /// <summary>Weights of the variables; scores have variance 1.</summary>
    public double[] Weights { get; }

    /// <summary>Covariance of variable v with construct k at k·V + v.</summary>
    public double[] WithConstructs { get; }

    /// <summary>Correlations of the constructs.</summary>
    public double[] Between { get; }

    /// <summary>Correlation of each variable with its own construct.</summary>
    public double[] Loadings { get; }

    /// <summary>Iterations of the last solution.</summary>
    public int Iterations { get; private set; }

    /// <summary>Change in its last iteration.</summary>
    public double Change { get; private set; }

    /// <summary>Estimates the stage.</summary>
    /// <param name="covariance">Covariances of the variables, row-major.</param>
    /// <param name="reference">Loadings of the estimate that signs follow; empty where the loadings of a construct shall add up to more than 0.</param>
    public StageFault Solve(double[] covariance, ReadOnlySpan<double> reference)
    {
        for (var j = 0; j < _plan.Count; j++)
        {
            if (_plan.Modes[j] == MeasurementMode.ModeB && !FactorBlock(covariance, j))
            {
                return new StageFault(FaultReason.CollinearIndicators, j, _plan);
            }
        }

        Array.Fill(Weights, 1);
        var fault = Iterate(covariance);
        if (fault.Reason == FaultReason.None)
        {
            StageSigns.Align(this, _plan, covariance, reference);
        }

        return fault;
    }

    private static int Size(StagePlan plan, int j) => plan.Start[j + 1] - plan.Start[j];

    private StageFault Iterate(double[] covariance)
    {
        var bad = Score(covariance);
        Weights.CopyTo(_before, 0);
        for (Iterations = 1; bad < 0 && Iterations <= _settings.MaximumIterations; Iterations++)
        {
            var collinear = InnerWeights();
            if (collinear >= 0)
            {
                return new StageFault(FaultReason.CollinearPredictors, collinear, _plan);
            }

            OuterWeights();
            // Each package stops by its own rule: plspm compares the weights before they are scaled, seminr after. Following it to the
            // letter is what makes the last digits agree.
            if (_settings.Stop == StopRule.SquaredChange)
            {
                Change = SquaredChange();
                _next.CopyTo(_before, 0);
                _next.CopyTo(Weights, 0);
                bad = Score(covariance);
            }
            else
            {
                Weights.CopyTo(_before, 0);
                _next.CopyTo(Weights, 0);
                bad = Score(covariance);
                Change = AbsoluteChange();
            }

            if (bad < 0 && Change < _settings.Tolerance)
            {
                return default;
            }
        }

        return bad >= 0 ? new StageFault(FaultReason.NoVariance, bad, _plan) : new StageFault(FaultReason.NotConverged, -1, _plan);
    }

    /// <summary>Scales the weights to scores of variance 1 and computes the covariances of the scores.</summary>
    /// <returns>A construct without variance, or −1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Score(double[] covariance)
    {
        var v = _plan.Variables;
        for (var k = 0; k < _plan.Count; k++)
        {
            var column = WithConstructs.AsSpan(k * v, v);
            column.Clear();
            for (var i = _plan.Start[k]; i < _plan.Start[k + 1]; i++)
            {
                DenseVector.AddScaled(column, covariance.AsSpan(i * v, v), Weights[i]);
            }

            var variance = 0.0;
            for (var i = _plan.Start[k]; i < _plan.Start[k + 1]; i++)
            {
                variance += Weights[i] * column[i];
            }

            // A variance this small is what rounding leaves of weights that cancel: dividing by its root would make a score of noise.
            if (!(variance > 1e-20) || double.IsInfinity(variance))
            {
                return k;
            }

            var scale = 1 / Math.Sqrt(variance);
            DenseVector.Scale(column, scale);
            DenseVector.Scale(Weights.AsSpan(_plan.Start[k], _plan.Start[k + 1] - _plan.Start[k]), scale);
        }

        for (var j = 0; j < _plan.Count; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var sum = 0.0;
                for (var i = _plan.Start[j]; i < _plan.Start[j + 1]; i++)
                {
                    sum += Weights[i] * WithConstructs[(k * v) + i];
                }

                Between[(j * _plan.Count) + k] = sum;
                Between[(k * _plan.Count) + j] = sum;
            }
        }

        return -1;
    }

    /// <summary>Inner weights of construct j in column j.</summary>
    /// <returns>A construct whose predecessors are collinear, or −1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int InnerWeights()
    {
        var k = _plan.Count;
        for (var j = 0; j < k; j++)
        {
            foreach (var i in _plan.Successors[j])
            {
                _inner[(i * k) + j] = Link(Between[(i * k) + j]);
            }

            var predecessors = _plan.Predecessors[j];
            if (_settings.Scheme == InnerScheme.Path && predecessors.Length > 0)
            {
                if (!SmallCholesky.Regress(Between, k, predecessors, j, _scratch, _solution))
                {
                    return j;
                }

                for (var i = 0; i < predecessors.Length; i++)
                {
                    _inner[(predecessors[i] * k) + j] = _solution[i];
                }
            }
            else
            {
                foreach (var i in predecessors)
                {
                    _inner[(i * k) + j] = Link(Between[(i * k) + j]);
                }
            }
        }

        return -1;
    }

    private double Link(double correlation) => _settings.Scheme == InnerScheme.Centroid ? Math.Sign(correlation) : correlation;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OuterWeights()
    {
        var (v, k) = (_plan.Variables, _plan.Count);
        for (var j = 0; j < k; j++)
        {
            var block = _next.AsSpan(_plan.Start[j], _plan.Start[j + 1] - _plan.Start[j]);
            if (_plan.Modes[j] == MeasurementMode.UnitWeights)
            {
                block.Fill(1);
                continue;
            }

            block.Clear();
            AddNeighbours(block, _plan.Predecessors[j], j, v, k);
            AddNeighbours(block, _plan.Successors[j], j, v, k);
            if (_plan.Modes[j] == MeasurementMode.ModeB)
            {
                SmallCholesky.Solve(_factors[j], block.Length, block);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddNeighbours(Span<double> block, int[] neighbours, int j, int v, int k)
    {
        foreach (var i in neighbours)
        {
            DenseVector.AddScaled(block, WithConstructs.AsSpan((i * v) + _plan.Start[j], block.Length), _inner[(i * k) + j]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double AbsoluteChange()
    {
        var change = 0.0;
        for (var i = 0; i < Weights.Length; i++)
        {
            change += Math.Abs(Weights[i] - _before[i]);
        }

        return change;
    }

    private double SquaredChange()
    {
        var change = 0.0;
        for (var i = 0; i < _next.Length; i++)
        {
            var difference = Math.Abs(_before[i]) - Math.Abs(_next[i]);
            change += difference * difference;
        }

        return change;
    }

    private bool FactorBlock(double[] covariance, int j)
    {
        var (start, size) = (_plan.Start[j], Size(_plan, j));
        for (var a = 0; a < size; a++)
        {
            covariance.AsSpan(((start + a) * _plan.Variables) + start, size).CopyTo(_factors[j].AsSpan(a * size));
        }

        return SmallCholesky.Factor(_factors[j], size);
    }
}
