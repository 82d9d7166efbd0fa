using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>One sheet being drawn up: a cursor over its rows, cells, headings, remarks on what is missing, and the printed page.</summary>
internal sealed class SheetDraft
{
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

    /// <summary>Widths of its columns.</summary>
    public ColumnWidths Widths { get; } = new();

    /// <summary>Text in a cell, safe whatever it is.</summary>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column.</param>
    /// <param name="text">The text.</param>
    /// <param name="look">Its look.</param>
    /// <param name="measure">Whether the column must be wide enough for it; false for titles and notes that may run over.</param>
    public void Put(int row, int column, string text, CellLook look, bool measure = true)
    {
        var clean = SheetText.Clean(text, _cutMark);
        var cell = Sheet.Cell(row, column);
        var width = SheetText.Width(clean) * look.Size / 10;
        var room = Widths.RoomIn(column);
        if (measure && width > room)
        {
            look = look with { Wrap = true };
            // words do not fill a line to its end; a line of ten-point text takes 13 points
            var lines = Math.Ceiling(width * 1.15 / room);
            Sheet.Row(row).Height = Math.Max(Sheet.Row(row).Height, 3 + (13 * lines));
        }

        if (clean.Length > 0)
        {
            cell.SetValue(clean);
        }

        cell.Style = Draft.Style(SheetText.LooksLikeFormula(clean) ? look with { Quoted = true } : look);
        if (measure)
        {
            Measure(column, width);
        }
    }

    /// <summary>A number in a cell.</summary>
    public void Put(int row, int column, double value, CellLook look)
    {
        var cell = Sheet.Cell(row, column);
        cell.SetValue(value);
        cell.Style = Draft.Style(look);
        Measure(column, NumberFormats.Fixed(value, 0).Length + ColumnWidths.DecimalsOf(look.Format) + (look.Bold ? 1 : 0));
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
        {
            Note(remark);
        }
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
            Measure(column + i, ColumnWidths.OfWrapped(head));
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

    /// <summary>A figure's mark was written: its reason is printed with the next explanation of marks.</summary>
    public void Missing(Figure figure) => _missing.Add(Words.WhyMissing(figure));

    /// <summary>A line that says which part of the report is not there and why, as the list of what was not computed gives it.</summary>
    /// <param name="subject">The part: <c>model</c>, <c>brands</c>…</param>
    /// <param name="wider">What it is a part of, nearest first: where that is missing, so is the part, and no reason of its own is given.</param>
    public void NotThere(string subject, params IReadOnlyList<string> wider)
    {
        var missing = Draft.Report.DataQuality.NotComputed;
        var found = wider.Prepend(subject).Select(s => missing.FirstOrDefault(m => m.Subject == s)).FirstOrDefault(m => m is not null);
        var reason = found is null ? Words.Get("satisfaction.noReason") : Words.Reason(found.Reason);
        Note(Words.Get("satisfaction.absent", Words.Subject(subject), reason));
    }

    /// <summary>Makes a column at least that wide, in digits of the base font.</summary>
    public void Measure(int column, double width) => Widths.AtLeast(column, width);

    /// <summary>Fixes a column's width whatever stands in it.</summary>
    public void Width(int column, double width)
    {
        Widths.Fix(column, width);
        Sheet.Column(column).Width = width;
    }

    /// <summary>Sets widths, frozen panes and the printed page; the last thing done to a sheet.</summary>
    /// <param name="landscape">Orientation.</param>
    /// <param name="frozenRows">Rows that stay, and repeat on every page.</param>
    /// <param name="frozenColumns">Columns that stay.</param>
    /// <param name="lastColumn">Last column printed, where charts reach further than cells.</param>
    public void Finish(bool landscape = true, int frozenRows = 0, int frozenColumns = 0, int lastColumn = 0)
    {
        foreach (var column in Widths.Measured)
        {
            Sheet.Column(column).Width = Widths.Of(column);
        }

        Sheet.SheetView.Freeze(frozenRows, frozenColumns);
        foreach (var chart in Draft.Charts.Where(c => c.Sheet == Name))
        {
            Blocks.Keep(chart.Row + 1, chart.RowEnd);
        }

        PageSetup.Apply(this, landscape, frozenRows, Math.Max(Row, 2), Math.Max(Widths.Last, lastColumn));
    }
}
