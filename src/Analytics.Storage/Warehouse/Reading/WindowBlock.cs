using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Gathers the rows of a window query column by column.</summary>
internal sealed class WindowBlock
{
    private readonly IRowCursor _row;
    private readonly KeyColumn[] _keys;
    private readonly NumberColumn[] _numbers;
    private readonly int _countOrdinal;
    private readonly DayLabels _days;
    private int[] _counts = new int[1024];
    private bool _hasCounts;

    public WindowBlock(IRowCursor row, Dictionary<string, IReadOnlyList<string>> labels, WarehouseColumn[] columns, LocalDays days, DateTime cutOff)
    {
        _row = row;
        _days = new DayLabels(days);
        _keys = [.. columns.Where(c => c.IsDimension).Select(c => new KeyColumn(c, row.Ordinal(c.Name), c.Kind == WindowColumnKind.Key ? labels[c.Name] : DimensionLabels.OfFlag))];
        _numbers = [.. columns.Where(c => !c.IsDimension).Select(c => new NumberColumn(c, row.Ordinal(c.Name), cutOff.Ticks))];
        _countOrdinal = row.Ordinal("count");
    }

    /// <summary>Rows gathered.</summary>
    public int Rows { get; private set; }

    /// <summary>Takes the query's current row in.</summary>
    public void Add()
    {
        if (Rows == _counts.Length)
        {
            Grow();
        }

        foreach (var column in _keys)
        {
            column.Keys[Rows] = Key(column);
        }

        foreach (var column in _numbers)
        {
            column.Values[Rows] = column.Read(_row);
        }

        _counts[Rows] = _countOrdinal < 0 ? 1 : checked((int)_row.Integer(_countOrdinal));
        _hasCounts |= _counts[Rows] != 1;
        Rows++;
    }

    /// <summary>The block gathered; gathering begins anew.</summary>
    public DataWindow Drain()
    {
        var window = new DataWindow(
            Rows,
            _keys.ToDictionary(c => c.Name, c => new DimensionColumn(c.Name, c.Keys[..Rows], c.Kind == WindowColumnKind.Day ? _days.Labels : c.Labels), StringComparer.Ordinal),
            _numbers.ToDictionary(c => c.Name, c => c.Values[..Rows], StringComparer.Ordinal),
            _hasCounts ? _counts[..Rows] : null);
        Rows = 0;
        _hasCounts = false;
        return window;
    }

    private ushort Key(KeyColumn column)
    {
        if (_row.IsNull(column.Ordinal))
        {
            return 0;
        }

        var value = _row.Integer(column.Ordinal);
        return column.Kind switch
        {
            WindowColumnKind.Flag => (ushort)(value + 1),
            WindowColumnKind.Day => _days.KeyOf(value),
            _ => (ushort)value,
        };
    }

    private void Grow()
    {
        var size = _counts.Length * 2;
        Array.Resize(ref _counts, size);
        foreach (var column in _keys)
        {
            Array.Resize(ref column.Keys, size);
        }

        foreach (var column in _numbers)
        {
            Array.Resize(ref column.Values, size);
        }
    }

    private sealed class KeyColumn(WarehouseColumn column, int ordinal, IReadOnlyList<string> labels)
    {
        public ushort[] Keys = new ushort[1024];

        public string Name => column.Name;

        public WindowColumnKind Kind => column.Kind;

        public int Ordinal => ordinal;

        public IReadOnlyList<string> Labels => labels;
    }

    private sealed class NumberColumn(WarehouseColumn column, int ordinal, long cutOff)
    {
        private const double MoneyScale = Core.Canonical.FieldValue.MoneyScale;
        public double[] Values = new double[1024];

        public string Name => column.Name;

        public double Read(IRowCursor row) => row.IsNull(ordinal) ? double.NaN : column.Kind switch
        {
            WindowColumnKind.Money => row.Integer(ordinal) / MoneyScale,
            WindowColumnKind.Hours => Hours(row.Integer(ordinal)),
            WindowColumnKind.HoursOpen => Hours(Math.Max(0, cutOff - row.Integer(ordinal))),
            _ => row.Real(ordinal),
        };

        private static double Hours(long ticks) => Math.Round((double)ticks / TimeSpan.TicksPerMinute, MidpointRounding.AwayFromZero) / 60;
    }
}
