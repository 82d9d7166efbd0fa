using System.Xml.Linq;

namespace Analytics.Reporting.Charts.Drawing;

/// <summary>A chart being drawn: elements in painting order, and the boxes texts have taken so that later ones keep clear.</summary>
internal sealed class ChartSheet(double width)
{
    private readonly List<XElement> _elements = [];
    private readonly List<Box> _taken = [];

    /// <summary>Width in px.</summary>
    public double Width { get; } = width;

    /// <summary>Puts an element on top of what is drawn so far; keeps no text off it.</summary>
    public void Add(XElement element) => _elements.Add(element);

    /// <summary>A filled rectangle, with what a pointer or screen reader is told of it.</summary>
    public void Rect(double x, double y, double w, double h, string fill, string? title = null)
    {
        var rect = Svg.Rect(x, y, w, h, fill);
        Add(title is null ? rect : rect.Titled(title));
    }

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string stroke, double thickness = 1, string? dash = null)
        => Add(Svg.Line(x1, y1, x2, y2, stroke, thickness, dash));

    /// <summary>Writes a text whether or not there is room; layout has made it.</summary>
    public void Text(double x, double baseline, string text, TextStyle style, Anchor anchor = Anchor.Start, string? fill = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        _taken.Add(Box.Of(x, baseline, text, style, anchor));
        var element = Svg.Text(x, baseline, text, style, anchor);
        if (fill is not null)
        {
            element.SetAttributeValue("style", "fill:" + fill);
        }

        Add(element);
    }

    /// <summary>Writes a text cut to a width; the whole of it stays readable as the element's title.</summary>
    public void Fitted(double x, double baseline, string text, TextStyle style, double room, Anchor anchor = Anchor.Start, string? fill = null)
    {
        var cut = TextMetrics.Cut(text, room / (style.Bold ? 1.06 : 1), style.Size);
        Text(x, baseline, cut, style, anchor, fill);
        if (!ReferenceEquals(cut, text) && cut.Length > 0)
        {
            _elements[^1].Titled(text);
        }
    }

    /// <summary>Puts a white rim round the text written last, so that it can be read on a line.</summary>
    public void Rim() => _elements[^1].SetAttributeValue("class", (string?)_elements[^1].Attribute("class") + " halo");

    /// <summary>Writes a text only where it touches no other text or obstacle.</summary>
    public bool TryText(double x, double baseline, string text, TextStyle style, Anchor anchor, string? fill = null)
    {
        var box = Box.Of(x, baseline, text, style, anchor);
        if (_taken.Exists(box.Overlaps))
        {
            return false;
        }

        Text(x, baseline, text, style, anchor, fill);
        return true;
    }

    /// <summary>Keeps later <see cref="TryText"/> off a place.</summary>
    public void Reserve(Box box) => _taken.Add(box);

    /// <summary>Keeps later <see cref="TryText"/> off a sloping line.</summary>
    public void ReserveLine(double x1, double y1, double x2, double y2)
    {
        var steps = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1)) / 4));
        for (var i = 0; i <= steps; i++)
        {
            var (x, y) = (x1 + ((x2 - x1) * i / steps), y1 + ((y2 - y1) * i / steps));
            _taken.Add(new Box(x - 1.5, y - 1.5, x + 1.5, y + 1.5));
        }
    }

    /// <summary>Writes a paragraph in as many lines as it takes.</summary>
    /// <returns>Baseline for the line after it.</returns>
    public double Paragraph(double x, double baseline, string text, TextStyle style, double room)
    {
        foreach (var line in TextMetrics.Wrap(text, room, style.Size, 6))
        {
            Text(x, baseline, line, style);
            baseline += style.Size * 1.45;
        }

        return baseline;
    }

    /// <summary>The whole file.</summary>
    /// <param name="height">Height in px.</param>
    /// <param name="language">Language of the words.</param>
    /// <param name="title">What it is, for screen readers.</param>
    /// <param name="description">Its main numbers in a sentence or two, for readers who do not see it.</param>
    public string Finish(double height, string language, string title, string description)
    {
        var root = Svg.Element("svg", ("width", Width), ("height", height), ("viewBox", $"0 0 {Svg.Number(Width)} {Svg.Number(height)}"),
            ("role", "img"), ("aria-labelledby", "title desc"));
        root.SetAttributeValue(XNamespace.Xml + "lang", language);
        root.Add(
            new XElement(Svg.Namespace + "title", new XAttribute("id", "title"), Svg.Clean(title)),
            new XElement(Svg.Namespace + "desc", new XAttribute("id", "desc"), Svg.Clean(description)),
            new XElement(Svg.Namespace + "style", TextStyle.Sheet),
            HatchPattern(),
            Svg.Rect(0, 0, Width, height, "#ffffff"));
        root.Add(_elements);
        return root.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement HatchPattern()
    {
        var pattern = Svg.Element(
            "pattern", ("id", "hidden"), ("width", 7.0), ("height", 7.0), ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"));
        pattern.Add(Svg.Rect(0, 0, 7, 7, "#" + Palette.HatchGround), Svg.Line(0, 0, 0, 7, "#" + Palette.Hatch, 2));
        return new XElement(Svg.Namespace + "defs", pattern);
    }
}
