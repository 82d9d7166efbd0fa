using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Analytics.Reporting.Charts.Drawing;

/// <summary>SVG elements, with numbers written the same everywhere: at most two decimals, point as separator.</summary>
internal static class Svg
{
    /// <summary>The namespace of every element.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>A number with at most two decimals.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        // a tiny negative is written -0, which is another text than 0 for the same picture
        return text == "-0" ? "0" : text;
    }

    /// <summary>An element; numbers are written by <see cref="Number"/>, texts cleaned.</summary>
    public static XElement Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var element = new XElement(Namespace + name);
        foreach (var (key, value) in attributes)
        {
            element.SetAttributeValue(key, value is double number ? Number(number) : Clean(value.ToString()!));
        }

        return element;
    }

    /// <summary>A filled rectangle.</summary>
    public static XElement Rect(double x, double y, double width, double height, string fill)
        => Element("rect", ("x", x), ("y", y), ("width", width), ("height", height), ("fill", fill));

    /// <summary>A straight line, dashed where a pattern is given.</summary>
    public static XElement Line(double x1, double y1, double x2, double y2, string stroke, double width = 1, string? dash = null)
    {
        var line = Element("line", ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", stroke), ("stroke-width", width));
        if (dash is not null)
        {
            line.SetAttributeValue("stroke-dasharray", dash);
        }

        return line;
    }

    /// <summary>A line of text.</summary>
    public static XElement Text(double x, double baseline, string text, TextStyle style, Anchor anchor)
    {
        var element = Element("text", ("class", style.Class), ("x", x), ("y", baseline));
        if (anchor != Anchor.Start)
        {
            element.SetAttributeValue("text-anchor", anchor == Anchor.Middle ? "middle" : "end");
        }

        element.Value = Clean(text);
        return element;
    }

    /// <summary>What a reader's pointer or screen reader is told of an element.</summary>
    public static XElement Titled(this XElement element, string title)
    {
        element.AddFirst(new XElement(Namespace + "title", Clean(title)));
        return element;
    }

    /// <summary>A copy without the characters XML cannot hold, so that no label in the data can spoil a file.</summary>
    public static string Clean(string text)
    {
        var clean = true;
        for (var i = 0; clean && i < text.Length; i++)
        {
            clean = XmlConvert.IsXmlChar(text[i]) && text[i] >= ' ';
        }

        if (clean)
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            kept.Append(rune.Value < ' ' ? " " : rune.Value is 0xFFFE or 0xFFFF or 0xFFFD ? "" : rune.ToString());
        }

        return kept.ToString();
    }
}
