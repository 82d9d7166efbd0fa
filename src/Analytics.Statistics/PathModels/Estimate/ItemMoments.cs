using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// Weighted means and covariances of the items. All that partial least squares estimates follows from them, so a resample costs one pass
/// over the answers and the iterations never touch them. One instance a thread; computing allocates nothing. The inner loops are compiled
/// optimised from the start, because a report runs them for a second or less.
/// </summary>
internal sealed class ItemMoments
{
    // 128 rows of six columns are 6 kB: what four products at once read stays in the nearest cache.
    private const int Chunk = 128;

    private readonly ItemMatrix _data;
    private readonly double _divisorShift;
    private readonly double[] _scaled = new double[Chunk];
    private readonly double[][]? _filled;
    private readonly double[] _sums;

    public ItemMoments(ItemMatrix data, VarianceDivisor divisor)
    {
        _data = data;
        _divisorShift = divisor == VarianceDivisor.NMinusOne ? 1 : 0;
        Means = new double[data.Items.Count];
        Covariance = new double[data.Items.Count * data.Items.Count];
        _sums = new double[data.Items.Count];
        if (data.Present is not null)
        {
            _filled = [.. data.Columns.Select(c => new double[c.Length])];
        }
    }

    /// <summary>Means of the items, on their own scale.</summary>
    public double[] Means { get; }

    /// <summary>Covariances, row-major.</summary>
    public double[] Covariance { get; }

    /// <summary>Answers centred on <see cref="Means"/>, 0 where missing; only where some are missing.</summary>
    public double[][]? Filled => _filled;

    /// <summary>Fills <see cref="Means"/> and <see cref="Covariance"/>.</summary>
    /// <param name="rowWeights">Weight per respondent, padded like the matrix; survey weight times how often the respondent was drawn.</param>
    /// <returns>False where an item has no answer.</returns>
    public bool Compute(double[] rowWeights)
    {
        var total = Sum(rowWeights);
        if (!(total > 0))
        {
            return false;
        }

        // Weights add up to the number of respondents, so that the divisor n − 1 keeps its meaning.
        var n = (double)_data.Count;
        if (_filled is null)
        {
            CrossProducts(_data.Columns, rowWeights);
            Centre(total, n);
            return true;
        }

        return Fill(rowWeights) && (_data.Missing == MissingAnswers.Pairwise ? Pairwise(rowWeights, n) : Replaced(rowWeights, total, n));
    }

    private bool Replaced(double[] rowWeights, double total, double n)
    {
        CrossProducts(_filled!, rowWeights);
        Scale(n / total / (n - _divisorShift));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Centre(double total, double n)
    {
        var p = Means.Length;
        var scale = n / total / (n - _divisorShift);
        for (var i = 0; i < p; i++)
        {
            for (var j = i; j < p; j++)
            {
                // Columns were centred on the means of all respondents before, so little is left to subtract and no digits cancel.
                var value = (Covariance[(i * p) + j] - (_sums[i] * _sums[j] / total)) * scale;
                Covariance[(i * p) + j] = value;
                Covariance[(j * p) + i] = value;
            }

            Means[i] = _data.Centres[i] + (_sums[i] / total);
        }
    }

    private void Scale(double scale)
    {
        var p = Means.Length;
        for (var i = 0; i < p; i++)
        {
            for (var j = i; j < p; j++)
            {
                Covariance[(i * p) + j] *= scale;
                Covariance[(j * p) + i] = Covariance[(i * p) + j];
            }
        }
    }

    private bool Fill(double[] rowWeights)
    {
        for (var i = 0; i < Means.Length; i++)
        {
            var (sum, weight) = (0.0, 0.0);
            var present = _data.Present![i];
            for (var r = 0; r < present.Length; r++)
            {
                if (present[r])
                {
                    sum += rowWeights[r] * _data.Columns[i][r];
                    weight += rowWeights[r];
                }
            }

            if (!(weight > 0))
            {
                return false;
            }

            var shift = sum / weight;
            Means[i] = _data.Centres[i] + shift;
            for (var r = 0; r < present.Length; r++)
            {
                _filled![i][r] = present[r] ? _data.Columns[i][r] - shift : 0;
            }
        }

        return true;
    }

    private bool Pairwise(double[] rowWeights, double n)
    {
        var p = Means.Length;
        for (var i = 0; i < p; i++)
        {
            for (var j = i; j < p; j++)
            {
                if (!TryPair(i, j, rowWeights, n, out var covariance))
                {
                    return false;
                }

                Covariance[(i * p) + j] = covariance;
                Covariance[(j * p) + i] = covariance;
            }
        }

        return true;
    }

    private bool TryPair(int i, int j, double[] rowWeights, double n, out double covariance)
    {
        var (one, two) = (_data.Present![i], _data.Present[j]);
        var (x, y) = (_data.Columns[i], _data.Columns[j]);
        var (weight, sumX, sumY, product, count) = (0.0, 0.0, 0.0, 0.0, 0);
        for (var r = 0; r < one.Length; r++)
        {
            if (one[r] && two[r] && rowWeights[r] > 0)
            {
                weight += rowWeights[r];
                sumX += rowWeights[r] * x[r];
                sumY += rowWeights[r] * y[r];
                product += rowWeights[r] * x[r] * y[r];
                count++;
            }
        }

        var respondents = weight * n / Sum(rowWeights);
        covariance = (product - (sumX * sumY / weight)) / weight * respondents / (respondents - _divisorShift);
        // Two pairs lie on a line whatever was asked.
        return count > 2 && respondents > 1;
    }

    private static double Sum(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }

    /// <summary>Upper triangle of X′DX and the weighted column sums, chunk by chunk so that a chunk stays in the nearest cache.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CrossProducts(double[][] columns, double[] rowWeights)
    {
        var p = columns.Length;
        Array.Clear(Covariance);
        Array.Clear(_sums);
        for (var start = 0; start < rowWeights.Length; start += Chunk)
        {
            var length = Math.Min(Chunk, rowWeights.Length - start);
            for (var i = 0; i < p; i++)
            {
                _sums[i] += ScaleColumn(rowWeights.AsSpan(start, length), columns[i].AsSpan(start, length), _scaled);
                var j = i;
                for (; j + 3 < p; j += 4)
                {
                    DotFour(
                        _scaled.AsSpan(0, length), columns[j].AsSpan(start, length), columns[j + 1].AsSpan(start, length),
                        columns[j + 2].AsSpan(start, length), columns[j + 3].AsSpan(start, length), Covariance.AsSpan((i * p) + j, 4));
                }

                for (; j < p; j++)
                {
                    Covariance[(i * p) + j] += Dot(_scaled.AsSpan(0, length), columns[j].AsSpan(start, length));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double ScaleColumn(ReadOnlySpan<double> weights, ReadOnlySpan<double> column, Span<double> target)
    {
        var sum = Vector<double>.Zero;
        var w = Vectors(weights);
        var x = Vectors(column)[..w.Length];
        var t = MemoryMarshal.Cast<double, Vector<double>>(target)[..w.Length];
        for (var r = 0; r < w.Length; r++)
        {
            t[r] = w[r] * x[r];
            sum += t[r];
        }

        return Vector.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> two)
    {
        // One sum a lane, added up at the end: the order of addition follows the width of the machine's vectors, so machines of another
        // width may differ in the last bits of a covariance.
        var sum = Vector<double>.Zero;
        var x = Vectors(one);
        var y = Vectors(two)[..x.Length];
        for (var r = 0; r < x.Length; r++)
        {
            sum = Vector.FusedMultiplyAdd(x[r], y[r], sum);
        }

        return Vector.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DotFour(
        ReadOnlySpan<double> one, ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c, ReadOnlySpan<double> d, Span<double> target)
    {
        // Four sums that do not wait for one another, and the scaled column is read once for four.
        var (sumA, sumB, sumC, sumD) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
        var x = Vectors(one);
        var va = Vectors(a)[..x.Length];
        var vb = Vectors(b)[..x.Length];
        var vc = Vectors(c)[..x.Length];
        var vd = Vectors(d)[..x.Length];
        for (var r = 0; r < x.Length; r++)
        {
            sumA = Vector.FusedMultiplyAdd(x[r], va[r], sumA);
            sumB = Vector.FusedMultiplyAdd(x[r], vb[r], sumB);
            sumC = Vector.FusedMultiplyAdd(x[r], vc[r], sumC);
            sumD = Vector.FusedMultiplyAdd(x[r], vd[r], sumD);
        }

        target[0] += Vector.Sum(sumA);
        target[1] += Vector.Sum(sumB);
        target[2] += Vector.Sum(sumC);
        target[3] += Vector.Sum(sumD);
    }

    private static ReadOnlySpan<Vector<double>> Vectors(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector<double>>(values);
}
