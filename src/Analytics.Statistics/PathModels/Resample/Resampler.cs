using System.Runtime.CompilerServices;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Sampling;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>Draws resamples and estimates them; one instance a thread, without allocation per resample.</summary>
internal sealed class Resampler
{
    private readonly ModelEstimator _estimator;
    private readonly ItemMatrix _data;
    private readonly ParameterLayout _layout;
    private readonly double[] _rowWeights;
    private readonly int[] _times;
    private readonly double[] _values;

    public Resampler(ModelPlan plan, ItemMatrix data, ParameterLayout layout)
    {
        (_data, _layout) = (data, layout);
        _estimator = new ModelEstimator(plan, data);
        _rowWeights = new double[data.Weights.Length];
        _times = new int[data.Count];
        _values = new double[layout.Count];
    }

    /// <summary>Draws all resamples of a bootstrap. Each has its own random stream, so threads don't matter.</summary>
    public static ResampleDraws Draw(
        ModelPlan plan, ItemMatrix data, ParameterLayout layout, SignReference reference, int[][] strata, BootstrapSettings settings)
    {
        var draws = new ResampleDraws(layout.Count, settings.Resamples);
        Parallel.For(
            0,
            settings.Resamples,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Processors },
            () => new Resampler(plan, data, layout),
            (resample, _, mine) =>
            {
                mine.Resample(resample, settings.Seed, strata, reference, draws);
                return mine;
            },
            _ => { });
        return draws;
    }

    /// <summary>Respondents used, by stratum; one group without strata.</summary>
    public static int[][] StrataOf(ItemTable table, ItemMatrix data)
    {
        var rows = Enumerable.Range(0, data.Count);
        return table.Strata is null
            ? [rows.ToArray()]
            : [.. rows.GroupBy(row => table.Strata[data.Rows[row]]).OrderBy(g => g.Key).Select(g => g.ToArray())];
    }

    /// <summary>Estimates without one of <paramref name="groups"/> groups of respondents.</summary>
    public void LeaveOut(int group, int groups, SignReference reference, ResampleDraws draws)
    {
        for (var row = 0; row < _times.Length; row++)
        {
            _rowWeights[row] = row % groups == group ? 0 : _data.Weights[row];
        }

        Estimate(group, reference, draws);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Resample(int resample, int seed, int[][] strata, SignReference reference, ResampleDraws draws)
    {
        var random = new RandomStream(seed, resample);
        Array.Clear(_times);
        foreach (var rows in strata)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                // 32 random bits times the number of respondents, cut to its upper half: even to 1 in 2³² and without a division.
                _times[rows[(int)(((random.NextBits() >> 32) * (ulong)rows.Length) >> 32)]]++;
            }
        }

        for (var row = 0; row < _times.Length; row++)
        {
            // Drawn twice counts twice: a resample is a vector of weights, and the answers stay where they are.
            _rowWeights[row] = _times[row] * _data.Weights[row];
        }

        Estimate(resample, reference, draws);
    }

    private void Estimate(int number, SignReference reference, ResampleDraws draws)
    {
        if (_estimator.Estimate(_rowWeights, reference).Reason == FaultReason.None)
        {
            _layout.Read(_estimator, _values);
            draws.Keep(number, _values);
        }
    }
}
