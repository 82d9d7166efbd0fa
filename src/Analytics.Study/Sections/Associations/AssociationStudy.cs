using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.Tables;
using Analytics.Study.Masking;

namespace Analytics.Study.Sections.Associations;

/// <summary>Statistics of causes crossed with one other column.</summary>
internal static class AssociationStudy
{
    /// <summary>Residuals from the margins, which are published; false-discovery control over the cells that stand for one cause and one label.</summary>
    public static AssociationTable Table(MergedTable table, StudySettings settings)
    {
        var (rows, columns) = (table.Rows.Labels.Count, table.Columns.Labels.Count);
        var residuals = ContingencyTable.AdjustedResiduals(Doubles(table.Counts));
        var tested = (from r in Enumerable.Range(0, rows) from c in Enumerable.Range(0, columns) where IsTested(table, r, c) select (r, c)).ToArray();
        var adjusted = FalseDiscovery.BenjaminiHochberg([.. tested.Select(t => ContingencyTable.TwoSidedP(residuals[t.r, t.c]))]);
        var survives = tested.Zip(adjusted).Where(t => t.Second <= settings.FalseDiscoveryRate).Select(t => t.First).ToHashSet();
        AssociationCell Cell(int r, int c) => table.Hidden[r, c]
            ? new AssociationCell(Figure.Suppressed, Figure.Suppressed, false)
            : new AssociationCell(FigureMath.Count(table.Counts[r, c]), FigureMath.Number(residuals[r, c]), survives.Contains((r, c)));
        var (chiSquare, cramersV) = Strength(table);
        return new AssociationTable(
            table.Rows.Column,
            table.Columns.Column,
            table.Rows.Labels,
            table.Columns.Labels,
            [.. Enumerable.Range(0, rows).Select(r => (IReadOnlyList<AssociationCell>)[.. Enumerable.Range(0, columns).Select(c => Cell(r, c))])],
            chiSquare,
            cramersV);
    }

    private static bool IsTested(MergedTable table, int r, int c) =>
        !table.Hidden[r, c] && !string.IsNullOrEmpty(table.Rows.Labels[r]) && !string.IsNullOrEmpty(table.Columns.Labels[c]);

    /// <summary>χ² and V of the table with the columns (else the rows) that hold hidden cells taken together: their sums follow from what is shown.</summary>
    private static (Figure ChiSquare, Figure CramersV) Strength(MergedTable table)
    {
        var byColumns = Collapse(Doubles(table.Counts), table.Hidden);
        var open = byColumns.GetLength(1) > 1 ? byColumns : Collapse(Transpose(Doubles(table.Counts)), Transpose(table.Hidden));
        if (open.GetLength(1) < 2 || open.GetLength(0) < 2)
        {
            return (Figure.Suppressed, Figure.Suppressed);
        }

        var test = ContingencyTable.ChiSquare(open);
        return (Figure.Of(test.Statistic, test.DegreesOfFreedom), Figure.Of(test.CramersV));
    }

    private static double[,] Collapse(double[,] counts, bool[,] hidden)
    {
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var holdsHidden = Enumerable.Range(0, columns).Select(c => Enumerable.Range(0, rows).Any(r => hidden[r, c])).ToArray();
        var kept = holdsHidden.Count(h => !h);
        var collapsed = new double[rows, kept + (kept < columns ? 1 : 0)];
        for (var r = 0; r < rows; r++)
        {
            for (int c = 0, to = 0; c < columns; c++)
            {
                collapsed[r, holdsHidden[c] ? kept : to++] += counts[r, c];
            }
        }

        return collapsed;
    }

    private static T[,] Transpose<T>(T[,] values)
    {
        var transposed = new T[values.GetLength(1), values.GetLength(0)];
        for (var r = 0; r < values.GetLength(0); r++)
        {
            for (var c = 0; c < values.GetLength(1); c++)
            {
                transposed[c, r] = values[r, c];
            }
        }

        return transposed;
    }

    private static double[,] Doubles(long[,] counts)
    {
        var values = new double[counts.GetLength(0), counts.GetLength(1)];
        for (var r = 0; r < counts.GetLength(0); r++)
        {
            for (var c = 0; c < counts.GetLength(1); c++)
            {
                values[r, c] = counts[r, c];
            }
        }

        return values;
    }
}
