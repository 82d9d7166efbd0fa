using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>Estimates both groups of a labelling; one instance a thread.</summary>
internal sealed class PermutationWorker
{
    private readonly PermutationFrame _frame;
    private readonly ModelEstimator _estimator;
    private readonly double[] _rowWeights;
    private readonly double[] _firstWeights;

    public PermutationWorker(PermutationFrame frame)
    {
        _frame = frame;
        _estimator = new ModelEstimator(frame.Plan, frame.Data);
        _rowWeights = new double[frame.Data.Weights.Length];
        _firstWeights = new double[frame.Plan.Variables.Count];
        First = new double[frame.Layout.Count];
        Second = new double[frame.Layout.Count];
        Differences = new double[frame.Layout.Count];
        Invariance = new double[3 * frame.Plan.Final.Count];
    }

    /// <summary>Parameters of the first group.</summary>
    public double[] First { get; }

    /// <summary>Parameters of the second.</summary>
    public double[] Second { get; }

    /// <summary>First − second.</summary>
    public double[] Differences { get; }

    /// <summary>Composition, difference of means and logarithm of the ratio of variances, construct by construct.</summary>
    public double[] Invariance { get; }

    /// <summary>Compares under a labelling.</summary>
    public StageFault Compare(bool[] isSecond)
    {
        var fault = Estimate(isSecond, false, First);
        if (fault.Reason != FaultReason.None)
        {
            return fault;
        }

        _estimator.Final.Weights.CopyTo(_firstWeights, 0);
        fault = Estimate(isSecond, true, Second);
        for (var x = 0; x < Differences.Length; x++)
        {
            Differences[x] = First[x] - Second[x];
        }

        for (var k = 0; fault.Reason == FaultReason.None && k < _frame.Plan.Final.Count; k++)
        {
            Invariance[3 * k] = Composition(k);
            (Invariance[(3 * k) + 1], Invariance[(3 * k) + 2]) = Moments(_frame.Scores[k], isSecond);
        }

        return fault;
    }

    private StageFault Estimate(bool[] isSecond, bool second, double[] target)
    {
        for (var r = 0; r < isSecond.Length; r++)
        {
            _rowWeights[r] = isSecond[r] == second ? _frame.Data.Weights[r] : 0;
        }

        var fault = _estimator.Estimate(_rowWeights, _frame.Reference);
        if (fault.Reason == FaultReason.None)
        {
            _frame.Layout.Read(_estimator, target);
        }

        return fault;
    }

    private double Composition(int construct)
    {
        var (plan, v) = (_frame.Plan.Final, _frame.Plan.Variables.Count);
        var (both, one, two) = (0.0, 0.0, 0.0);
        for (var i = plan.Start[construct]; i < plan.Start[construct + 1]; i++)
        {
            for (var j = plan.Start[construct]; j < plan.Start[construct + 1]; j++)
            {
                var covariance = _frame.PooledCovariance[(i * v) + j];
                both += _firstWeights[i] * _estimator.Final.Weights[j] * covariance;
                one += _firstWeights[i] * _firstWeights[j] * covariance;
                two += _estimator.Final.Weights[i] * _estimator.Final.Weights[j] * covariance;
            }
        }

        return both / Math.Sqrt(one * two);
    }

    private (double Means, double Variances) Moments(double[] scores, bool[] isSecond)
    {
        Span<double> weight = [0, 0];
        Span<double> sum = [0, 0];
        Span<double> squares = [0, 0];
        for (var r = 0; r < scores.Length; r++)
        {
            var group = isSecond[r] ? 1 : 0;
            weight[group] += _frame.Data.Weights[r];
            sum[group] += _frame.Data.Weights[r] * scores[r];
            squares[group] += _frame.Data.Weights[r] * scores[r] * scores[r];
        }

        var (one, two) = (sum[0] / weight[0], sum[1] / weight[1]);
        return (one - two, Math.Log(((squares[0] / weight[0]) - (one * one)) / ((squares[1] / weight[1]) - (two * two))));
    }
}
