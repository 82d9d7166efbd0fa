namespace Analytics.Reporting.Workbook;

/// <summary>One series of a native chart: cells it is bound to, and the values in them so that it draws before a recalculation.</summary>
/// <param name="Kind">Bars or a line.</param>
/// <param name="Name">Its name.</param>
/// <param name="Categories">Reference to the cells of the categories.</param>
/// <param name="CategoryTexts">What stands in them.</param>
/// <param name="Values">Reference to the cells of the values.</param>
/// <param name="Numbers">What stands in them; null where there is no number.</param>
/// <param name="Colour">Colour, six hexadecimal digits.</param>
internal sealed record ChartSeries(
    ChartKind Kind,
    string Name,
    string Categories,
    IReadOnlyList<string> CategoryTexts,
    string Values,
    IReadOnlyList<double?> Numbers,
    string Colour)
{
    /// <summary>Number format of the values.</summary>
    public string Format { get; init; } = "#,##0";

    /// <summary>Whether it belongs to the second value axis.</summary>
    public bool Secondary { get; init; }

    /// <summary>Whether the line is dashed and thin, for limits.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether only the points of a line are drawn.</summary>
    public bool Dots { get; init; }

    /// <summary>Whether values are written at the points.</summary>
    public bool ShowValues { get; init; }

    /// <summary>A colour for each bar, or null for one colour.</summary>
    public IReadOnlyList<string>? PointColours { get; init; }

    /// <summary>Distances from the values down and up to their bounds, with the cells that hold them; or null.</summary>
    public ErrorBars? Errors { get; init; }

    /// <summary>Colour of a mark on the last point alone; null marks every point.</summary>
    public string? LastMark { get; init; }
}
