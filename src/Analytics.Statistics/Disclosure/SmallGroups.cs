namespace Analytics.Statistics.Disclosure;

/// <summary>Which groups may be shown beside their total.</summary>
public static class SmallGroups
{
    /// <summary>
    /// Groups of enough respondents. What is left out is together either nobody or at least the minimum cell, so that the total does not
    /// give a small group away: the smallest groups go with it until it does.
    /// </summary>
    /// <param name="counts">Respondents by group.</param>
    /// <param name="others">Respondents of the total that belong to no group.</param>
    /// <param name="fewest">Respondents a group must have.</param>
    /// <param name="minimumCell">Counts from 1 to one below this are hidden.</param>
    public static bool[] Shown(IReadOnlyList<int> counts, int others, int fewest, int minimumCell)
    {
        bool[] shown = [.. counts.Select(c => c >= Math.Max(fewest, minimumCell))];
        var hidden = others + counts.Where((_, g) => !shown[g]).Sum();
        foreach (var group in Enumerable.Range(0, counts.Count).Where(g => shown[g]).OrderBy(g => counts[g]))
        {
            if (hidden == 0 || hidden >= minimumCell)
            {
                break;
            }

            shown[group] = false;
            hidden += counts[group];
        }

        return shown;
    }
}
