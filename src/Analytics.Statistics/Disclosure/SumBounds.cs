namespace Analytics.Statistics.Disclosure;

/// <summary>What a reader can conclude about hidden counts from the sums: lower and upper bounds, tightened sum by sum until nothing moves.</summary>
internal sealed class SumBounds
{
    // Bounds may creep by single counts in chains of sums. Whoever goes on longer finds exact counts by elimination, which LinearDisclosure
    // does.
    private const int MaximumRounds = 200;
    private readonly long[] _lower;
    private readonly long[] _upper;

    /// <param name="values">True counts.</param>
    /// <param name="ties">Sums.</param>
    /// <param name="hidden">Counts the reader cannot see.</param>
    /// <param name="least">What a hidden count is at least: 1, because a 0 would be shown, or 0 where zeros are hidden too.</param>
    public SumBounds(IReadOnlyList<long> values, IReadOnlyList<(int Total, int[] Parts)> ties, bool[] hidden, long[] least)
    {
        var most = values.Count == 0 ? 0 : values.Max();
        _lower = [.. values.Select((v, i) => hidden[i] ? least[i] : v)];
        _upper = [.. values.Select((v, i) => hidden[i] ? most : v)];
        var open = ties.Where(t => hidden[t.Total] || Array.Exists(t.Parts, p => hidden[p])).ToArray();
        for (var round = 0; round < MaximumRounds && Tighten(open); round++)
        {
        }
    }

    /// <summary>Upper − lower bound; 0 for a count that is known.</summary>
    public long Width(int cell) => _upper[cell] - _lower[cell];

    private bool Tighten((int Total, int[] Parts)[] ties)
    {
        var moved = false;
        foreach (var (total, parts) in ties)
        {
            var (low, high) = (parts.Sum(p => _lower[p]), parts.Sum(p => _upper[p]));
            moved |= Narrow(total, low, high);
            foreach (var part in parts)
            {
                var (lowest, highest) = (_lower[part], _upper[part]);
                moved |= Narrow(part, _lower[total] - (high - highest), _upper[total] - (low - lowest));
                (low, high) = (low + _lower[part] - lowest, high + _upper[part] - highest);
            }
        }

        return moved;
    }

    private bool Narrow(int cell, long low, long high)
    {
        var (before, after) = ((_lower[cell], _upper[cell]), (Math.Max(_lower[cell], low), Math.Min(_upper[cell], high)));
        (_lower[cell], _upper[cell]) = after;
        return before != after;
    }
}
