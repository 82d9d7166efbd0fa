using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>
/// Finds columns that say the same as another on every row. Cells carry the order in which they first came, so two columns whose
/// numbers agree on every row determine each other; groups of such columns are split as rows come and soon cost nothing.
/// </summary>
internal sealed class CopiedColumns
{
    private List<int[]> _groups = [];
    private long _rows;

    public CopiedColumns(int columns)
    {
        if (columns > 1) _groups.Add([.. Enumerable.Range(0, columns)]);
    }

    public void Observe(ColumnValue[] record)
    {
        _rows++;
        for (var i = 0; i < _groups.Count; i++)
        {
            if (Agree(_groups[i], record)) continue;
            Split(record);
            return;
        }
    }

    public IEnumerable<Finding> Findings(string source, SourceColumn[] columns)
    {
        foreach (var group in _groups)
        {
            for (var i = 1; i < group.Length; i++)
            {
                if (Compare(columns[group[0]], columns[group[i]]) is { } evidence)
                {
                    yield return new Finding("copied-column", source, columns[group[i]].Name, _rows, evidence);
                }
            }
        }
    }

    private static bool Agree(int[] group, ColumnValue[] record)
    {
        var code = record[group[0]].Code;
        for (var i = 1; i < group.Length; i++)
        {
            if (record[group[i]].Code != code) return false;
        }

        return true;
    }

    private void Split(ColumnValue[] record) =>
        _groups = [.. _groups.SelectMany(g => g.GroupBy(c => record[c].Code)).Where(g => g.Count() > 1).Select(g => g.ToArray())];

    // Constant columns agree with each other, and columns without a repeated value with any other such: neither says anything.
    private string? Compare(SourceColumn first, SourceColumn other)
    {
        if (first.Count < 2 && !first.HasMore) return null;
        if (first.HasMore || SameTexts(first, other)) return $"the same as '{first.Name}' on every row";
        if (first.Count * 2 > _rows) return null;
        var examples = Enumerable.Range(0, Math.Min(3, first.Count)).Select(i => $"{first.Shown(first.Remembered[i])} = {other.Shown(other.Remembered[i])}");
        return $"says the same as '{first.Name}' in other words on every row: {string.Join(", ", examples)}";
    }

    private static bool SameTexts(SourceColumn first, SourceColumn other)
    {
        for (var i = 0; i < first.Count; i++)
        {
            if (first.Remembered[i].Hash != other.Remembered[i].Hash) return false;
        }

        return true;
    }
}
