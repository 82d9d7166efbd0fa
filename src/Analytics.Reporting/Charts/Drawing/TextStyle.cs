namespace Analytics.Reporting.Charts.Drawing;

/// <summary>A class of the style sheet every chart carries, with the size that text is measured by.</summary>
/// <param name="Class">CSS class.</param>
/// <param name="Size">Font size in px.</param>
/// <param name="Bold">Whether it is set bold (and so wider).</param>
internal sealed record TextStyle(string Class, double Size, bool Bold = false)
{
    public static readonly TextStyle Title = new("t", 18, true);
    public static readonly TextStyle Subtitle = new("s", 13);
    public static readonly TextStyle Axis = new("a", 12);
    public static readonly TextStyle Label = new("l", 13);
    public static readonly TextStyle Strong = new("b", 13, true);
    public static readonly TextStyle Value = new("v", 12, true);
    public static readonly TextStyle Inverse = new("w", 12, true);
    public static readonly TextStyle InverseNote = new("x", 11);
    public static readonly TextStyle Note = new("n", 11);

    /// <summary>The rules of all styles; the last font of the list is one every system has.</summary>
    public const string Sheet =
        "text{font-family:\"Noto Sans CJK SC\",\"Microsoft YaHei\",Arial,sans-serif;fill:#2d3748}"
        + ".t{font-size:18px;font-weight:700;fill:#1a202c}.s{font-size:13px;fill:#4a5568}.a{font-size:12px;fill:#4a5568}"
        + ".l{font-size:13px}.b{font-size:13px;font-weight:700}.v{font-size:12px;font-weight:700}.w{font-size:12px;font-weight:700;fill:#fff}"
        + ".x{font-size:11px;fill:#fff}.n{font-size:11px;fill:#5a6577}.grid{stroke:#e4e8ee;stroke-width:1}.axis{stroke:#8a94a3;stroke-width:1}.halo{paint-order:stroke;stroke:#fff;stroke-width:3px}"
        + ".rz-line,.rz-tick-line{stroke:#8a94a3}.rz-grid-line{stroke:#e4e8ee}.rz-tick-text{font-size:12px;fill:#4a5568}";

    /// <summary>Width of a text in px.</summary>
    public double Width(string text) => TextMetrics.Width(text, Size) * (Bold ? 1.06 : 1);
}
