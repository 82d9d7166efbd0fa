using System.Globalization;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Pipeline.CrossTabs;

/// <summary>One GROUP BY that answers several questions about the same rows.</summary>
internal sealed class SharedGroups(CrossTabQuery first, DateOnly from, DateOnly to, IReadOnlyList<Filter> where)
{
    private readonly List<CrossTabAxis> _axes = [];
    private readonly List<string> _sums = [];
    private readonly List<int> _asked = [];

    public FactTable Table => first.Table;

    public DateOnly From => from;

    public DateOnly To => to;

    public IReadOnlyList<Filter> Where => where;

    /// <summary>Positions of the questions.</summary>
    public IReadOnlyList<int> Asked => _asked;

    public IReadOnlyList<AggregateAxis> Axes => [.. _axes.Select((axis, i) => new AggregateAxis(AxisName(i), axis.Column, axis.Bands))];

    public IReadOnlyDictionary<string, string> Sums => _sums.Index().ToDictionary(s => SumName(s.Index), s => s.Item);

    /// <summary>Cells the groups would have with a question's axes and sum as well, at most.</summary>
    public double Cells(IReadOnlyList<CrossTabAxis> axes, string? sum, Func<FactTable, CrossTabAxis, int, long> cells)
    {
        var days = to.DayNumber - from.DayNumber;
        var product = Math.Pow(2, _sums.Count + (sum is null || _sums.Contains(sum) ? 0 : 1));
        foreach (var axis in _axes.Concat(axes.Where(a => Find(a.Column, a.Bands) < 0)))
        {
            product *= cells(Table, axis, days);
        }

        return product;
    }

    public void Add(int question, IReadOnlyList<CrossTabAxis> axes, string? sum)
    {
        _asked.Add(question);
        foreach (var axis in axes)
        {
            if (Find(axis.Column, axis.Bands) < 0)
            {
                _axes.Add(axis);
            }
        }

        if (sum is not null && !_sums.Contains(sum))
        {
            _sums.Add(sum);
        }
    }

    /// <summary>Name of an axis in the blocks.</summary>
    public string Name(string column, BandSet? bands) => AxisName(Find(column, bands));

    /// <summary>Name of a summed column in the blocks.</summary>
    public string SumName(string column) => SumName(_sums.IndexOf(column));

    private int Find(string column, BandSet? bands) => _axes.FindIndex(a => a.Column == column && Same(a.Bands, bands));

    private static bool Same(BandSet? a, BandSet? b) =>
        a is null || b is null ? a is null && b is null : a.RightClosed == b.RightClosed && a.Edges.SequenceEqual(b.Edges);

    private static string AxisName(int index) => string.Create(CultureInfo.InvariantCulture, $"axis_{index}");

    private static string SumName(int index) => string.Create(CultureInfo.InvariantCulture, $"sum_{index}");
}
