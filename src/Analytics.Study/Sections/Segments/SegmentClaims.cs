using Analytics.Core.Reports;
using Analytics.Statistics.Tables;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections.Segments;

/// <summary>Claims that a segment complains more than the rest of the base.</summary>
internal static class SegmentClaims
{
    /// <summary>A segment is named only where it complains at least this much more than the others.</summary>
    public const double NotableRatio = 1.2;

    /// <summary>
    /// Rows that stand out, the one with most complaints beyond its share of the base first: what it would take to bring it down to the others.
    /// </summary>
    public static IEnumerable<Claim> Of(IReadOnlyList<SegmentTable> tables) =>
        from table in tables
        from row in table.Rows
        where row is { Survives: true, RateRatio.Value: >= NotableRatio, Complaints.Value: not null } && row.Label.Length > 0 && row.Label != SegmentRow.Rest
        orderby row.Complaints.Value * (1 - (1 / row.RateRatio.Value)) descending, table.Column
        select Of(table, row);

    private static Claim Of(SegmentTable table, SegmentRow row) => new(ClaimFamily.Segments, $"{table.Column}:{row.Label}", row.RateRatio)
    {
        PValue = row.AdjustedResidual.Value is { } residual ? ContingencyTable.TwoSidedP(residual) : null,
        Signal = Signal.Worse,
        Place = HeadlinePlace.Where,
        Sentence = new Headline(
            HeadlineKeys.SegmentRate,
            Signal.Worse,
            [
                Arguments.Label("column", table.Column),
                Arguments.Label("segment", row.Label),
                new HeadlineArgument("ratio", row.RateRatio.Value),
                .. Arguments.Bounds(row.RateRatio, null),
                Arguments.Number("share", row.ShareOfComplaints, MeasureUnit.Share),
                Arguments.Number("baseShare", row.ShareOfSubscribers, MeasureUnit.Share),
            ]),
    };
}
