using Analytics.Core.Reports;
using Analytics.Study.Segmentation;

namespace Analytics.Jobs.Cli.Segments;

/// <summary>Brings segment tables, map and clusters into one shape, so that the terminal, CSV and XLSX show the same.</summary>
internal static class SegmentLines
{
    /// <summary>The figures of a line: name as files have it, decimals, and whether it has an interval.</summary>
    public static IReadOnlyList<(string Name, int Decimals, bool HasInterval)> Measures { get; } =
    [
        ("complaints", 0, false),
        ("subscribers", 0, false),
        ("share_of_complaints", 4, true),
        ("complaints_per_10k", 2, true),
        ("rate_ratio", 2, true),
        ("contribution_index", 2, false),
        ("adjusted_residual", 2, false),
        ("adjusted_p", 4, false),
    ];

    /// <summary>All lines, in the order of the result.</summary>
    /// <param name="result">The segmentation.</param>
    /// <param name="shown">Turns a stored label into the one shown.</param>
    public static IEnumerable<SegmentLine> Of(SegmentResult result, Func<string, string> shown)
        => [.. result.Tables.SelectMany(t => t.Rows.Select(r => Row(t.Column, r, shown))), .. Map(result.Map, shown), .. result.Clusters.Select(Cluster)];

    private static SegmentLine Row(string column, SegmentRow row, Func<string, string> shown) => new(
        column,
        shown(row.Label),
        [
            row.Complaints, row.Subscribers, row.ShareOfComplaints, row.ComplaintsPer10k, row.RateRatio, row.ContributionIndex, row.AdjustedResidual,
            row.AdjustedPValue,
        ],
        row.Survives);

    private static IEnumerable<SegmentLine> Map(HeatMap? map, Func<string, string> shown)
        => map is null ? [] : from row in map.RowLabels.Index()
                              from column in map.ColumnLabels.Index()
                              let cell = map.Cells[row.Index][column.Index]
                              let isRate = map.Unit == MeasureUnit.Per10k
                              select new SegmentLine(
                                  $"{map.RowColumn} × {map.ColumnColumn}",
                                  $"{shown(row.Item)} × {shown(column.Item)}",
                                  [
                                      cell.Complaints, cell.Subscribers, isRate ? null : cell.Value, isRate ? cell.Value : null, null, null,
                                      cell.AdjustedResidual, null,
                                  ],
                                  null);

    private static SegmentLine Cluster(SegmentCluster cluster) => new(
        "cluster",
        $"{cluster.Number}: {string.Join(", ", cluster.Profile.Select(t => $"{t.Column} {t.Band}"))}",
        [cluster.Complaints, cluster.Subscribers, cluster.ShareOfComplaints, cluster.ComplaintsPer10k, cluster.RateRatio, null, null, null],
        null);
}
