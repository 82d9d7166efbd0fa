using Analytics.Core.CrossTabs;

namespace Analytics.Study.Rounds;

/// <summary>A question of a study and, once the source was asked, its answer.</summary>
internal sealed class Answer(CrossTabQuery query)
{
    private CrossTab? _tab;

    /// <summary>The question.</summary>
    public CrossTabQuery Query { get; } = query;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">The source was not asked yet.</exception>
    public CrossTab Tab => _tab ?? throw new InvalidOperationException("The question was not put to the source yet.");

    /// <summary>Takes the answer.</summary>
    public void Receive(CrossTab tab) => _tab = tab;

    /// <summary>Mean count by label over the snapshots of a base; a label that is in some of them only counts as 0 in the others.</summary>
    public static Dictionary<string, double> Average(IReadOnlyList<Answer> snapshots)
    {
        var average = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var tab in snapshots.Select(s => s.Tab))
        {
            for (var i = 0; i < tab.Counts.Length; i++)
            {
                average[tab.Labels[0][i]] = average.GetValueOrDefault(tab.Labels[0][i]) + (tab.Counts[i] / (double)snapshots.Count);
            }
        }

        return average;
    }
}
