using Analytics.Core.Reports;
using Analytics.Study.Tests.Rounds;

namespace Analytics.Study.Tests.Masking;

/// <summary>Feeds everything a report publishes about counts to the attacker, together with all labels of the data.</summary>
internal sealed class ReportAttack
{
    private readonly Attacker _attacker = new();
    private readonly Report _report;
    private readonly IReadOnlyList<NaiveRow> _rows;
    private readonly IReadOnlyList<NaiveRow> _before;

    public ReportAttack(Report report, IReadOnlyList<NaiveRow> rows, IReadOnlyList<NaiveRow> before)
    {
        (_report, _rows, _before) = (report, rows, before);
        _attacker.Know("", report.Kpis[0].Current.Value!.Value);
        foreach (var column in new[] { "category", "cause", "region", "channel", "arpu", "resolution" })
        {
            _attacker.Tie("", Labels(column).Select(l => Cell((column, l))));
        }

        Cross("category", "cause");
        foreach (var column in new[] { "region", "channel", "arpu", "resolution" })
        {
            Cross("cause", column);
        }

        Cross("arpu", "region");
        Segments();
        Causes();
        Paretos();
        foreach (var table in report.Associations)
        {
            Table(table.RowColumn, table.ColumnColumn, table.RowLabels, table.ColumnLabels, (r, c) => table.Cells[r][c].Complaints);
        }

        foreach (var map in report.HeatMaps)
        {
            Table(map.RowColumn, map.ColumnColumn, [.. map.RowLabels], [.. map.ColumnLabels], (r, c) => map.Cells[r][c].Complaints);
        }

        Resolutions();
        Details();
    }

    /// <summary>Small counts the attacker has found out although they are not published: cell and value.</summary>
    public IReadOnlyList<string> Found(int minimumCell)
    {
        var truth = Truth();
        return [.. _attacker.Solve()
            .Where(f => f.Value > 0 && f.Value < minimumCell && truth.TryGetValue(f.Key, out var count) && count == f.Value)
            .Select(f => $"{f.Key} = {f.Value}")];
    }

    private static string Cell(params (string Column, string Label)[] conditions) =>
        string.Join('&', conditions.OrderBy(c => c.Column, StringComparer.Ordinal).Select(c => $"{c.Column}={c.Label}"));

    private static string Before(string cell) => "before|" + cell;

    private static string Escalated(string cell) => "escalated|" + cell;

    private static string Label(NaiveRow row, string column) => column == "arpu"
        ? row.Numbers.TryGetValue("arpu", out var arpu)
            ? Core.Settings.StudySettings.DefaultSegments[0].Bands!.Label(Core.Settings.StudySettings.DefaultSegments[0].Bands!.IndexOf(arpu))
            : ""
        : row.Labels.GetValueOrDefault(column, "");

    private string[] Labels(string column) => [.. _rows.Concat(_before).Select(r => Label(r, column)).Distinct()];

    private void Cross(string rows, string columns)
    {
        foreach (var r in Labels(rows))
        {
            _attacker.Tie(Cell((rows, r)), Labels(columns).Select(c => Cell((rows, r), (columns, c))));
        }

        foreach (var c in Labels(columns))
        {
            _attacker.Tie(Cell((columns, c)), Labels(rows).Select(r => Cell((rows, r), (columns, c))));
        }
    }

    private void Segments()
    {
        foreach (var table in _report.Segments)
        {
            foreach (var row in table.Rows.Where(r => r.Complaints.Value is not null))
            {
                _attacker.Know(Cell((table.Column, row.Label)), row.Complaints.Value!.Value);
            }
        }
    }

    private void Causes()
    {
        _attacker.Know(Before(""), _report.Kpis[0].Previous.Value ?? 0);
        foreach (var level in new[] { "", Before("") })
        {
            _attacker.Tie(level, Labels("category").Select(c => Path(level, Cell(("category", c)))));
        }

        _attacker.Tie(Before(""), Labels("cause").Select(x => Before(Cell(("cause", x)))));
        foreach (var c in Labels("category"))
        {
            _attacker.Tie(Before(Cell(("category", c))), Labels("cause").Select(x => Before(Cell(("category", c), ("cause", x)))));
        }

        foreach (var x in Labels("cause"))
        {
            _attacker.Tie(Before(Cell(("cause", x))), Labels("category").Select(c => Before(Cell(("category", c), ("cause", x)))));
        }

        Nodes(_report.Causes, "category", []);
        foreach (var node in _report.Causes.Where(n => n.Label is not null && n.Children.Count > 0))
        {
            Nodes(node.Children, "cause", [("category", node.Label!)]);
        }
    }

    private static string Path(string level, string cell) => level.Length == 0 ? cell : Before(cell);

    private void Nodes(IReadOnlyList<CauseNode> nodes, string column, (string Column, string Label)[] within)
    {
        var shown = nodes.Where(n => n.Label is not null).Select(n => n.Label!).ToHashSet();
        foreach (var node in nodes)
        {
            var cells = (node.Label is { } label ? [label] : Labels(column).Where(l => !shown.Contains(l)))
                .Select(l => Cell([.. within, (column, l)])).ToArray();
            _attacker.Sum(cells, node.Complaints.Value!.Value);
            if (node.Previous.Value is { } previous)
            {
                _attacker.Sum(cells.Select(Before), previous);
            }

            if (node.Change.Value is { } change)
            {
                _attacker.Sum(cells.Select(Before), node.Complaints.Value!.Value - change);
            }
        }
    }

    private void Paretos()
    {
        foreach (var table in _report.Paretos.Where(p => p.Measure is ParetoMeasure.Count or ParetoMeasure.Escalations))
        {
            (string, string)[] within = table.Within is { } category ? [("category", category)] : [];
            var column = table.Level == "category" ? "category" : "cause";
            var of = table.Measure == ParetoMeasure.Count ? (Func<string, string>)(c => c) : Escalated;
            var shown = table.Items.Where(i => i.Label is not null).Select(i => i.Label!).ToHashSet();
            _attacker.Sum(Labels(column).Select(l => of(Cell([.. within, (column, l)]))), table.Total);
            foreach (var item in table.Items)
            {
                var cells = (item.Label is { } label ? [label] : Labels(column).Where(l => !shown.Contains(l)))
                    .Select(l => Cell([.. within, (column, l)])).ToArray();
                _attacker.Sum(cells.Select(of), item.Value);
                if (item.Change.Value is { } change && item.Label is not null)
                {
                    _attacker.Sum(cells.Select(Before), item.Value - change);
                }
            }
        }

        foreach (var c in Labels("category"))
        {
            _attacker.Tie(Escalated(Cell(("category", c))), Labels("cause").Select(x => Escalated(Cell(("category", c), ("cause", x)))));
        }

        foreach (var x in Labels("cause"))
        {
            _attacker.Tie(Escalated(Cell(("cause", x))), Labels("category").Select(c => Escalated(Cell(("category", c), ("cause", x)))));
        }
    }

    private void Resolutions()
    {
        var causes = _report.Resolutions.Select(r => r.Cause).Distinct().ToArray();
        var resolutions = _report.Resolutions.Select(r => r.Resolution).Distinct().ToArray();
        var cells = _report.Resolutions.ToDictionary(r => (r.Cause ?? "\0", r.Resolution ?? "\0"), r => r.Complaints);
        Table("cause", "resolution", causes, resolutions, (r, c) => cells.GetValueOrDefault((causes[r] ?? "\0", resolutions[c] ?? "\0"), Figure.Suppressed));
    }

    private void Table(string rowColumn, string columnColumn, IReadOnlyList<string?> rows, IReadOnlyList<string?> columns, Func<int, int, Figure> cell)
    {
        string[] Group(string column, IReadOnlyList<string?> shown, int i) =>
            shown[i] is { } label ? [label] : [.. Labels(column).Where(l => !shown.Contains(l))];
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < columns.Count; c++)
            {
                if (cell(r, c).Value is { } count)
                {
                    _attacker.Sum(
                        from x in Group(rowColumn, rows, r) from y in Group(columnColumn, columns, c) select Cell((rowColumn, x), (columnColumn, y)), count);
                }
            }
        }
    }

    private void Details()
    {
        foreach (var row in _report.Details.Rows)
        {
            var shown = new[]
            {
                ("category", row.Category),
                ("cause", row.Cause),
                ("region", row.Region),
                ("channel", row.Channel),
                ("resolution", row.Resolution),
            }
                .Where(l => l.Item2 != DetailRow.Hidden).Select(l => (l.Item1, l.Item2 ?? "")).ToArray();
            foreach (var label in shown)
            {
                Count(Cell(label), row);
                foreach (var cause in shown.Where(s => s.Item1 == "cause" && label.Item1 != "cause"))
                {
                    Count(Cell(cause, label), row);
                }
            }
        }

        foreach (var (cell, count) in _counted)
        {
            _attacker.AtLeast(cell, count);
        }

        // where no row hides anything of a column, the rows can simply be counted
        foreach (var column in new[] { "region", "channel", "resolution", "category" })
        {
            Func<DetailRow, string?> of = column switch
            {
                "region" => r => r.Region,
                "channel" => r => r.Channel,
                "resolution" => r => r.Resolution,
                _ => r => r.Category,
            };
            foreach (var cause in Labels("cause"))
            {
                var mine = _report.Details.Rows.Where(r => (r.Cause ?? "") == cause || r.Cause == DetailRow.Hidden).ToArray();
                foreach (var label in Labels(column))
                {
                    if (
                        !mine.Any(r => r.Cause == DetailRow.Hidden && (of(r) == DetailRow.Hidden || (of(r) ?? "") == label))
                            && !mine.Any(r => of(r) == DetailRow.Hidden))
                    {
                        _attacker.Know(Cell(("cause", cause), (column, label)), mine.Where(r => (of(r) ?? "") == label).Sum(r => r.Count));
                    }
                }
            }
        }
    }

    private readonly Dictionary<string, long> _counted = [];

    private void Count(string cell, DetailRow row)
    {
        _counted[cell] = _counted.GetValueOrDefault(cell) + row.Count;
        if (row.IsEscalated == true && cell.Contains("cause="))
        {
            _counted[Escalated(cell)] = _counted.GetValueOrDefault(Escalated(cell)) + row.Count;
        }
    }

    /// <summary>
    /// Whether the pair is a cell of some table. Causes that a table merges although their count is shown are not: the list of cases shows
    /// such cases one by one, as it must to be a list.
    /// </summary>
    private bool IsCell((string Rows, string Columns) pair, NaiveRow row)
    {
        var (r, c) = (Label(row, pair.Rows), Label(row, pair.Columns));
        if (pair.Rows != "cause" || _rows.Where(x => Label(x, "cause") == r).Sum(x => x.Count) < _report.Header.MinimumCell)
        {
            return true;
        }

        return pair.Columns == "resolution"
            ? _report.Resolutions.Any(x => x.Cause == r && x.Resolution == c)
            : _report.Associations.Any(a => a.ColumnColumn == pair.Columns && a.RowLabels.Contains(r) && a.ColumnLabels.Contains(c));
    }

    private Dictionary<string, double> Truth()
    {
        var truth = new Dictionary<string, double>();
        void Add(string cell, double count) => truth[cell] = truth.GetValueOrDefault(cell) + count;
        (string, string)[] pairs =
        [
            ("category", "cause"), ("cause", "region"), ("cause", "channel"), ("cause", "arpu"), ("cause", "resolution"), ("arpu", "region")
        ];
        foreach (var row in _rows)
        {
            foreach (var column in new[] { "category", "cause", "region", "channel", "arpu", "resolution" })
            {
                Add(Cell((column, Label(row, column))), row.Count);
            }

            foreach (var (a, b) in pairs.Where(p => IsCell(p, row)))
            {
                Add(Cell((a, Label(row, a)), (b, Label(row, b))), row.Count);
            }

            if (row.Labels.GetValueOrDefault("is_escalated") == "true")
            {
                Add(Escalated(Cell(("cause", Label(row, "cause")))), row.Count);
                Add(Escalated(Cell(("category", Label(row, "category")))), row.Count);
            }
        }

        foreach (var row in _before)
        {
            Add(Before(Cell(("category", Label(row, "category")))), row.Count);
            Add(Before(Cell(("cause", Label(row, "cause")))), row.Count);
            Add(Before(Cell(("category", Label(row, "category")), ("cause", Label(row, "cause")))), row.Count);
        }

        return truth;
    }
}
