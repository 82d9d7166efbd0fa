using Analytics.Core.Reports;
using Analytics.Statistics.Tables;
using Analytics.Study.Claims;

namespace Analytics.Study.Sections.Associations;

/// <summary>
/// Claims that a cause is more frequent in one channel, region or segment than independence would have it. They give way to a segment's rate: that says
/// more.
/// </summary>
internal static class AssociationClaims
{
    /// <summary>A cell is named only where it holds at least this much more than expected.</summary>
    private const double NotableRatio = 1.2;

    /// <summary>Cells that stand out, the one furthest beyond its expected count first.</summary>
    public static IEnumerable<Claim> Of(IReadOnlyList<AssociationTable> tables)
    {
        var notable = from table in tables
                      from r in Enumerable.Range(0, table.RowLabels.Count)
                      from c in Enumerable.Range(0, table.ColumnLabels.Count)
                      let cell = table.Cells[r][c]
                      where cell is { Survives: true, AdjustedResidual.Value: > 0, Complaints.Value: not null }
                      let expected = Expected(table, r, c)
                      where expected is not null && cell.Complaints.Value >= expected * NotableRatio && cell.Complaints.Value > expected
                      orderby cell.Complaints.Value - expected descending
                      select Of(table, r, c, expected.Value);
        return notable;
    }

    private static Claim Of(AssociationTable table, int row, int column, double expected)
    {
        var (cause, segment, cell) = (table.RowLabels[row]!, table.ColumnLabels[column]!, table.Cells[row][column]);
        return new Claim(ClaimFamily.Associations, $"{cause}×{table.ColumnColumn}:{segment}", cell.AdjustedResidual)
        {
            PValue = ContingencyTable.TwoSidedP(cell.AdjustedResidual.Value!.Value),
            Place = HeadlinePlace.Where,
            IsFallback = true,
            Sentence = new Headline(
                HeadlineKeys.CauseAssociation,
                Signal.NoVerdict,
                [
                    Arguments.Label("cause", cause),
                    Arguments.Label("column", table.ColumnColumn),
                    Arguments.Label("segment", segment),
                    Arguments.Count("count", cell.Complaints.Value!.Value),
                    Arguments.Count("expected", expected),
                ]),
        };
    }

    /// <summary>Row × column ÷ all, where the whole row, column and table are told; null otherwise.</summary>
    private static double? Expected(AssociationTable table, int row, int column)
    {
        var (inRow, inColumn, all) = (0.0, 0.0, 0.0);
        for (var r = 0; r < table.RowLabels.Count; r++)
        {
            for (var c = 0; c < table.ColumnLabels.Count; c++)
            {
                if (table.Cells[r][c].Complaints.Value is not { } count)
                {
                    return null;
                }

                all += count;
                inRow += r == row ? count : 0;
                inColumn += c == column ? count : 0;
            }
        }

        return inRow * inColumn / all;
    }
}
