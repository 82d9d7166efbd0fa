using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Statistics.Weights;

/// <summary>Which weights of its parts a published total row implies.</summary>
/// <param name="Weights">Share of each part, 0 or more, adding up to 1: the least-squares answer.</param>
/// <param name="Percent">The same in whole percent, adding up to 100.</param>
/// <param name="LargestResidual">
/// Largest absolute difference between a published total and that by <paramref name="Percent"/>, in the unit of the table.
/// </param>
/// <param name="Totals">Totals by <paramref name="Percent"/>.</param>
/// <param name="SampleTotals">Totals by the numbers of respondents: what averaging the answers would give.</param>
/// <param name="IsDetermined">Whether there are enough different columns to tell the weights apart.</param>
public sealed record ImpliedWeights(
    IReadOnlyList<double> Weights, IReadOnlyList<int> Percent, double LargestResidual, IReadOnlyList<double> Totals,
    IReadOnlyList<double> SampleTotals, bool IsDetermined)
{
    private const int MostParts = 12;

    /// <summary>Whether the published total is the weighted mean of its parts, within rounding.</summary>
    /// <param name="rounding">Largest difference that rounding explains; 0.01 for two decimals.</param>
    public bool Explains(double rounding) => LargestResidual <= rounding + 1e-9;

    /// <summary>
    /// Recovers the weights: least squares over shares that are not negative and add up to 1, by trying every set of parts that may be above 0.
    /// </summary>
    /// <param name="parts">Rows of the table: the parts' values, one per column.</param>
    /// <param name="total">The published total row.</param>
    /// <param name="respondents">Respondents of each part.</param>
    /// <exception cref="ArgumentException">No parts or more than 12, no columns, or rows of different length.</exception>
    public static ImpliedWeights Of(IReadOnlyList<double[]> parts, double[] total, IReadOnlyList<double> respondents)
    {
        if (parts.Count is 0 or > MostParts || total.Length == 0 || parts.Any(p => p.Length != total.Length) || respondents.Count != parts.Count)
        {
            throw new ArgumentException(
                $"{parts.Count} parts of {total.Length} columns: there are 1 to {MostParts} parts, as long as the total.",
                nameof(parts));
        }

        var best = Enumerable.Range(1, (1 << parts.Count) - 1)
            .Select(set => Solve(parts, total, [.. Enumerable.Range(0, parts.Count).Where(i => (set & (1 << i)) != 0)]))
            .Where(w => w is not null && w.All(x => x >= -1e-12))
            .MinBy(w => Combine(parts, w!, total.Length).Zip(total, (a, b) => (a - b) * (a - b)).Sum())!;
        var percent = Percentages(best, parts, total);
        var totals = Combine(parts, [.. percent.Select(p => p / 100.0)], total.Length);
        var all = respondents.Sum();
        return new ImpliedWeights(
            best,
            percent,
            totals.Zip(total, (a, b) => Math.Abs(a - b)).Max(),
            totals,
            Combine(parts, [.. respondents.Select(n => n / all)], total.Length),
            Solve(parts, total, [.. Enumerable.Range(0, parts.Count)]) is not null);
    }

    private static double[] Combine(IReadOnlyList<double[]> parts, double[] weights, int columns) =>
        [.. Enumerable.Range(0, columns).Select(c => parts.Select((part, i) => weights[i] * part[c]).Sum())];

    /// <summary>Least squares with Σw = 1 over some parts: differences to the last of them take the constraint away.</summary>
    private static double[]? Solve(IReadOnlyList<double[]> parts, double[] total, int[] set)
    {
        var weights = new double[parts.Count];
        var last = parts[set[^1]];
        if (set.Length > 1)
        {
            if (total.Length < set.Length - 1)
            {
                return null;
            }

            var design = Matrix<double>.Build.Dense(total.Length, set.Length - 1, (row, column) => parts[set[column]][row] - last[row]);
            var normal = design.TransposeThisAndMultiply(design);
            var scale = normal.Diagonal().Maximum();
            if (!(scale > 0) || normal.ConditionNumber() > 1e10)
            {
                return null;
            }

            var solution = normal.Cholesky().Solve(design.TransposeThisAndMultiply(Vector<double>.Build.Dense(total.Length, row => total[row] - last[row])));
            for (var i = 0; i < solution.Count; i++)
            {
                weights[set[i]] = solution[i];
            }
        }

        weights[set[^1]] = 1 - weights.Sum();
        return weights;
    }

    /// <summary>Whole percentages near the answer that come closest to the published totals: what a report would have been made with.</summary>
    private static int[] Percentages(double[] weights, IReadOnlyList<double[]> parts, double[] total)
    {
        var floors = weights.Select(w => (int)Math.Floor((w * 100) + 1e-9)).ToArray();
        var candidates = new List<int[]> { floors };
        for (var i = 0; i < floors.Length - 1; i++)
        {
            candidates = [.. candidates.SelectMany(c => new[] { -1, 0, 1, 2 }.Select(step => c.Select((x, at) => at == i ? x + step : x).ToArray()))];
            candidates = candidates.Count > 4096 ? [.. candidates.OrderBy(c => Distance(c, weights)).Take(4096)] : candidates;
        }

        foreach (var candidate in candidates)
        {
            candidate[^1] = 100 - candidate[..^1].Sum();
        }

        return candidates.Where(c => c.All(x => x >= 0))
            .MinBy(c => Combine(parts, [.. c.Select(x => x / 100.0)], total.Length).Zip(total, (a, b) => (a - b) * (a - b)).Sum())!;
    }

    private static double Distance(int[] percent, double[] weights) => percent.Zip(weights, (p, w) => Math.Abs(p - (100 * w))).Sum();
}
