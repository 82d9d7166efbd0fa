namespace Analytics.Statistics.Tests.Tables;

/// <summary>
/// What a reader who knows the shown cells and totals can infer about a hidden one: its range by linear programming over all tables
/// that agree (the constraints are totally unimodular, so the bounds are whole numbers a table attains).
/// </summary>
internal sealed class TableReader
{
    private readonly Dictionary<(int Row, int Column), int> _unknown = [];
    private readonly List<double[]> _equations = [];
    private readonly int _rows;
    private readonly int _columns;

    public TableReader(long[,] counts, bool[,] mask, bool[]? hiddenRowTotals = null, bool[]? hiddenColumnTotals = null)
    {
        (_rows, _columns) = (counts.GetLength(0), counts.GetLength(1));
        var cells = from r in Enumerable.Range(0, _rows) from c in Enumerable.Range(0, _columns) where mask[r, c] select (r, c);
        var rowTotals = Enumerable.Range(0, _rows).Where(r => hiddenRowTotals?[r] ?? false).Select(r => (r, _columns));
        var columnTotals = Enumerable.Range(0, _columns).Where(c => hiddenColumnTotals?[c] ?? false).Select(c => (_rows, c));
        foreach (var place in cells.Concat(rowTotals).Concat(columnTotals))
        {
            _unknown[place] = _unknown.Count;
        }

        // The truth satisfies every equation, so it gives the right-hand sides: unknown cells of a line − unknown total = what is left.
        double Truth(int r, int c) => r < _rows && c < _columns ? counts[r, c]
            : c == _columns ? Enumerable.Range(0, _columns).Sum(k => counts[r, k])
            : Enumerable.Range(0, _rows).Sum(k => counts[k, c]);
        var lines = Enumerable.Range(0, _rows + 1).Select(r => Enumerable.Range(0, _columns + 1).Select(c => (r, c)))
            .Concat(Enumerable.Range(0, _columns + 1).Select(c => Enumerable.Range(0, _rows + 1).Select(r => (r, c))));
        foreach (var line in lines)
        {
            var equation = new double[_unknown.Count + 1];
            foreach (var (r, c) in line.Where(_unknown.ContainsKey))
            {
                var sign = r == _rows || c == _columns ? -1 : 1;
                equation[_unknown[(r, c)]] = sign;
                equation[^1] += sign * Truth(r, c);
            }

            _equations.Add(equation);
        }
    }

    public double CellWidth(int row, int column) => Width(_unknown[(row, column)]);

    public double RowTotalWidth(int row) => Width(_unknown[(row, _columns)]);

    private double Width(int variable) => Best(variable, 1) + Best(variable, -1);

    // Two-phase tableau simplex with Bland's rule: artificial variables first, then sign · x.
    private double Best(int variable, double sign)
    {
        var (m, n) = (_equations.Count, _unknown.Count);
        var tableau = _equations.Select((equation, i) =>
        {
            var flip = equation[^1] < 0 ? -1 : 1;
            return (double[])[.. equation[..n].Select(x => x * flip), .. Enumerable.Range(0, m).Select(k => k == i ? 1.0 : 0.0), equation[^1] * flip];
        }).ToArray();
        var basis = Enumerable.Range(n, m).ToArray();
        Maximise(tableau, basis, [.. new double[n], .. Enumerable.Repeat(-1.0, m)], n + m);
        for (var i = 0; i < m; i++)
        {
            // An artificial variable left in the basis is 0: swap it out, or its equation was superfluous.
            var enter = basis[i] >= n ? Array.FindIndex(tableau[i], 0, n, x => Math.Abs(x) > 1e-9) : -1;
            if (enter >= 0)
            {
                Pivot(tableau, basis, i, enter);
            }
        }

        var goal = new double[n + m];
        goal[variable] = sign;
        return Maximise(tableau, basis, goal, n);
    }

    private static double Maximise(double[][] tableau, int[] basis, double[] goal, int allowed)
    {
        while (true)
        {
            var enter = -1;
            for (var j = 0; j < allowed && enter < 0; j++)
            {
                var reduced = goal[j] - tableau.Select((row, i) => goal[basis[i]] * row[j]).Sum();
                enter = reduced > 1e-9 ? j : -1;
            }

            if (enter < 0)
            {
                return tableau.Select((row, i) => goal[basis[i]] * row[^1]).Sum();
            }

            var leave = Enumerable.Range(0, basis.Length).Where(i => tableau[i][enter] > 1e-9)
                .OrderBy(i => Math.Round(tableau[i][^1] / tableau[i][enter], 9)).ThenBy(i => basis[i]).Cast<int?>().FirstOrDefault();
            if (leave is null)
            {
                return double.PositiveInfinity;
            }

            Pivot(tableau, basis, leave.Value, enter);
        }
    }

    private static void Pivot(double[][] tableau, int[] basis, int leave, int enter)
    {
        var pivot = tableau[leave][enter];
        tableau[leave] = Array.ConvertAll(tableau[leave], x => x / pivot);
        for (var i = 0; i < tableau.Length; i++)
        {
            var factor = tableau[i][enter];
            if (i != leave && factor != 0)
            {
                tableau[i] = [.. tableau[i].Zip(tableau[leave], (x, y) => x - (factor * y))];
            }
        }

        basis[leave] = enter;
    }
}
