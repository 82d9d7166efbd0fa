using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.Clusters;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Segmentation;

/// <summary>
/// Clusters of subscribers by their banded columns. A band is an order, not a distance, so every band enters as its ridit (Bross 1958,
/// Biometrics 14, 18–38): the share of subscribers below it plus half its own. Ridits run from 0 to 1 with mean one half in every
/// column, whatever its unit, so no midpoint of an open band has to be invented. k-means then runs over the cells of the cross-tab,
/// weighted by subscribers; complaints are counted per cluster afterwards and do not shape it. Without a base the complaints
/// themselves are clustered and there are no rates. Cells with a missing attribute belong to no cluster.
/// </summary>
internal sealed class ClusterStudy
{
    /// <summary>Columns used at most: what a cross-tab can cross.</summary>
    public const int MaximumColumns = 4;

    private readonly IReadOnlyList<SegmentDefinition> _columns;
    private readonly int _clusters;
    private readonly Answer _complaints;
    private readonly IReadOnlyList<Answer> _base;

    public ClusterStudy(Questions questions, StudyWindow window, BaseCounts counts, IReadOnlyList<SegmentDefinition> columns, int clusters)
    {
        (_columns, _clusters) = (columns, clusters);
        CrossTabAxis[] by = [.. columns.Select(c => c.Axis)];
        _complaints = questions.Ask(window.Ask(FactTable.Complaints, window.Current, by));
        _base = counts.Plan(by);
    }

    /// <summary>The clusters, largest first; empty where there are fewer distinct cells than clusters or nothing may be shown.</summary>
    public IReadOnlyList<SegmentCluster> Compute(StudySettings settings)
    {
        var complaints = Cells([_complaints]);
        var subscribers = _base.Count == 0 ? [] : Cells(_base);
        var shaping = subscribers.Count > 0 ? subscribers : complaints;
        var keys = shaping.Keys.Order(StringComparer.Ordinal).Where(k => shaping[k].Count > 0).ToArray();
        if (keys.Length < _clusters)
        {
            return [];
        }

        var ridits = Ridits(shaping.Values);
        double[] Point(int[] bands) => [.. bands.Select((band, column) => ridits[column][band])];
        var points = keys.Select(k => Point(shaping[k].Bands)).ToArray();
        var fit = KMeans.Fit(points, _clusters, settings.Seed, [.. keys.Select(k => shaping[k].Count)], standardise: true);
        var groups = Enumerable.Range(0, _clusters).Select(_ => (Complaints: 0.0, Subscribers: 0.0)).ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            var group = groups[fit.Assignment[i]];
            groups[fit.Assignment[i]] = (
                group.Complaints + complaints.GetValueOrDefault(keys[i]).Count, group.Subscribers + subscribers.GetValueOrDefault(keys[i]).Count);
        }

        return Publish(groups, fit, ridits, subscribers.Count > 0, settings);
    }

    private SegmentCluster[] Publish(
        (double Complaints, double Subscribers)[] groups, KMeansResult fit, double[][] ridits, bool hasBase, StudySettings settings)
    {
        // complaints outside every cluster follow from the total, so they are masked along
        var total = _complaints.Tab.Total;
        var outside = total - (long)groups.Sum(g => g.Complaints);
        var mask = new SuppressionRule(settings.MinimumCell);
        var hidden = mask.Line([.. groups.Select(g => (long)g.Complaints), outside]);
        var baseHidden = mask.Line([.. groups.Select(g => (long)Math.Ceiling(g.Subscribers))]);
        if (hidden is null || baseHidden is null)
        {
            return [];
        }

        var shown = Enumerable.Range(0, groups.Length).Where(i => !hidden[i] && !baseHidden[i]).Select(i => groups[i]).ToArray();
        var (events, exposure) = (shown.Sum(g => g.Complaints), shown.Sum(g => g.Subscribers));
        return [.. groups.Select((g, i) =>
        {
            Figure Of(Func<Figure> figure) => hidden[i] ? Figure.Suppressed : figure();
            Figure Rate(Func<Figure> figure) =>
                !hasBase ? Figure.Absent(AbsenceReasons.NoSubscribers) : hidden[i] || baseHidden[i] ? Figure.Suppressed : figure();
            return new SegmentCluster(
                i + 1,
                [.. _columns.Select((c, column) => Trait(c, fit.Centres[i][column], ridits[column]))],
                Of(() => FigureMath.Count(g.Complaints)),
                !hasBase ? Figure.Absent(AbsenceReasons.NoSubscribers) : baseHidden[i] ? Figure.Suppressed : Figure.Of(g.Subscribers),
                Of(() => FigureMath.Share(g.Complaints, total, settings.ConfidenceLevel)),
                Rate(() => FigureMath.Rate(g.Complaints, g.Subscribers, settings.ConfidenceLevel)),
                Rate(() => FigureMath.Ratio(g.Complaints, g.Subscribers, events - g.Complaints, exposure - g.Subscribers, settings.ConfidenceLevel)));
        })];
    }

    private static ClusterTrait Trait(SegmentDefinition column, double centre, double[] ridits)
    {
        var nearest = Enumerable.Range(0, ridits.Length).MinBy(b => Math.Abs(ridits[b] - centre));
        return new ClusterTrait(column.Column, column.Bands!.Label(nearest), centre);
    }

    /// <summary>Ridit of every band of every column.</summary>
    private double[][] Ridits(IEnumerable<(int[] Bands, double Count)> cells)
    {
        var list = cells.ToArray();
        return [.. _columns.Select((column, index) =>
        {
            var counts = new double[column.Bands!.Count];
            foreach (var (bands, count) in list)
            {
                counts[bands[index]] += count;
            }

            var (below, all) = (0.0, counts.Sum());
            return counts.Select(count => ((below += count) - (count / 2)) / all).ToArray();
        })];
    }

    /// <summary>Cells where every attribute is known, by their bands; counts averaged over the snapshots.</summary>
    private Dictionary<string, (int[] Bands, double Count)> Cells(IReadOnlyList<Answer> answers)
    {
        var cells = new Dictionary<string, (int[] Bands, double Count)>(StringComparer.Ordinal);
        foreach (var tab in answers.Select(a => a.Tab))
        {
            for (var i = 0; i < tab.Counts.Length; i++)
            {
                var bands = new int[_columns.Count];
                for (int axis = _columns.Count - 1, rest = i; axis >= 0; rest /= tab.Labels[axis].Count, axis--)
                {
                    bands[axis] = rest % tab.Labels[axis].Count;
                }

                if (tab.Counts[i] > 0 && bands.Zip(_columns).All(b => b.First < b.Second.Bands!.Count))
                {
                    var key = string.Join(',', bands);
                    cells[key] = (bands, cells.GetValueOrDefault(key).Count + (tab.Counts[i] / (double)answers.Count));
                }
            }
        }

        return cells;
    }
}
