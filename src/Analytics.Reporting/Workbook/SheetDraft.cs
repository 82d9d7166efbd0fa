using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>One sheet being drawn up: cells, figures with their marks, notes on what is missing, widths and print set-up.</summary>
internal sealed class SheetDraft
{
    private const double WidestColumn = 42;
    private readonly Dictionary<int, double> _widths = [];
    private readonly Dictionary<int, double> _fixed = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _remarks = new(StringComparer.Ordinal);
    private readonly string _cutMark;

    /// <param name="draft">The workbook.</param>
    /// <param name="key">Resource key of the sheet's name.</param>
    public SheetDraft(BookDraft draft, string key)
    {
        Draft = draft;
        Words = draft.Words;
        Name = Words.Get(key);
        Sheet = draft.Book.AddWorksheet(Name);
        Sheet.ShowGridLines = false;
        _cutMark = Words.Get("cell.cut");
    }

    /// <summary>The workbook.</summary>
    public BookDraft Draft { get; }

    /// <summary>The words.</summary>
    public ReportWords Words { get; }

    /// <summary>The sheet's name in the reader's language.</summary>
    public string Name { get; }

    /// <summary>The cells.</summary>
    public IXLWorksheet Sheet { get; }

    /// <summary>The row to write next, 1-based.</summary>
    public int Row { get; set; } = 1;

    /// <summary>What stays together on paper.</summary>
    public PageBlocks Blocks { get; } = new();

    /// <summary>Last column used by anything that is printed.</summary>
    public int LastColumn { get; private set; } = 1;

    /// <summary>Text in a cell, safe whatever it is.</summary>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column.</param>
    /// <param name="text">The text.</param>
    /// <param name="look">Its look.</param>
    /// <param name="measure">Whether the column must be wide enough for it; false for titles and notes that may run over.</param>
    public void Put(int row, int column, string text, CellLook look, bool measure = true)
    {
        var clean = CellText.Clean(text, _cutMark);
        var cell = Sheet.Cell(row, column);
        var width = CellText.Width(clean) * look.Size / 10;
        var room = _fixed.GetValueOrDefault(column, WidestColumn);
        if (measure && width > room)
        {
            look = look with { Wrap = true };
            var lines = Math.Ceiling(width * 1.15 / room);
            Sheet.Row(row).Height = Math.Max(Sheet.Row(row).Height, 3 + (13 * lines));
        }

        if (clean.Length > 0)
            cell.SetValue(clean);
        cell.Style = Draft.Style(CellText.LooksLikeFormula(clean) ? look with { Quoted = true } : look);
        if (measure)
            Measure(column, width);
    }

    /// <summary>A number in a cell.</summary>
    public void Put(int row, int column, double value, CellLook look)
    {
        var cell = Sheet.Cell(row, column);
        cell.SetValue(value);
        cell.Style = Draft.Style(look);
        Measure(column, NumberFormats.Fixed(value, 0).Length + DecimalsOf(look.Format) + (look.Bold ? 1 : 0));
    }

    /// <summary>A number that a formula recomputes.</summary>
    public void Live(int row, int column, double value, string formula, CellLook look)
    {
        Put(row, column, value, look);
        Draft.Formulas.Add(new LiveFormula(Name, CellRange.Address(row, column), formula));
    }

    /// <summary>A text that a formula recomputes.</summary>
    public void Live(int row, int column, string text, string formula, CellLook look)
    {
        Put(row, column, text, look);
        Draft.Formulas.Add(new LiveFormula(Name, CellRange.Address(row, column), formula, text));
    }

    /// <summary>Makes a figure's cell follow another cell; nothing where the figure is not known.</summary>
    public void Follow(int row, int column, Figure figure, string reference)
    {
        if (figure.State == FigureState.Known)
            Draft.Formulas.Add(new LiveFormula(Name, CellRange.Address(row, column), reference));
    }

    /// <summary>A figure: its value, or the mark of what keeps it from being shown.</summary>
    public void Put(int row, int column, Figure figure, MeasureUnit unit) => Put(row, column, figure, CellLook.Number(NumberFormats.Excel(unit)));

    /// <summary>A figure: its value in that look, or the mark of what keeps it from being shown.</summary>
    public void Put(int row, int column, Figure figure, CellLook look)
    {
        if (figure is { State: FigureState.Known, Value: { } value })
        {
            Put(row, column, value, look);
            return;
        }

        _missing.Add(Words.WhyMissing(figure));
        Put(row, column, figure.State == FigureState.Suppressed ? Marks.Suppressed : Marks.Absent, CellLook.Missing with { Size = look.Size, Fill = look.Fill, Top = look.Top });
    }

    /// <summary>A figure and its interval in three cells; bounds that are not defined stay empty, those of a hidden figure are hidden.</summary>
    public void WithBounds(int row, int column, Figure figure, MeasureUnit unit)
    {
        Put(row, column, figure, unit);
        Bound(row, column + 1, figure, figure.Lower, NumberFormats.Excel(unit), 1);
        Bound(row, column + 2, figure, figure.Upper, NumberFormats.Excel(unit), 1);
    }

    /// <summary>A change: a share in percentage points (× 100), with its sign.</summary>
    public void Change(int row, int column, Figure change, MeasureUnit unit)
    {
        var factor = unit == MeasureUnit.Share ? 100 : 1;
        var look = CellLook.Number(NumberFormats.ExcelChange(unit));
        Put(row, column, change is { State: FigureState.Known, Value: { } value } ? Figure.Of(value * factor) : change, look);
    }

    /// <summary>A change and its interval in three cells.</summary>
    public void ChangeWithBounds(int row, int column, Figure change, MeasureUnit unit)
    {
        var factor = unit == MeasureUnit.Share ? 100 : 1;
        Change(row, column, change, unit);
        Bound(row, column + 1, change, change.Lower, NumberFormats.ExcelChange(unit), factor);
        Bound(row, column + 2, change, change.Upper, NumberFormats.ExcelChange(unit), factor);
    }

    /// <summary>What the figure rests on; empty where that is not said.</summary>
    public void SampleSize(int row, int column, Figure figure) => Bound(row, column, figure, figure.N, "#,##0", 1);

    /// <summary>The sheet's title, period and scope; leaves the cursor two rows below.</summary>
    public void Heading(string titleKey)
    {
        Put(1, 1, Words.Get(titleKey), CellLook.Title, measure: false);
        Sheet.Row(1).Height = 26;
        var header = Draft.Report.Header;
        Put(2, 1, Words.Get("sheet.subtitle", Words.Period(header.Period), Words.PeriodRange, Words.Scope), CellLook.Subtitle, measure: false);
        Row = 4;
    }

    /// <summary>Heading of a table at the cursor, with an optional remark below; moves on.</summary>
    public void Section(string text, string? remark = null)
    {
        Blocks.Start(Row);
        Put(Row, 1, text, CellLook.Section, measure: false);
        Sheet.Row(Row++).Height = 20;
        if (remark is not null)
            Note(remark);
    }

    /// <summary>A remark at the cursor; moves on.</summary>
    public void Note(string text) => Put(Row++, 1, text, CellLook.Note, measure: false);

    /// <summary>Heads of a table's columns at the cursor; moves on. Long heads wrap, a bracket with the unit goes to a line of its own.</summary>
    public void Header(int column, params ReadOnlySpan<string> heads)
    {
        Blocks.Head(Row);
        for (var i = 0; i < heads.Length; i++)
        {
            var head = heads[i].Replace("（", "\n（", StringComparison.Ordinal);
            Put(Row, column + i, head, CellLook.Header, measure: false);
            Measure(column + i, WrappedWidth(head));
        }

        Sheet.Row(Row++).Height = 32;
    }

    /// <summary>A remark that is printed with the next explanation of marks.</summary>
    public void Remark(string text) => _remarks.Add(text);

    /// <summary>Explains every mark written since the last call, a line each; moves on.</summary>
    public void ExplainMissing()
    {
        foreach (var reason in TakeMissing())
        {
            Note(reason);
        }
    }

    /// <summary>What every mark written since the last call means, a sentence each.</summary>
    public IReadOnlyList<string> TakeMissing()
    {
        var hidden = Words.WhyMissing(Figure.Suppressed);
        string[] reasons = [.. _missing.Select(reason => (reason == hidden ? Marks.Suppressed : Marks.Absent) + " " + reason), .. _remarks];
        _missing.Clear();
        _remarks.Clear();
        return reasons;
    }

    /// <summary>
    /// Error bars of a chart's figures: the distances to the bounds as live differences in two columns beside the printed page. Null
    /// where a figure has no interval.
    /// </summary>
    /// <param name="rows">1-based row of each figure.</param>
    /// <param name="column">Column of the figures; their bounds stand in the two columns after it.</param>
    /// <param name="spare">First of two free columns.</param>
    /// <param name="figures">The figures.</param>
    public ErrorBars? ErrorBars(IReadOnlyList<int> rows, int column, int spare, IReadOnlyList<Figure> figures)
    {
        if (figures.Any(f => f.Lower is null || f.Upper is null))
            return null;
        var look = CellLook.Note with { Format = "0.0000" };
        var (down, up) = (new double[rows.Count], new double[rows.Count]);
        for (var i = 0; i < rows.Count; i++)
        {
            down[i] = figures[i].Value!.Value - figures[i].Lower!.Value;
            up[i] = figures[i].Upper!.Value - figures[i].Value!.Value;
            Aside(rows[i], spare, down[i], $"{CellRange.Address(rows[i], column)}-{CellRange.Address(rows[i], column + 1)}", look);
            Aside(rows[i], spare + 1, up[i], $"{CellRange.Address(rows[i], column + 2)}-{CellRange.Address(rows[i], column)}", look);
        }

        Sheet.Cell(rows[0] - 1, spare).SetValue(Words.Get("chart.errorBars")).Style = Draft.Style(CellLook.Note);
        return new ErrorBars(CellRange.Rows(Name, spare, rows), down, CellRange.Rows(Name, spare + 1, rows), up);
    }

    /// <summary>Makes a column at least that wide.</summary>
    public void Measure(int column, double width)
    {
        _widths[column] = Math.Max(_widths.GetValueOrDefault(column), Math.Min(WidestColumn, width));
        LastColumn = Math.Max(LastColumn, column);
    }

    /// <summary>Width a column will have, in digits of the base font.</summary>
    public double WidthOf(int column) => _fixed.TryGetValue(column, out var width) ? width : Math.Max(8, _widths.GetValueOrDefault(column) + 2);

    /// <summary>Fixes a column's width whatever stands in it.</summary>
    public void Width(int column, double width)
    {
        _fixed[column] = width;
        Sheet.Column(column).Width = width;
        LastColumn = Math.Max(LastColumn, column);
    }

    /// <summary>Sets widths, frozen panes and the printed page; the last thing done to a sheet.</summary>
    /// <param name="landscape">Orientation.</param>
    /// <param name="frozenRows">Rows that stay, and repeat on every page.</param>
    /// <param name="frozenColumns">Columns that stay.</param>
    /// <param name="lastColumn">Last column printed, where charts reach further than cells.</param>
    public void Finish(bool landscape = true, int frozenRows = 0, int frozenColumns = 0, int lastColumn = 0)
    {
        foreach (var column in _widths.Keys)
            Sheet.Column(column).Width = WidthOf(column);
        Sheet.SheetView.Freeze(frozenRows, frozenColumns);
        foreach (var chart in Draft.Charts.Where(c => c.Sheet == Name))
        {
            Blocks.Keep(chart.Row + 1, chart.RowEnd);
        }

        PageSetup.Apply(this, landscape, frozenRows, Math.Max(Row, 2), Math.Max(LastColumn, lastColumn));
    }

    /// <summary>A live number outside the printed page.</summary>
    private void Aside(int row, int column, double value, string formula, CellLook look)
    {
        Sheet.Cell(row, column).SetValue(value).Style = Draft.Style(look);
        Draft.Formulas.Add(new LiveFormula(Name, CellRange.Address(row, column), formula));
    }

    private void Bound(int row, int column, Figure figure, double? bound, string format, double factor)
    {
        if (bound is { } value)
            Put(row, column, value * factor, CellLook.Number(format));
        else if (figure.State == FigureState.Suppressed)
            Put(row, column, Marks.Suppressed, CellLook.Missing);
        else
            Put(row, column, "", CellLook.Text);
    }

    /// <summary>Characters a format adds after the whole number: point, decimals, percent.</summary>
    private static int DecimalsOf(string? format) => format?.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? Math.Min(5, format.Length - point) : 1;

    /// <summary>Width a wrapped head needs: its longest word, or half of it.</summary>
    private static double WrappedWidth(string head)
    {
        var longest = head.Split(' ', '\n').Max(CellText.Width);
        var whole = CellText.Width(head);
        return Math.Max(whole <= 8 ? whole : Math.Ceiling(whole / 2.0), head.Any(c => c > 0x2e80) ? 0 : longest);
    }
}
