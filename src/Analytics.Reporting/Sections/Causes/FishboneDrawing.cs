using System.Globalization;
using System.Text;
using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Causes;

/// <summary>Draws a cause tree as a fishbone of native shapes: one group, so that it moves as a whole and its words stay editable.</summary>
/// <param name="width">Width in EMU (914,400 an inch).</param>
/// <param name="height">Height in EMU.</param>
/// <param name="words">Words and labels.</param>
internal sealed class FishboneDrawing(double width, double height, ReportWords words)
{
    private const int MostBones = 10;
    private const int MostRibs = 6;

    /// <summary>Units of width that fit a line of a category's box.</summary>
    private const int BoxUnits = 15;

    /// <summary>Width of one unit (half a Chinese character) at eight points, in EMU.</summary>
    private const double UnitWidth = 46_000;

    private readonly StringBuilder _shapes = new();
    private int _id = 100;

    /// <summary>The drawing's anchor.</summary>
    /// <param name="causes">Categories with their causes, largest first.</param>
    /// <param name="row">0-based row of its upper edge.</param>
    /// <param name="rowEnd">0-based row below it.</param>
    /// <param name="columnEnd">0-based column right of it.</param>
    public string Anchor(IReadOnlyList<CauseNode> causes, int row, int rowEnd, int columnEnd)
    {
        var bones = causes.Take(MostBones).ToArray();
        double spine = height / 2, head = width * 0.86;
        Line(0.01 * width, spine, head, spine, Palette.Navy, 38100);
        Box(head, spine - (height * 0.09), width - head - 12700, height * 0.18, words.Get("fishbone.head"), Palette.Navy, Palette.White, 1200);
        var columns = (bones.Length + 1) / 2;
        var step = (head - (0.01 * width)) / columns;
        for (var i = 0; i < bones.Length; i++)
        {
            Bone(bones[i], (0.01 * width) + (i / 2 * step), step, spine, upward: i % 2 == 0);
        }

        var size = $"cx=\"{Emu(width)}\" cy=\"{Emu(height)}\"";
        return $"<xdr:twoCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{Emu(row)}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
            + $"</xdr:from><xdr:to><xdr:col>{Emu(columnEnd)}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{Emu(rowEnd)}</xdr:row><xdr:rowOff>0</xdr:rowOff>"
            + "</xdr:to>"
            + $"<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id=\"{Id()}\" name=\"Fishbone\" descr=\"{SheetText.Markup(words.Get("fishbone.title"))}\"/>"
            + "<xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>"
            + $"<xdr:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/><a:chOff x=\"0\" y=\"0\"/><a:chExt {size}/></a:xfrm>"
            + $"</xdr:grpSpPr>{_shapes}</xdr:grpSp><xdr:clientData/></xdr:twoCellAnchor>";
    }

    private void Bone(CauseNode category, double left, double step, double spine, bool upward)
    {
        double boxHeight = height * 0.095, gap = height * 0.005;
        var boxTop = upward ? gap : height - boxHeight - gap;
        double fromX = left + (step * 0.66), fromY = upward ? boxTop + boxHeight : boxTop;
        double toX = left + (step * 0.98);
        Line(fromX, fromY, toX, spine, Palette.Blue, 25400);
        Box(
            left + (step * 0.30), boxTop, step * 0.68, boxHeight, $"{SheetText.Shortened(words.Label(category.Label), BoxUnits * 2)}\n{Count(category)}",
            Palette.Blue, Palette.White, 1000);
        // where there are more causes than fit, the last line says how many are left out
        var ribs = category.Children.Take(category.Children.Count > MostRibs ? MostRibs - 1 : MostRibs).ToArray();
        var slots = Math.Min(category.Children.Count, MostRibs) + 1;
        for (var i = 0; i < slots - 1; i++)
        {
            var along = (i + 1.0) / slots;
            var clear = upward ? step * 0.05 : 0;
            var (x, y) = (fromX + ((toX - fromX) * along), fromY + ((spine - fromY) * along));
            var room = Math.Min(step * 0.88, x) - clear;
            if (i < ribs.Length)
            {
                var mark = FishboneSheet.MarkOf(ribs[i].Change);
                Rib(x, y, room, clear, Text(ribs[i], room), mark.Length > 0 ? Palette.OfMark(mark) : Palette.ShapeInk);
            }
            else
            {
                Rib(x, y, room, clear, words.Get("fishbone.more", category.Children.Count - ribs.Length), Palette.Grey);
            }
        }
    }

    /// <summary>Mark, label and count; a long label is cut so that the count stays, the table below has it whole.</summary>
    private string Text(CauseNode cause, double room)
    {
        var mark = FishboneSheet.MarkOf(cause.Change);
        var count = Count(cause);
        var label = SheetText.Shortened(words.Label(cause.Label), (int)(room / UnitWidth) - SheetText.Width(mark) - SheetText.Width(count) - 3);
        return $"{mark}{(mark.Length > 0 ? " " : "")}{label}  {count}";
    }

    private string Count(CauseNode node)
    {
        var change = node.Change.Value is { } value && value != 0 ? $" ({NumberFormats.Change(value, MeasureUnit.Count)})" : "";
        return words.Figure(node.Complaints, MeasureUnit.Count) + change;
    }

    /// <summary>A cause on its line; its words keep clear of the bone that leans over the line.</summary>
    private void Rib(double x, double y, double length, double clear, string text, string ink)
    {
        Line(x - length, y, x, y, Palette.ShapeBone, 9525);
        Shape(x - length - clear, y - (height * 0.052), length, height * 0.052, text, "<a:noFill/>", ink, 800, "r", bold: false);
    }

    private void Box(double x, double y, double boxWidth, double boxHeight, string text, string fill, string ink, int size)
        => Shape(x, y, boxWidth, boxHeight, text, $"<a:solidFill><a:srgbClr val=\"{fill}\"/></a:solidFill>", ink, size, "ctr", bold: true);

    private void Shape(double x, double y, double shapeWidth, double shapeHeight, string text, string fill, string ink, int size, string align, bool bold)
    {
        string Paragraph(string line)
            => $"<a:p><a:pPr algn=\"{align}\"/><a:r><a:rPr lang=\"zh-CN\" sz=\"{size}\" b=\"{(bold ? 1 : 0)}\"><a:solidFill><a:srgbClr val=\"{ink}\"/>"
                + $"</a:solidFill><a:latin typeface=\"Microsoft YaHei\"/><a:ea typeface=\"Microsoft YaHei\"/></a:rPr><a:t>{SheetText.Markup(line)}</a:t>"
                + "</a:r></a:p>";
        var xml = $"<xdr:sp macro=\"\" textlink=\"\"><xdr:nvSpPr><xdr:cNvPr id=\"{Id()}\" name=\"Text {_id}\"/><xdr:cNvSpPr/></xdr:nvSpPr>"
            + $"<xdr:spPr><a:xfrm><a:off x=\"{Emu(x)}\" y=\"{Emu(y)}\"/><a:ext cx=\"{Emu(shapeWidth)}\" cy=\"{Emu(shapeHeight)}\"/></a:xfrm>"
            + $"<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln></xdr:spPr>"
            + $"<xdr:txBody><a:bodyPr vertOverflow=\"overflow\" horzOverflow=\"overflow\" wrap=\"{(bold ? "square" : "none")}\" lIns=\"18000\" tIns=\"0\" "
            + $"rIns=\"18000\" bIns=\"0\" anchor=\"ctr\"/><a:lstStyle/>{string.Concat(text.Split('\n').Select(Paragraph))}</xdr:txBody></xdr:sp>";
        _shapes.Append(xml);
    }

    private void Line(double x1, double y1, double x2, double y2, string colour, int weight)
    {
        var xml = $"<xdr:cxnSp macro=\"\"><xdr:nvCxnSpPr><xdr:cNvPr id=\"{Id()}\" name=\"Line {_id}\"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>"
            + $"<xdr:spPr><a:xfrm{(y2 < y1 ? " flipV=\"1\"" : "")}><a:off x=\"{Emu(Math.Min(x1, x2))}\" y=\"{Emu(Math.Min(y1, y2))}\"/>"
            + $"<a:ext cx=\"{Emu(Math.Abs(x2 - x1))}\" cy=\"{Emu(Math.Abs(y2 - y1))}\"/></a:xfrm><a:prstGeom prst=\"line\"><a:avLst/></a:prstGeom>"
            + $"<a:ln w=\"{weight}\"><a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill></a:ln></xdr:spPr></xdr:cxnSp>";
        _shapes.Append(xml);
    }

    private string Id() => (++_id).ToString(CultureInfo.InvariantCulture);

    private static string Emu(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
