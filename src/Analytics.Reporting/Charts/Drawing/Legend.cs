using System.Xml.Linq;

namespace Analytics.Reporting.Charts.Drawing;

/// <summary>A row of keys above a chart, wrapped where the sheet ends.</summary>
internal static class Legend
{
    /// <summary>How a key is drawn.</summary>
    public enum Swatch
    {
        Area,
        Line,
        Dashed,
        Whisker,
        Mark,
    }

    /// <summary>One key.</summary>
    public sealed record Key(Swatch Swatch, string Colour, string Text, string Mark = "");

    /// <summary>Draws the keys.</summary>
    /// <returns>Baseline for what comes after them.</returns>
    public static double Draw(ChartSheet sheet, double left, double baseline, IReadOnlyList<Key> keys)
    {
        var x = left;
        foreach (var key in keys)
        {
            var width = 24 + TextStyle.Axis.Width(key.Text);
            if (x > left && x + width > sheet.Width - left)
            {
                x = left;
                baseline += 20;
            }

            foreach (var element in Drawn(key, x, baseline - 4))
            {
                sheet.Add(element);
            }

            sheet.Fitted(x + 24, baseline, key.Text, TextStyle.Axis, sheet.Width - left - x - 24);
            x += width + 20;
        }

        return keys.Count == 0 ? baseline : baseline + 20;
    }

    private static IEnumerable<XElement> Drawn(Key key, double x, double middle)
    {
        switch (key.Swatch)
        {
            case Swatch.Area:
                var area = Svg.Rect(x, middle - 6, 18, 12, key.Colour);
                area.SetAttributeValue("stroke", "#" + Palette.Axis);
                area.SetAttributeValue("stroke-width", "0.5");
                return [area];
            case Swatch.Line:
                return
                [
                    Svg.Line(x, middle, x + 18, middle, key.Colour, 2.5),
                    Svg.Element("circle", ("cx", x + 9), ("cy", middle), ("r", 3.0), ("fill", "#fff"), ("stroke", key.Colour), ("stroke-width", 2.0)),
                ];
            case Swatch.Dashed:
                return [Svg.Line(x, middle, x + 18, middle, key.Colour, 1.5, "5 3")];
            case Swatch.Whisker:
                return
                [
                    Svg.Line(x, middle, x + 18, middle, key.Colour, 1.5), Svg.Line(x, middle - 4, x, middle + 4, key.Colour, 1.5),
                    Svg.Line(x + 18, middle - 4, x + 18, middle + 4, key.Colour, 1.5),
                ];
            default:
                var mark = Svg.Text(x + 9, middle + 4, key.Mark, TextStyle.Value, Anchor.Middle);
                mark.SetAttributeValue("style", "fill:" + key.Colour);
                return [mark];
        }
    }
}
