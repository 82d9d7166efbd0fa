using Analytics.Core.Reports;

namespace Analytics.Statistics.Pareto;

/// <summary>Ranking of causes by their share of the whole, in the A/B/C classes of quality control (Juran 1951).</summary>
public static class ParetoAnalysis
{
    /// <summary>
    /// Ranks items, largest first; equal values keep their input order, so sorting the input by label breaks ties by label.
    /// An item is in class A while the cumulative share before it is below <paramref name="classA"/>: the item that crosses the bound
    /// is still in A, and A always covers at least that share. The same for B. Ties share the rank and the class of the first of them,
    /// so no two items of equal value are told apart.
    /// </summary>
    /// <param name="values">One value per item, 0 or more.</param>
    /// <param name="classA">Bound of A, usually 0.8; 0–1.</param>
    /// <param name="classB">Bound of B, usually 0.9; <paramref name="classA"/>…1.</param>
    /// <returns>All items in rank order. Where the total is 0 every share is 0 and every class C.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or not finite, or the bounds are not 0 &lt; A ≤ B ≤ 1.</exception>
    public static IReadOnlyList<RankedItem> Rank(IReadOnlyList<double> values, double classA, double classB)
    {
        if (!(classA > 0 && classA <= classB && classB <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(classA), classA, $"The bounds of A ({classA}) and B ({classB}) must satisfy 0 < A ≤ B ≤ 1.");
        }

        var total = values.Sum(Checked);
        var order = Enumerable.Range(0, values.Count).OrderByDescending(i => values[i]).ToArray();
        var items = new RankedItem[order.Length];
        var before = 0.0;
        for (var position = 0; position < order.Length; position++)
        {
            var value = values[order[position]];
            var previous = position > 0 && items[position - 1].Value == value ? items[position - 1] : null;
            var share = total > 0 ? value / total : 0;
            var after = position == order.Length - 1 ? total : before + value;
            items[position] = new RankedItem(
                order[position],
                previous?.Rank ?? position + 1,
                value,
                share,
                total > 0 ? after / total : 0,
                previous?.Class ?? ClassOf(before, total, classA, classB));
            before = after;
        }

        return items;
    }

    private static ParetoClass ClassOf(double before, double total, double classA, double classB) => total <= 0 ? ParetoClass.C
        : IsBelow(before, total, classA) ? ParetoClass.A
        : IsBelow(before, total, classB) ? ParetoClass.B
        : ParetoClass.C;

    /// <summary>Whether <paramref name="before"/> ÷ <paramref name="total"/> is below the bound; 80 of 100 is not below 0.8, whatever the rounding.</summary>
    internal static bool IsBelow(double before, double total, double bound) => before < bound * total * (1 - 1e-12);

    private static double Checked(double value) =>
        value >= 0 && !double.IsInfinity(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A Pareto value is finite and not negative.");
}
