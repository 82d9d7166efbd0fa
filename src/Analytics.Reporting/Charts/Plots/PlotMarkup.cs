using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Reporting.Charts.Drawing;

namespace Analytics.Reporting.Charts.Plots;

/// <summary>The drawing inside a rendered chart component, cleaned for a file of its own, and where its plot lies.</summary>
/// <param name="Drawing">A group to be placed in a sheet; the plot's upper left corner is its origin.</param>
/// <param name="Left">Distance of the plot from the component's left edge, px.</param>
/// <param name="Top">Distance from its upper edge, px.</param>
/// <param name="Width">Width of the plot, px.</param>
/// <param name="Height">Height of the plot, px.</param>
internal sealed partial record PlotMarkup(XElement Drawing, double Left, double Top, double Width, double Height)
{
    /// <summary>Takes the drawing out of a component's markup. Clipping (whose ids are random) goes: every value lies within its axis.</summary>
    public static PlotMarkup From(string html)
    {
        var svg = XElement.Parse(html.Trim()).Elements().Last(e => e.Name.LocalName == "svg");
        var group = svg.Elements().First(e => e.Name.LocalName == "g");
        var origin = Numbers(group.Attribute("transform")!.Value);
        var clip = Numbers(group.Descendants().First(e => e.Name.LocalName == "clipPath").Elements().First().Attribute("d")!.Value);
        group.Elements().Where(e => e.Name.LocalName == "defs").Remove();
        group.SetAttributeValue("transform", null);
        foreach (var element in group.DescendantsAndSelf())
        {
            element.Name = Svg.Namespace + element.Name.LocalName;
            Tidy(element);
        }

        return new PlotMarkup(group, origin[0], origin[1], clip[2], clip[1]);
    }

    private static void Tidy(XElement element)
    {
        if (element.Attribute("style") is { } style)
        {
            var kept = style.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Where(rule => !rule.Contains("clip-path", StringComparison.Ordinal) && !rule.StartsWith("--", StringComparison.Ordinal));
            var joined = string.Join(';', kept);
            element.SetAttributeValue("style", joined.Length == 0 ? null : joined);
        }

        foreach (var attribute in element.Attributes().Where(a => a.Name.LocalName is not ("class" or "style")).ToList())
        {
            attribute.Value = LongNumber().Replace(attribute.Value, m => Svg.Number(double.Parse(m.Value, CultureInfo.InvariantCulture)));
        }

        if ((string?)element.Attribute("class") is { } classes)
        {
            element.SetAttributeValue("class", classes.Trim());
        }
    }

    private static double[] Numbers(string text)
        => [.. AnyNumber().Matches(text).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex AnyNumber();

    [GeneratedRegex(@"-?\d+\.\d{3,}(E-\d+)?")]
    private static partial Regex LongNumber();
}
