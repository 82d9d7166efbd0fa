using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.Tables;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;

namespace Analytics.Study.Sections.HeatMaps;

/// <summary>A two-way segmentation: its questions and its table.</summary>
internal sealed class HeatMapStudy
{
    private readonly ColumnQuestions _rows;
    private readonly ColumnQuestions _columns;
    private readonly Answer _complaints;
    private readonly IReadOnlyList<Answer> _base;

    public HeatMapStudy(Questions questions, StudyWindow window, BaseCounts counts, ColumnQuestions rows, ColumnQuestions columns)
    {
        (_rows, _columns) = (rows, columns);
        CrossTabAxis[] by = [rows.Definition.Axis, columns.Definition.Axis];
        _complaints = questions.Ask(window.Ask(FactTable.Complaints, window.Current, by));
        _base = counts.Plan(by);
    }

    /// <summary>Name in not-computed lists and checks.</summary>
    public string Subject => $"heatmap:{_rows.Definition.Column}×{_columns.Definition.Column}";

    /// <summary>Sum over the cells before hiding.</summary>
    public long Total => _complaints.Tab.Total;

    /// <summary>Column of the rows.</summary>
    public string Rows => _rows.Definition.Column;

    /// <summary>Column of the columns.</summary>
    public string Columns => _columns.Definition.Column;

    /// <summary>The table, absent where one of its two columns is.</summary>
    /// <param name="rowMask">Mask of the row's column.</param>
    /// <param name="columnMask">Mask of the column's column.</param>
    /// <param name="rule">What is too small to be shown.</param>
    /// <param name="settings">Level of the intervals.</param>
    public Found<MaskedHeatMap> Compute(MaskedAxis rowMask, MaskedAxis columnMask, SuppressionRule rule, StudySettings settings)
    {
        var (rows, noRows) = _rows.Read(rowMask, rule);
        var (columns, noColumns) = _columns.Read(columnMask, rule);
        if (rows is null || columns is null)
        {
            return Found<MaskedHeatMap>.Missing(noRows ?? noColumns!);
        }

        var complaints = Matrix(rows, columns, [_complaints]);
        var subscribers = rows.Subscribers is null || columns.Subscribers is null || _base.Count == 0 ? null : Matrix(rows, columns, _base);
        var hidden = rule.Table(Whole(complaints), rows.ComplaintsHidden, columns.ComplaintsHidden);
        var baseHidden = subscribers is null
            ? new bool[rows.Labels.Count, columns.Labels.Count]
            : rule.Table(Whole(subscribers), rows.SubscribersHidden, columns.SubscribersHidden);
        var map = Table(rows, columns, complaints, subscribers, hidden, baseHidden, settings);
        return new MaskedHeatMap(map, SuppressionRule.Hidden(hidden) + SuppressionRule.Hidden(baseHidden));
    }

    private HeatMap Table(
        ColumnCounts rows, ColumnCounts columns, double[,] complaints, double[,]? subscribers, bool[,] hidden, bool[,] baseHidden, StudySettings settings)
    {
        var residuals = Residuals(rows, columns, complaints, subscribers, hidden, baseHidden);
        var level = settings.ConfidenceLevel;
        HeatMapCell Cell(int r, int c)
        {
            var events = complaints[r, c];
            var known = rows.Labels[r].Length > 0 && columns.Labels[c].Length > 0;
            var noRate = subscribers is null ? AbsenceReasons.NoSubscribers : known ? AbsenceReasons.EmptyDenominator : AbsenceReasons.NoSuchField;
            var hasRate = subscribers is not null && known && subscribers[r, c] > 0;
            var anyHidden = hidden[r, c] || (subscribers is not null && baseHidden[r, c]);
            return new HeatMapCell(
                hidden[r, c] ? Figure.Suppressed : FigureMath.Count(events),
                subscribers is null ? Figure.Absent(AbsenceReasons.NoSubscribers) : baseHidden[r, c] ? Figure.Suppressed : Figure.Of(subscribers[r, c]),
                anyHidden ? Figure.Suppressed
                    : subscribers is null ? FigureMath.Share(events, Total, level)
                    : hasRate ? FigureMath.Rate(events, subscribers[r, c], level) : Figure.Absent(noRate),
                anyHidden ? Figure.Suppressed : FigureMath.Number(residuals[r, c], noRate));
        }

        return new HeatMap(
            rows.Definition.Column,
            columns.Definition.Column,
            rows.Labels,
            columns.Labels,
            [
                .. Enumerable.Range(0, rows.Labels.Count)
                    .Select(r => (IReadOnlyList<HeatMapCell>)[.. Enumerable.Range(0, columns.Labels.Count).Select(c => Cell(r, c))])
            ],
            subscribers is null ? MeasureUnit.Share : MeasureUnit.Per10k);
    }

    private static double[,] Residuals(
        ColumnCounts rows, ColumnCounts columns, double[,] complaints, double[,]? subscribers, bool[,] hidden, bool[,] baseHidden)
    {
        var residuals = new double[rows.Labels.Count, columns.Labels.Count];
        var compared = new List<(int Row, int Column)>();
        for (var r = 0; r < rows.Labels.Count; r++)
        {
            for (var c = 0; c < columns.Labels.Count; c++)
            {
                residuals[r, c] = double.NaN;
                var isNamed = rows.Labels[r].Length > 0 && columns.Labels[c].Length > 0;
                if (subscribers is not null && isNamed && !hidden[r, c] && !baseHidden[r, c] && subscribers[r, c] > 0)
                {
                    compared.Add((r, c));
                }
            }
        }

        if (compared.Count > 1)
        {
            var some = ContingencyTable.ResidualsAgainstBase(
                [.. compared.Select(x => complaints[x.Row, x.Column])], [.. compared.Select(x => subscribers![x.Row, x.Column])]);
            for (var k = 0; k < some.Length; k++)
            {
                residuals[compared[k].Row, compared[k].Column] = some[k];
            }
        }

        return residuals;
    }

    private static double[,] Matrix(ColumnCounts rows, ColumnCounts columns, IReadOnlyList<Answer> answers)
    {
        var matrix = new double[rows.Labels.Count, columns.Labels.Count];
        var (rowOf, columnOf) = (Positions(rows), Positions(columns));
        foreach (var tab in answers.Select(a => a.Tab))
        {
            for (var i = 0; i < tab.Counts.Length; i++)
            {
                var (r, c) = (tab.Labels[0][i / tab.Labels[1].Count], tab.Labels[1][i % tab.Labels[1].Count]);
                matrix[rowOf(r), columnOf(c)] += tab.Counts[i] / (double)answers.Count;
            }
        }

        return matrix;
    }

    /// <summary>Row of a label; labels that were folded are in the rest.</summary>
    private static Func<string, int> Positions(ColumnCounts segment)
    {
        var positions = segment.Labels.Select((label, i) => (label, i)).ToDictionary(p => p.label, p => p.i, StringComparer.Ordinal);
        return label => positions.TryGetValue(label, out var at) ? at : positions[SegmentRow.Rest];
    }

    private static long[,] Whole(double[,] values)
    {
        var whole = new long[values.GetLength(0), values.GetLength(1)];
        for (var r = 0; r < whole.GetLength(0); r++)
        {
            for (var c = 0; c < whole.GetLength(1); c++)
            {
                whole[r, c] = (long)Math.Ceiling(values[r, c]);
            }
        }

        return whole;
    }
}
