using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>How a cell looks; equal looks share one style of the workbook.</summary>
/// <param name="Format">Number format, or null for general.</param>
/// <param name="Ink">Text colour, six hexadecimal digits.</param>
/// <param name="Fill">Background, or null.</param>
/// <param name="Size">Points.</param>
/// <param name="Bold">Bold.</param>
/// <param name="Align">Horizontal alignment.</param>
/// <param name="Wrap">Whether long text wraps.</param>
/// <param name="Line">Colour of the line below, or null.</param>
/// <param name="Top">Whether a dark line stands above (totals).</param>
/// <param name="Indent">Steps of indentation.</param>
/// <param name="Quoted">Whether the cell is marked as text, so that editing it makes no formula.</param>
internal sealed record CellLook(
    string? Format = null,
    string Ink = Palette.Ink,
    string? Fill = null,
    double Size = 10,
    bool Bold = false,
    XLAlignmentHorizontalValues Align = XLAlignmentHorizontalValues.General,
    bool Wrap = false,
    string? Line = null,
    bool Top = false,
    int Indent = 0,
    bool Quoted = false)
{
    private const string Font = "Microsoft YaHei";

    /// <summary>The sheet's title.</summary>
    public static CellLook Title { get; } = new(Ink: Palette.Navy, Size: 16, Bold: true);

    /// <summary>Period and scope below the title.</summary>
    public static CellLook Subtitle { get; } = new(Ink: Palette.Soft, Size: 9);

    /// <summary>Heading of a table.</summary>
    public static CellLook Section { get; } = new(Ink: Palette.Navy, Size: 12, Bold: true);

    /// <summary>Remarks, reasons, legends.</summary>
    public static CellLook Note { get; } = new(Ink: Palette.Soft, Size: 9);

    /// <summary>Head of a table's column.</summary>
    public static CellLook Header { get; } = new(
        Ink: Palette.White, Fill: Palette.Navy, Size: 9, Bold: true, Align: XLAlignmentHorizontalValues.Center, Wrap: true);

    /// <summary>Text in a table.</summary>
    public static CellLook Text { get; } = new(Line: Palette.Rule);

    /// <summary>Long text in a table.</summary>
    public static CellLook Wrapped { get; } = new(Line: Palette.Rule, Wrap: true);

    /// <summary>Centred text in a table.</summary>
    public static CellLook Centred { get; } = new(Line: Palette.Rule, Align: XLAlignmentHorizontalValues.Center);

    /// <summary>A mark where a figure is hidden or absent.</summary>
    public static CellLook Missing { get; } = new(Ink: Palette.Grey, Line: Palette.Rule, Align: XLAlignmentHorizontalValues.Right);

    /// <summary>A verdict in a table: mark and word, a step off the number before it.</summary>
    public static CellLook Verdict { get; } = new(Line: Palette.Rule, Bold: true, Align: XLAlignmentHorizontalValues.Left, Indent: 1);

    /// <summary>A number in a table.</summary>
    public static CellLook Number(string format) => new(Format: format, Line: Palette.Rule);

    /// <summary>Puts the look on a style.</summary>
    public void Apply(IXLStyle style)
    {
        style.Font.FontName = Font;
        style.Font.FontSize = Size;
        style.Font.FontColor = XLColor.FromArgb(Argb(Ink));
        style.Font.Bold = Bold;
        style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        style.Alignment.Horizontal = Align;
        style.Alignment.WrapText = Wrap;
        if (Indent > 0)
        {
            style.Alignment.Indent = Indent;
        }

        if (Format is not null)
        {
            style.NumberFormat.Format = Format;
        }

        if (Fill is not null)
        {
            style.Fill.BackgroundColor = XLColor.FromArgb(Argb(Fill));
        }

        if (Quoted)
        {
            style.IncludeQuotePrefix = true;
        }

        Lines(style.Border);
    }

    private static int Argb(string colour)
        => unchecked((int)0xff000000) | int.Parse(colour, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    private void Lines(IXLBorder border)
    {
        if (Line is not null)
        {
            border.BottomBorder = XLBorderStyleValues.Thin;
            border.BottomBorderColor = XLColor.FromArgb(Argb(Line));
        }

        if (Top)
        {
            border.TopBorder = XLBorderStyleValues.Thin;
            border.TopBorderColor = XLColor.FromArgb(Argb(Palette.Navy));
        }
    }
}
