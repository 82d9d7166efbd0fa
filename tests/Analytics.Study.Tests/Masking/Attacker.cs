namespace Analytics.Study.Tests.Masking;

/// <summary>
/// Knows every label there is and every number of a report, writes down all sums that must hold, and solves for what is hidden: by
/// Gaussian elimination and by narrowing intervals. Independent of the code it attacks.
/// </summary>
internal sealed class Attacker
{
    private readonly Dictionary<string, int> _index = [];
    private readonly List<double> _lower = [];
    private readonly List<double> _upper = [];
    private readonly List<(int[] Cells, double Sum)> _equations = [];

    public void AtLeast(string cell, double value) => _lower[Of(cell)] = Math.Max(_lower[Of(cell)], value);

    public void Know(string cell, double value) => Sum([cell], value);

    public void Sum(IEnumerable<string> cells, double value) => _equations.Add(([.. cells.Select(Of)], value));

    /// <summary>States Σ parts = whole, where the whole is itself a cell.</summary>
    public void Tie(string whole, IEnumerable<string> parts) => _ties.Add((Of(whole), [.. parts.Select(Of)]));

    private readonly List<(int Whole, int[] Parts)> _ties = [];

    /// <summary>Every cell whose value follows, with the value.</summary>
    public Dictionary<string, double> Solve()
    {
        var rows = _equations.Select(e => Row(e.Cells, -1, e.Sum)).Concat(_ties.Select(t => Row(t.Parts, t.Whole, 0))).ToArray();
        Eliminate(rows, _index.Count);
        for (var round = 0; round < 50; round++)
        {
            foreach (var row in rows)
            {
                Narrow(row);
            }
        }

        var found = new Dictionary<string, double>();
        foreach (var (cell, i) in _index)
        {
            if (_upper[i] - _lower[i] < 0.5)
            {
                found[cell] = Math.Round(_lower[i]);
            }
        }

        return found;
    }

    private int Of(string cell)
    {
        if (!_index.TryGetValue(cell, out var i))
        {
            _index[cell] = i = _index.Count;
            _lower.Add(0);
            _upper.Add(1e6);
        }

        return i;
    }

    private double[] Row(int[] plus, int minus, double sum)
    {
        var row = new double[_index.Count + 1];
        foreach (var cell in plus)
        {
            row[cell] += 1;
        }

        if (minus >= 0)
        {
            row[minus] -= 1;
        }

        row[^1] = sum;
        return row;
    }

    private static void Eliminate(double[][] rows, int width)
    {
        var top = 0;
        for (var c = 0; c < width && top < rows.Length; c++)
        {
            var pivot = Enumerable.Range(top, rows.Length - top).MaxBy(r => Math.Abs(rows[r][c]));
            if (Math.Abs(rows[pivot][c]) < 1e-9)
            {
                continue;
            }

            (rows[top], rows[pivot]) = (rows[pivot], rows[top]);
            var scale = rows[top][c];
            for (var i = 0; i <= width; i++)
            {
                rows[top][i] /= scale;
            }

            for (var r = 0; r < rows.Length; r++)
            {
                var factor = rows[r][c];
                if (r != top && Math.Abs(factor) > 1e-9)
                {
                    for (var i = 0; i <= width; i++)
                    {
                        rows[r][i] -= factor * rows[top][i];
                    }
                }
            }

            top++;
        }
    }

    /// <summary>Σ aᵢxᵢ = s bounds every xᵢ by the bounds of the others.</summary>
    private void Narrow(double[] row)
    {
        var cells = Enumerable.Range(0, row.Length - 1).Where(i => Math.Abs(row[i]) > 1e-9).ToArray();
        foreach (var cell in cells)
        {
            var (least, most) = (row[^1], row[^1]);
            foreach (var other in cells.Where(o => o != cell))
            {
                var (a, b) = (row[other] * _lower[other], row[other] * _upper[other]);
                least -= Math.Max(a, b);
                most -= Math.Min(a, b);
            }

            (least, most) = row[cell] > 0 ? (least / row[cell], most / row[cell]) : (most / row[cell], least / row[cell]);
            _lower[cell] = Math.Max(_lower[cell], Math.Ceiling(least - 1e-6));
            _upper[cell] = Math.Min(_upper[cell], Math.Floor(most + 1e-6));
        }
    }
}
