namespace Analytics.Reporting.Workbook;

/// <summary>Widths of a sheet's columns, in digits of the base font: fixed ones, and those that what stands in them asks for.</summary>
internal sealed class ColumnWidths
{
    /// <summary>Wider texts wrap: a column beyond this leaves no room for the others on a page.</summary>
    private const double Widest = 42;

    private const double Narrowest = 8;
    private readonly Dictionary<int, double> _measured = [];
    private readonly Dictionary<int, double> _fixed = [];

    /// <summary>Last column with a width, 1-based.</summary>
    public int Last { get; private set; } = 1;

    /// <summary>Columns whose width follows from what stands in them.</summary>
    public IEnumerable<int> Measured => _measured.Keys;

    /// <summary>Makes a column at least that wide, up to the widest a column may be.</summary>
    public void AtLeast(int column, double width)
    {
        _measured[column] = Math.Max(_measured.GetValueOrDefault(column), Math.Min(Widest, width));
        Last = Math.Max(Last, column);
    }

    /// <summary>Fixes a column's width whatever stands in it.</summary>
    public void Fix(int column, double width)
    {
        _fixed[column] = width;
        Last = Math.Max(Last, column);
    }

    /// <summary>Width of text a column can hold on one line.</summary>
    public double RoomIn(int column) => _fixed.GetValueOrDefault(column, Widest);

    /// <summary>Width a column will have.</summary>
    public double Of(int column) => _fixed.TryGetValue(column, out var width) ? width : Math.Max(Narrowest, _measured.GetValueOrDefault(column) + 2);

    /// <summary>Width a wrapped head needs: its longest word, or half of it where it may break anywhere.</summary>
    public static double OfWrapped(string head)
    {
        var longest = head.Split(' ', '\n').Max(SheetText.Width);
        var whole = SheetText.Width(head);
        return Math.Max(whole <= 8 ? whole : Math.Ceiling(whole / 2.0), head.Any(c => c > 0x2e80) ? 0 : longest);
    }

    /// <summary>Characters a number format adds after the whole number: point, decimals, percent.</summary>
    public static int DecimalsOf(string? format)
        => format?.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? Math.Min(5, format.Length - point) : 1;
}
