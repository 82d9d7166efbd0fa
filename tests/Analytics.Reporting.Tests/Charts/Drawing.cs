using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Tests.Charts;

/// <summary>A chart file read back: its elements, its texts with the boxes they take, and its axes.</summary>
internal sealed partial class Drawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Dictionary<string, double> Sizes = new()
    {
        ["t"] = 18, ["s"] = 13, ["a"] = 12, ["l"] = 13, ["b"] = 13, ["v"] = 12, ["w"] = 12, ["x"] = 11, ["n"] = 11, ["rz-tick-text"] = 12,
    };

    private Drawing(string svg) => Root = XElement.Parse(svg);

    public XElement Root { get; }

    public static Drawing Of(Report report, string name, string language = "zh-CN")
        => new(ChartFiles.Render(report, new ReportWords(language, report)).Single(f => f.Name == name).Svg);

    public static IReadOnlyList<(string Name, Drawing Drawing)> All(Report report, string language = "zh-CN")
        => [.. ChartFiles.Render(report, new ReportWords(language, report)).Select(f => (f.Name, new Drawing(f.Svg)))];

    public static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    public static double[] Numbers(string text) => [.. AnyNumber().Matches(text).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

    public IEnumerable<XElement> Elements(string name, string? cssClass = null)
        => Root.Descendants(Svg + name).Where(e => cssClass is null || ((string?)e.Attribute("class") ?? "").Split(' ').Contains(cssClass));

    public IEnumerable<XElement> Within(string groupClass, string name) => Elements("g", groupClass).Descendants(Svg + name);

    /// <summary>What a text element shows: its characters without its hint.</summary>
    public static string Shown(XElement text) => string.Concat(text.Nodes().OfType<XText>().Select(t => t.Value));

    public static string Hint(XElement element) => element.Element(Svg + "title")?.Value ?? "";

    public IReadOnlyList<string> Texts => [.. Elements("text").Select(Shown)];

    /// <summary>Every text with its place; slanted ones in coordinates turned by their own angle, so that they compare with each other.</summary>
    public IEnumerable<(string Text, double Angle, double Left, double Top, double Right, double Bottom)> Boxes()
    {
        foreach (var text in Elements("text"))
        {
            var shown = Shown(text);
            var size = Sizes[text.Attribute("class")!.Value.Split(' ')[0]];
            var (dx, dy) = Offset(text);
            var (x, y) = (Number(text, "x") + dx, Number(text, "y") + dy + Shift(text, size));
            var angle = text.Attribute("transform") is { } turn ? Numbers(turn.Value)[0] : 0;
            if (angle != 0)
            {
                var (sin, cos) = Math.SinCos(-angle * Math.PI / 180);
                (x, y) = ((x * cos) - (y * sin), (x * sin) + (y * cos));
            }

            var width = shown.EnumerateRunes().Sum(r =>
                r.Value >= 0x2E80 ? 1 : "il.,:;' []()/-".Contains(r.ToString(), StringComparison.Ordinal) ? 0.27 : 0.52) * size;
            var anchor = (string?)text.Attribute("text-anchor") ?? AnchorOf((string?)text.Attribute("style"));
            var left = anchor switch { "middle" => x - (width / 2), "end" => x - width, _ => x };
            yield return (shown, angle, left, y - (size * 0.75), left + width, y + (size * 0.15));
        }
    }

    /// <summary>Pairs of texts that lie on each other.</summary>
    public IReadOnlyList<string> Collisions()
    {
        var boxes = Boxes().ToList();
        return [.. from a in Enumerable.Range(0, boxes.Count)
                   from b in Enumerable.Range(a + 1, boxes.Count - a - 1)
                   let p = boxes[a]
                   let q = boxes[b]
                   where p.Angle == q.Angle && p.Left < q.Right && q.Left < p.Right && p.Top < q.Bottom && q.Top < p.Bottom
                   select $"'{p.Text}' on '{q.Text}'"];
    }

    /// <summary>Level texts that leave the sheet.</summary>
    public IReadOnlyList<string> OutsideSheet()
    {
        var (width, height) = (Number(Root, "width"), Number(Root, "height"));
        return [.. Boxes().Where(b => b.Angle == 0 && (b.Left < 0 || b.Right > width || b.Top < 0 || b.Bottom > height)).Select(b => b.Text)];
    }

    private static (double X, double Y) Offset(XElement element)
    {
        var (x, y) = (0d, 0d);
        foreach (var group in element.Ancestors().Where(a => ((string?)a.Attribute("transform"))?.StartsWith("translate", StringComparison.Ordinal) == true))
        {
            var by = Numbers(group.Attribute("transform")!.Value);
            (x, y) = (x + by[0], y + by[1]);
        }

        return (x, y);
    }

    private static double Shift(XElement text, double size) => text.Attribute("dy") is { } dy ? Numbers(dy.Value)[0] * size : 0;

    private static string? AnchorOf(string? style) => style is null ? null : style.Contains("text-anchor: end", StringComparison.Ordinal) ? "end" : null;

    [GeneratedRegex(@"-?\d*\.?\d+")]
    private static partial Regex AnyNumber();
}
