namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Which constructs act on which, directly or through others.</summary>
internal static class EffectPairs
{
    /// <summary>Pairs (from, to), by the model's order of constructs.</summary>
    public static List<(int From, int To)> Of(StagePlan plan)
    {
        var reaches = new bool[plan.Count, plan.Count];
        foreach (var to in plan.Order)
        {
            foreach (var via in plan.Predecessors[to])
            {
                reaches[via, to] = true;
                for (var from = 0; from < plan.Count; from++)
                {
                    reaches[from, to] |= reaches[from, via];
                }
            }
        }

        var pairs = from i in Enumerable.Range(0, plan.Count)
                    from j in Enumerable.Range(0, plan.Count)
                    where reaches[i, j]
                    select (i, j);
        return [.. pairs];
    }
}
