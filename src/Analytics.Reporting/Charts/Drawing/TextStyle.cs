namespace Analytics.Reporting.Charts.Drawing;

/// <summary>A class of the style sheet every chart carries, with the size that text is measured by.</summary>
/// <param name="Class">CSS class.</param>
/// <param name="Size">Font size in px.</param>
/// <param name="Bold">Whether it is set bold (and so wider).</param>
internal sealed record TextStyle(string Class, double Size, bool Bold = false)
{
    /// <summary>The title of a chart.</summary>
    public static readonly TextStyle Title = new("t", 18, true);

    /// <summary>Its second line.</summary>
    public static readonly TextStyle Subtitle = new("s", 13);

    /// <summary>Axes, keys and what stands beside bars.</summary>
    public static readonly TextStyle Axis = new("a", 12);

    /// <summary>Names of bars.</summary>
    public static readonly TextStyle Label = new("l", 13);

    /// <summary>Names that head a group.</summary>
    public static readonly TextStyle Strong = new("b", 13, true);

    /// <summary>Values.</summary>
    public static readonly TextStyle Value = new("v", 12, true);

    /// <summary>Values on dark ground.</summary>
    public static readonly TextStyle Inverse = new("w", 12, true);

    /// <summary>Remarks on dark ground.</summary>
    public static readonly TextStyle InverseNote = new("x", 11);

    /// <summary>Remarks.</summary>
    public static readonly TextStyle Note = new("n", 11);

    /// <summary>The rules of all styles; the last font of the list is one every system has.</summary>
    public const string Sheet =
        "text{font-family:\"Noto Sans CJK SC\",\"Microsoft YaHei\",Arial,sans-serif;fill:#" + Palette.ChartText + "}"
        + ".t{font-size:18px;font-weight:700;fill:#" + Palette.ChartInk + "}"
        + ".s{font-size:13px;fill:#" + Palette.ChartSoft + "}"
        + ".a{font-size:12px;fill:#" + Palette.ChartSoft + "}"
        + ".l{font-size:13px}"
        + ".b{font-size:13px;font-weight:700}"
        + ".v{font-size:12px;font-weight:700}"
        + ".w{font-size:12px;font-weight:700;fill:#fff}"
        + ".x{font-size:11px;fill:#fff}"
        + ".n{font-size:11px;fill:#" + Palette.ChartNote + "}"
        + ".grid{stroke:#" + Palette.Grid + ";stroke-width:1}"
        + ".axis{stroke:#" + Palette.Axis + ";stroke-width:1}"
        + ".halo{paint-order:stroke;stroke:#fff;stroke-width:3px}"
        + ".rz-line,.rz-tick-line{stroke:#" + Palette.Axis + "}"
        + ".rz-grid-line{stroke:#" + Palette.Grid + "}"
        + ".rz-tick-text{font-size:12px;fill:#" + Palette.ChartSoft + "}";

    /// <summary>Width of a text in px.</summary>
    public double Width(string text) => TextMetrics.Width(text, Size) * (Bold ? 1.06 : 1);
}
