using System.Runtime.CompilerServices;

namespace Analytics.Statistics.PathModels.Resample;

/// <summary>Parameters of all resamples, and which resamples have an estimate.</summary>
internal sealed class ResampleDraws(int parameters, int resamples)
{
    private readonly double[] _values = new double[parameters * resamples];
    private readonly bool[] _ok = new bool[resamples];

    /// <summary>Resamples with an estimate; complete once all are drawn.</summary>
    public int Used => _ok.Count(ok => ok);

    /// <summary>Resamples without one.</summary>
    public int Failed => resamples - Used;

    /// <summary>Keeps the parameters of a resample; each is written by one thread only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Keep(int resample, ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                return;
            }
        }

        values.CopyTo(_values.AsSpan(resample * parameters));
        _ok[resample] = true;
    }

    /// <summary>A parameter over the resamples that have an estimate, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Of(int parameter)
    {
        var list = new double[Used];
        for (int r = 0, next = 0; r < resamples; r++)
        {
            if (_ok[r])
            {
                list[next++] = _values[(r * parameters) + parameter];
            }
        }

        return list;
    }
}
