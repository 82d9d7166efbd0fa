namespace Analytics.Statistics.Tables;

/// <summary>Control of the expected share of false findings among many tests.</summary>
public static class FalseDiscovery
{
    /// <summary>
    /// Adjusted p-values of Benjamini and Hochberg (1995), JRSS B 57, 289–300: a test is a finding at rate q where its adjusted value is
    /// at most q. The same as R's <c>p.adjust(p, "BH")</c>.
    /// </summary>
    /// <param name="p">p-values, 0–1; NaN marks a test that could not be made and does not count.</param>
    /// <returns>One value per test in the given order, 0–1, never below the p-value; NaN stays NaN.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside 0–1.</exception>
    public static double[] BenjaminiHochberg(ReadOnlySpan<double> p)
    {
        var adjusted = p.ToArray();
        var order = Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).ToArray();
        Array.Sort(order, (i, j) => adjusted[j].CompareTo(adjusted[i]));
        var smallest = 1.0;
        for (var k = 0; k < order.Length; k++)
        {
            var value = p[order[k]];
            if (value is < 0 or > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(p), value, "A p-value lies between 0 and 1.");
            }

            smallest = Math.Min(smallest, value * order.Length / (order.Length - k));
            adjusted[order[k]] = smallest;
        }

        return adjusted;
    }
}
