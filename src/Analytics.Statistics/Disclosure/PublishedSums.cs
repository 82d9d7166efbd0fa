namespace Analytics.Statistics.Disclosure;

/// <summary>
/// Counts tied to one another by sums, some of which must be hidden. Hides what is below the minimum, then as little more as it takes
/// that nobody who reads the rest and knows the sums can compute a hidden count back, or narrow it to fewer than k values. Complementary
/// suppression over linked tables (Cox 1980, JASA 75, 377–385), greedy: not the fewest counts that would do.
/// </summary>
/// <param name="minimumCell">k: counts of 1…k−1 are hidden; 1 or less hides nothing.</param>
public sealed class PublishedSums(int minimumCell)
{
    private readonly List<long> _values = [];
    private readonly List<CellRule> _rules = [];
    private readonly List<(int Total, int[] Parts)> _ties = [];
    private readonly List<bool> _closable = [];

    private enum CellRule
    {
        Free,
        AlwaysShown,
        AlwaysHidden,
    }

    /// <summary>A count that is shown unless it must be hidden.</summary>
    /// <param name="value">The count, 0 or more.</param>
    /// <returns>Its number, for <see cref="Tie"/> and in the result of <see cref="Protect"/>.</returns>
    public int Add(long value) => Add(value, CellRule.Free);

    /// <summary>A count the reader knows in any case.</summary>
    /// <param name="value">The count, 0 or more.</param>
    /// <returns>Its number.</returns>
    public int AddKnown(long value) => Add(value, CellRule.AlwaysShown);

    /// <summary>A count another rule hides already, whatever its size; it may be 0.</summary>
    /// <param name="value">The count, 0 or more.</param>
    /// <returns>Its number.</returns>
    public int AddHidden(long value) => Add(value, CellRule.AlwaysHidden);

    /// <summary>States that the parts add up to the total.</summary>
    /// <param name="total">The sum.</param>
    /// <param name="parts">The parts; those that are 0 may be left out where they would be shown.</param>
    /// <param name="closable">
    /// Whether, once every other part is hidden, the zeros may be hidden as well: then a reader cannot even take a hidden part to be at
    /// least 1. Not for parts whose mere listing says that they occur.
    /// </param>
    public void Tie(int total, IEnumerable<int> parts, bool closable = false)
    {
        _ties.Add((total, [.. parts]));
        _closable.Add(closable);
    }

    /// <summary>Which counts to hide.</summary>
    /// <returns>By number, true where hidden; null where even hiding every free count would leave one derivable.</returns>
    public bool[]? Protect()
    {
        var hidden = new bool[_values.Count];
        for (var i = 0; i < hidden.Length; i++)
        {
            hidden[i] = _rules[i] == CellRule.AlwaysHidden || (_rules[i] == CellRule.Free && IsSmall(i));
        }

        var least = _rules.Select(r => r == CellRule.AlwaysHidden ? 0L : 1L).ToArray();
        var closed = new bool[_ties.Count];
        while (FirstExposed(hidden, least) is { } exposed)
        {
            if (!HideMore(exposed, hidden, least, closed))
            {
                return null;
            }
        }

        return hidden;
    }

    private int Add(long value, CellRule rule)
    {
        _values.Add(value);
        _rules.Add(rule);
        return _values.Count - 1;
    }

    private bool IsSmall(int cell) => _values[cell] > 0 && _values[cell] < minimumCell;

    private int? FirstExposed(bool[] hidden, long[] least)
    {
        var small = Enumerable.Range(0, hidden.Length).Where(i => hidden[i] && IsSmall(i)).ToArray();
        if (small.Length == 0)
        {
            return null;
        }

        var bounds = new SumBounds(_values, _ties, hidden, least);
        foreach (var cell in small)
        {
            if (bounds.Width(cell) < minimumCell - 1)
            {
                return cell;
            }
        }

        var determined = LinearDisclosure.Determined(_ties, hidden);
        return small.Cast<int?>().FirstOrDefault(cell => determined[cell!.Value]);
    }

    /// <summary>
    /// Hides the smallest shown count that shares a sum with the exposed one, or that sum's zeros; failing that, looks at the sums of
    /// what is hidden beside it, ever further out.
    /// </summary>
    private bool HideMore(int exposed, bool[] hidden, long[] least, bool[] closed)
    {
        var reached = new HashSet<int> { exposed };
        while (true)
        {
            var touching = Enumerable.Range(0, _ties.Count).Where(t => reached.Contains(_ties[t].Total) || _ties[t].Parts.Any(reached.Contains)).ToArray();
            // The sum with least hidden so far first: there another count protects most.
            foreach (var tie in touching.OrderBy(t => _ties[t].Parts.Where(p => hidden[p]).Sum(p => _values[p])))
            {
                if (HideSmallest(tie, hidden) || Close(tie, hidden, least, closed))
                {
                    return true;
                }
            }

            var before = reached.Count;
            reached.UnionWith(touching.SelectMany(t => _ties[t].Parts.Append(_ties[t].Total)).Where(i => hidden[i]));
            if (reached.Count == before)
            {
                return false;
            }
        }
    }

    private bool HideSmallest(int tie, bool[] hidden)
    {
        var (total, parts) = _ties[tie];
        var smallest = parts.Append(total).Where(i => !hidden[i] && _rules[i] == CellRule.Free && _values[i] > 0)
            // A total last: hiding it opens a second sum, whose parts must then be protected as well.
            .OrderBy(i => i == total).ThenBy(i => _values[i]).ThenBy(i => i).Cast<int?>().FirstOrDefault();
        if (smallest is not { } cell)
        {
            return false;
        }

        return hidden[cell] = true;
    }

    private bool Close(int tie, bool[] hidden, long[] least, bool[] closed)
    {
        if (!_closable[tie] || closed[tie])
        {
            return false;
        }

        foreach (var part in _ties[tie].Parts.Where(p => hidden[p] || _rules[p] == CellRule.Free))
        {
            hidden[part] = true;
            least[part] = 0;
        }

        return closed[tie] = true;
    }
}
