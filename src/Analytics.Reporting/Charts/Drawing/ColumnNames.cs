namespace Analytics.Reporting.Charts.Drawing;

/// <summary>Names under columns: level on up to four lines where every one fits whole, else slanted, and cut where even that is too long.</summary>
internal static class ColumnNames
{
    private const double SlantDegrees = 40;
    private const double LongestSlanted = 190;
    private const int Lines = 4;
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
            bottom = Math.Max(bottom, level ? Level(sheet, names[i], middles[i], axis, step) : Slanted(sheet, names[i], middles[i], axis));
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

    private static double Slanted(ChartSheet sheet, string name, double middle, double axis)
    {
        var (sin, cos) = Math.SinCos(SlantDegrees * Math.PI / 180);
        var (x, y) = (middle + 4, axis + 18);
        var room = Math.Min(LongestSlanted, (x - 12) / cos);
        var cut = TextMetrics.Cut(name, room, Style.Size);
        var text = Svg.Text(x, y, cut, Style, Anchor.End);
        text.SetAttributeValue("transform", $"rotate({Svg.Number(-SlantDegrees)} {Svg.Number(x)} {Svg.Number(y)})");
        sheet.Add(ReferenceEquals(cut, name) ? text : text.Titled(name));
        return y + 4 + (Style.Width(cut) * sin);
    }
}
