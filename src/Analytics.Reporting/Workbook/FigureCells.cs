using Analytics.Core.Reports;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Workbook;

/// <summary>
/// Writes figures into a sheet: a value with its interval, or the mark of what keeps it from being shown and the reason for the remark below.
/// </summary>
internal static class FigureCells
{
    /// <summary>Format of coefficients and reliabilities.</summary>
    public const string Coefficient = "0.000";

    /// <summary>Format of probabilities: very small ones as such.</summary>
    public const string Probability = "[<0.0001]\"<0.0001\";0.0000";

    /// <summary>A figure: its value, or its mark.</summary>
    public static void Put(this SheetDraft sheet, int row, int column, Figure figure, MeasureUnit unit)
        => sheet.Put(row, column, figure, CellLook.Number(NumberFormats.Excel(unit)));

    /// <summary>A figure: its value in that look, or its mark.</summary>
    public static void Put(this SheetDraft sheet, int row, int column, Figure figure, CellLook look)
    {
        if (figure is { State: FigureState.Known, Value: { } value })
        {
            sheet.Put(row, column, value, look);
            return;
        }

        sheet.Missing(figure);
        var mark = figure.State == FigureState.Suppressed ? Marks.Suppressed : Marks.Absent;
        sheet.Put(row, column, mark, CellLook.Missing with { Size = look.Size, Fill = look.Fill, Top = look.Top });
    }

    /// <summary>A figure and its interval in three cells.</summary>
    public static void WithBounds(this SheetDraft sheet, int row, int column, Figure figure, MeasureUnit unit)
        => sheet.WithBounds(row, column, figure, NumberFormats.Excel(unit));

    /// <summary>A figure and its interval in three cells of that number format.</summary>
    public static void WithBounds(this SheetDraft sheet, int row, int column, Figure figure, string format)
    {
        sheet.Put(row, column, figure, CellLook.Number(format));
        sheet.Bound(row, column + 1, figure, figure.Lower, format);
        sheet.Bound(row, column + 2, figure, figure.Upper, format);
    }

    /// <summary>A bound of a figure; empty where there is none, hidden where the figure is: it would tell the value.</summary>
    public static void Bound(this SheetDraft sheet, int row, int column, Figure figure, double? bound, string format)
    {
        if (bound is { } value)
        {
            sheet.Put(row, column, value, CellLook.Number(format));
        }
        else if (figure.State == FigureState.Suppressed)
        {
            sheet.Put(row, column, Marks.Suppressed, CellLook.Missing);
        }
        else
        {
            sheet.Put(row, column, "", CellLook.Text);
        }
    }

    /// <summary>A change: a share in percentage points (× 100), with its sign.</summary>
    public static void Change(this SheetDraft sheet, int row, int column, Figure change, MeasureUnit unit)
    {
        var look = CellLook.Number(NumberFormats.ExcelChange(unit));
        sheet.Put(row, column, change is { State: FigureState.Known, Value: { } value } ? Figure.Of(value * Points(unit)) : change, look);
    }

    /// <summary>A change and its interval in three cells.</summary>
    public static void ChangeWithBounds(this SheetDraft sheet, int row, int column, Figure change, MeasureUnit unit)
    {
        var format = NumberFormats.ExcelChange(unit);
        sheet.Change(row, column, change, unit);
        sheet.Bound(row, column + 1, change, change.Lower * Points(unit), format);
        sheet.Bound(row, column + 2, change, change.Upper * Points(unit), format);
    }

    /// <summary>What the figure rests on; empty where that is not said.</summary>
    public static void SampleSize(this SheetDraft sheet, int row, int column, Figure figure) => sheet.Bound(row, column, figure, figure.N, "#,##0");

    /// <summary>A statistic, or — where there is no such thing for this row.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="row">1-based row.</param>
    /// <param name="column">1-based column.</param>
    /// <param name="value">The statistic, or null.</param>
    /// <param name="format">Number format.</param>
    /// <param name="remark">Resource key of the remark that says why there may be none.</param>
    public static void Optional(this SheetDraft sheet, int row, int column, double? value, string format, string remark)
    {
        if (value is { } number)
        {
            sheet.Put(row, column, number, CellLook.Number(format));
            return;
        }

        sheet.Put(row, column, Marks.Absent, CellLook.Missing);
        sheet.Remark(Marks.Absent + " " + sheet.Words.Get(remark));
    }

    /// <summary>A mark and a word in the colour of the mark.</summary>
    public static void Verdict(this SheetDraft sheet, int row, int column, string mark, string word)
        => sheet.Put(row, column, word.Length == 0 ? mark : $"{mark} {word}", CellLook.Verdict with { Ink = Palette.OfMark(mark) });

    /// <summary>Makes a figure's cell follow another cell; nothing where the figure is not known.</summary>
    public static void Follow(this SheetDraft sheet, int row, int column, Figure figure, string reference)
    {
        if (figure.State == FigureState.Known)
        {
            sheet.Draft.Formulas.Add(new LiveFormula(sheet.Name, CellRange.Address(row, column), reference));
        }
    }

    /// <summary>
    /// Error bars of a chart's figures: the distances to the bounds as live differences in two columns beside the printed page. Null where a figure has no
    /// interval.
    /// </summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="rows">1-based row of each figure.</param>
    /// <param name="column">Column of the figures; their bounds stand in the two columns after it.</param>
    /// <param name="spare">First of two free columns.</param>
    /// <param name="figures">The figures.</param>
    public static ErrorBars? ErrorBars(this SheetDraft sheet, IReadOnlyList<int> rows, int column, int spare, IReadOnlyList<Figure> figures)
    {
        if (figures.Any(f => f.Lower is null || f.Upper is null))
        {
            return null;
        }

        var (down, up) = (new double[rows.Count], new double[rows.Count]);
        for (var i = 0; i < rows.Count; i++)
        {
            down[i] = figures[i].Value!.Value - figures[i].Lower!.Value;
            up[i] = figures[i].Upper!.Value - figures[i].Value!.Value;
            sheet.Aside(rows[i], spare, down[i], $"{CellRange.Address(rows[i], column)}-{CellRange.Address(rows[i], column + 1)}");
            sheet.Aside(rows[i], spare + 1, up[i], $"{CellRange.Address(rows[i], column + 2)}-{CellRange.Address(rows[i], column)}");
        }

        sheet.Sheet.Cell(rows[0] - 1, spare).SetValue(sheet.Words.Get("chart.errorBars")).Style = sheet.Draft.Style(CellLook.Note);
        return new ErrorBars(CellRange.Rows(sheet.Name, spare, rows), down, CellRange.Rows(sheet.Name, spare + 1, rows), up);
    }

    /// <summary>A live number outside the printed page: error bars must be bound to cells that hold distances, which no table shows.</summary>
    private static void Aside(this SheetDraft sheet, int row, int column, double value, string formula)
    {
        sheet.Sheet.Cell(row, column).SetValue(value).Style = sheet.Draft.Style(CellLook.Note with { Format = "0.0000" });
        sheet.Draft.Formulas.Add(new LiveFormula(sheet.Name, CellRange.Address(row, column), formula));
    }

    private static double Points(MeasureUnit unit) => unit == MeasureUnit.Share ? 100 : 1;
}
