namespace Analytics.Reporting.Charts.Drawing;

/// <summary>
/// Names under columns: level on up to four lines where every one fits whole, else slanted on one or two, and cut where even that is too little.
/// </summary>
internal static class ColumnNames
{
    private const double SlantDegrees = 40;
    private const double LongestSlanted = 190;
    private const int Lines = 4;
    private const double LineHeight = 13.5;
    private static readonly TextStyle Style = TextStyle.Axis;

    /// <summary>Whether all names fit level under columns of this width, without a word being broken.</summary>
    public static bool AreLevel(IReadOnlyList<string> names, double step)
        => names.All(n => TextMetrics.LongestWord(n) * Style.Size <= step - 6 && TextMetrics.Wrap(n, step - 6, Style.Size, Lines + 1).Count <= Lines);

    /// <summary>Draws the names.</summary>
    /// <param name="sheet">Sheet to draw on.</param>
    /// <param name="names">Names, left to right.</param>
    /// <param name="middles">Middle of each column.</param>
    /// <param name="axis">The y of the axis.</param>
    /// <param name="step">Distance of columns.</param>
    /// <param name="level">What <see cref="AreLevel"/> said.</param>
    /// <returns>The y below them.</returns>
    public static double Draw(ChartSheet sheet, IReadOnlyList<string> names, IReadOnlyList<double> middles, double axis, double step, bool level)
    {
        var bottom = axis;
        for (var i = 0; i < names.Count; i++)
        {
            bottom = Math.Max(bottom, level ? Level(sheet, names[i], middles[i], axis, step) : Slanted(sheet, names[i], middles[i], axis, step));
        }

        return bottom;
    }

    private static double Level(ChartSheet sheet, string name, double middle, double axis, double step)
    {
        var lines = TextMetrics.Balance(name, step - 6, Style.Size, Lines);
        for (var i = 0; i < lines.Count; i++)
        {
            sheet.Text(middle, axis + 20 + (15 * i), lines[i], Style, Anchor.Middle);
        }

        return axis + 8 + (15 * lines.Count);
    }

    private static double Slanted(ChartSheet sheet, string name, double middle, double axis, double step)
    {
        var (sin, cos) = Math.SinCos(SlantDegrees * Math.PI / 180);
        var room = Math.Min(LongestSlanted, (middle - 16) / cos);
        var lines = TextMetrics.Balance(name, room, Style.Size, step * sin >= 2.3 * LineHeight ? 2 : 1);
        var isCut = lines[^1].EndsWith(TextMetrics.Ellipsis, StringComparison.Ordinal);
        var (x, y) = (middle + 4 - ((lines.Count - 1) * LineHeight * sin / 2), axis + 18);
        var bottom = y;
        foreach (var line in lines)
        {
            var text = Svg.Text(x, y, line, Style, Anchor.End);
            text.SetAttributeValue("transform", $"rotate({Svg.Number(-SlantDegrees)} {Svg.Number(x)} {Svg.Number(y)})");
            sheet.Add(isCut ? text.Titled(name) : text);
            bottom = Math.Max(bottom, y + 4 + (Style.Width(line) * sin));
            (x, y) = (x + (LineHeight * sin), y + (LineHeight * cos));
        }

        return bottom;
    }
}
