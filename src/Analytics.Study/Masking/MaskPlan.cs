using Analytics.Core.CrossTabs;
using Analytics.Study.Rounds;

namespace Analytics.Study.Masking;

/// <summary>
/// What the sections mean to show, collected in round one: every column by itself, and every table of causes by another column. From it the
/// masks of the report are decided at once, so that none depends on which section asks first.
/// </summary>
internal sealed class MaskPlan
{
    private readonly List<(CrossTabAxis Axis, Answer Alone)> _columns = [];
    private readonly List<CauseBy> _tables = [];

    /// <summary>Columns to be shown, each once.</summary>
    public IReadOnlyList<(CrossTabAxis Axis, Answer Alone)> Columns => _columns;

    /// <summary>Tables of causes to be shown.</summary>
    public IReadOnlyList<CauseBy> Tables => _tables;

    /// <summary>Notes a column that is shown; the second time it stays as it is.</summary>
    /// <param name="axis">Column and bands.</param>
    /// <param name="alone">Complaints by the column alone.</param>
    public void Show(CrossTabAxis axis, Answer alone)
    {
        if (!_columns.Exists(c => string.Equals(c.Axis.Column, axis.Column, StringComparison.Ordinal)))
        {
            _columns.Add((axis, alone));
        }
    }

    /// <summary>Notes a table of causes by another column.</summary>
    /// <returns>The table, under which the masks know it.</returns>
    public CauseBy Show(CauseBy table)
    {
        Show(table.Axis, table.Alone);
        _tables.Add(table);
        return table;
    }
}
