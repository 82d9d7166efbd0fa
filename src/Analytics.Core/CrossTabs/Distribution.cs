namespace Analytics.Core.CrossTabs;

/// <summary>How often each value of a number occurs: scores of answers, hours of cases.</summary>
/// <param name="Values">Distinct values, none missing, in the order they were first counted: sums over them come out the same to the last bit.</param>
/// <param name="Counts">Count of each, above 0; as long as <paramref name="Values"/>.</param>
public sealed record Distribution(double[] Values, long[] Counts)
{
    /// <summary>All counts added.</summary>
    public long Total => Counts.Sum();

    /// <summary>Adds up counts by value; counts of 0 leave no value.</summary>
    public static Distribution Of(IEnumerable<(double Value, long Count)> counts)
    {
        var positions = new Dictionary<double, int>();
        var (values, sums) = (new List<double>(), new List<long>());
        foreach (var (value, count) in counts.Where(c => c.Count > 0))
        {
            if (positions.TryAdd(value, values.Count))
            {
                values.Add(value);
                sums.Add(0);
            }

            sums[positions[value]] += count;
        }

        return new Distribution([.. values], [.. sums]);
    }

    /// <summary>The same with the values ascending.</summary>
    public Distribution Sorted()
    {
        var (values, counts) = ((double[])Values.Clone(), (long[])Counts.Clone());
        Array.Sort(values, counts);
        return new Distribution(values, counts);
    }

    /// <summary>Count over the values of at least <paramref name="least"/>.</summary>
    public long AtLeast(double least) => Values.Zip(Counts).Where(v => v.First >= least).Sum(v => v.Second);
}
