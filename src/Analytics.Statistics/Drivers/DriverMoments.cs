using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analytics.Statistics.Drivers;

/// <summary>Correlations of drivers and target over the respondents who answered all of them, as often as a resample wants them.</summary>
internal sealed class DriverMoments
{
    private readonly double[][] _columns;
    private readonly double[] _centres;

    /// <param name="columns">Drivers, then the target.</param>
    /// <param name="weights">Weight per respondent.</param>
    /// <param name="rows">Respondents with every answer.</param>
    public DriverMoments(IReadOnlyList<double[]> columns, double[] weights, int[] rows)
    {
        Weights = Array.ConvertAll(rows, r => weights[r]);
        var total = Weights.Sum();
        _centres = [.. columns.Select(c => rows.Zip(Weights, (r, w) => w * c[r]).Sum() / total)];
        _columns = [.. columns.Select((c, i) => Array.ConvertAll(rows, r => c[r] - _centres[i]))];
    }

    /// <summary>Weight per respondent.</summary>
    public double[] Weights { get; }

    /// <summary>Correlations, drivers first and the target last, row-major; null where a variable does not vary.</summary>
    /// <param name="weights">Weight per respondent, with how often it was drawn.</param>
    public double[]? Correlations(double[] weights)
    {
        var p = _columns.Length;
        var total = weights.Sum();
        var means = new double[p];
        var matrix = new double[p * p];
        var scaled = new double[weights.Length];
        for (var i = 0; i < p; i++)
        {
            means[i] = Scale(weights, _columns[i], scaled) / total;
            for (var j = i; j < p; j++)
            {
                matrix[(i * p) + j] = Dot(scaled, _columns[j]) / total;
            }
        }

        double[] deviations = [.. Enumerable.Range(0, p).Select(i => Math.Sqrt(Math.Max(0, matrix[(i * p) + i] - (means[i] * means[i]))))];
        // Centring leaves a column that is constant in a resample a variance of rounding, the larger the larger its values are.
        if (!deviations.Zip(means.Zip(_centres, (m, c) => m + c), (d, m) => d > 1e-9 * Math.Max(1, Math.Abs(m))).All(varies => varies))
        {
            return null;
        }

        for (var i = 0; i < p; i++)
        {
            for (var j = i; j < p; j++)
            {
                matrix[(i * p) + j] = i == j ? 1 : (matrix[(i * p) + j] - (means[i] * means[j])) / (deviations[i] * deviations[j]);
                matrix[(j * p) + i] = matrix[(i * p) + j];
            }
        }

        return matrix;
    }

    /// <summary>Fills <paramref name="scaled"/> with weight × value.</summary>
    /// <returns>Their sum.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Scale(double[] weights, double[] column, double[] scaled)
    {
        var sum = 0.0;
        for (var r = 0; r < column.Length; r++)
        {
            scaled[r] = weights[r] * column[r];
            sum += scaled[r];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(double[] one, double[] two)
    {
        var x = MemoryMarshal.Cast<double, Vector<double>>(one);
        var y = MemoryMarshal.Cast<double, Vector<double>>(two);
        var sum = Vector<double>.Zero;
        for (var r = 0; r < x.Length; r++)
        {
            sum = Vector.FusedMultiplyAdd(x[r], y[r], sum);
        }

        var total = Vector.Sum(sum);
        for (var r = x.Length * Vector<double>.Count; r < one.Length; r++)
        {
            total += one[r] * two[r];
        }

        return total;
    }
}
