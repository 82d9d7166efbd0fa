using Analytics.Core.Reports;
using Analytics.Reporting.Charts;
using Analytics.Reporting.Charts.Drawing;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Sections.Causes;

/// <summary>
/// A cause-and-effect diagram (Ishikawa): the problem at the head, a branch per category, a bone per cause with its count and change. Branches are
/// as thick as their share; larger categories come first from the left.
/// </summary>
internal static class FishboneChart
{
    private const int MostBranches = 10;
    private const int MostBones = 6;
    private const double Slant = 62;
    private const double BoxHeight = 44;
    private const double HeadWidth = 150;

    /// <summary>The chart of the cause tree.</summary>
    public static ChartPlan Plan(IReadOnlyList<CauseNode> causes, Figure total, ChartContext context) => new(
        "fishbone.svg",
        Title(context),
        causes.Any(c => !LabelKinds.IsMerged(c.Label)) ? null : context.Get("none.empty"),
        () => Draw(causes, total, context));

    private static string Title(ChartContext context) => context.Get("fishbone.title");

    private static string Draw(IReadOnlyList<CauseNode> causes, Figure total, ChartContext context)
    {
        var words = context.Words;
        var title = Title(context);
        var branches = causes.Where(c => !LabelKinds.IsMerged(c.Label)).Take(MostBranches).ToList();
        var pairs = (branches.Count + 1) / 2;
        var needed = BoneLength(branches, context);
        var longest = pairs <= 3 ? 300 : 245;
        var length = Math.Clamp(needed, 180, longest);
        var pitch = length + Slant + 14;
        var spineEnd = Heading.Margin + (pitch * pairs) + 20;
        var sheet = new ChartSheet(Math.Max(spineEnd + HeadWidth + Heading.Margin, 640));
        var top = Heading.Draw(sheet, title, context.Subtitle(), []) + 6;
        var gap = needed > longest ? 43 : 30;
        var (above, below) = (Depth(branches, 0, gap), Depth(branches, 1, gap));
        var spine = top + BoxHeight + above;
        sheet.Line(Heading.Margin, spine, spineEnd, spine, "#" + Palette.ChartInk, 4);
        Head(sheet, context, total, spineEnd, spine);
        for (var i = 0; i < branches.Count; i++)
        {
            var foot = Heading.Margin + (pitch * ((i / 2) + 1));
            Branch(sheet, branches[i], (foot, spine), i % 2 == 0 ? -above : below, (length, gap), context);
        }

        var bottom = spine + below + (branches.Count > 1 ? BoxHeight : 40) + 26;
        var hasChange = branches.Exists(b => b.Change.State == FigureState.Known);
        var notes = new List<string> { hasChange ? context.Get("fishbone.note", words.Period(context.Header.Previous)) : context.Get("fishbone.note.plain") };
        if (causes.Count(c => !LabelKinds.IsMerged(c.Label)) is var all && all > branches.Count)
        {
            notes.Add(context.Get("fishbone.more-branches", all - branches.Count));
        }

        var end = sheet.Paragraph(Heading.Margin, bottom, string.Join(" ", notes), TextStyle.Note, sheet.Width - (2 * Heading.Margin));
        return sheet.Finish(end + 4, words.Language, title, Description(branches, context));
    }

    /// <summary>Room the longest cause takes on one line with its numbers.</summary>
    private static double BoneLength(List<CauseNode> branches, ChartContext context)
        => branches
            .SelectMany(b => b.Children.Take(MostBones))
            .Select(c => TextStyle.Axis.Width(context.Words.Label(c.Label)) + TextStyle.Note.Width(Number(c, context)) + 30)
            .DefaultIfEmpty(0)
            .Max();

    private static double Depth(List<CauseNode> branches, int side, double gap)
    {
        var most = branches
            .Where((_, i) => i % 2 == side)
            .Select(b => Math.Min(b.Children.Count, MostBones) + (b.Children.Count > MostBones ? 1 : 0))
            .DefaultIfEmpty(0)
            .Max();
        return branches.Count <= side ? 20 : Math.Max(80, (gap * most) + 34);
    }

    private static void Head(ChartSheet sheet, ChartContext context, Figure total, double x, double spine)
    {
        var shoulder = Svg.Number(x + HeadWidth - 26);
        var outline = $"M{Svg.Number(x)} {Svg.Number(spine - 42)}H{shoulder}L{Svg.Number(x + HeadWidth)} {Svg.Number(spine)}"
            + $"L{shoulder} {Svg.Number(spine + 42)}H{Svg.Number(x)}Z";
        sheet.Add(Svg.Element("path", ("d", outline), ("fill", "#" + Palette.DeepBlue)));
        var middle = x + ((HeadWidth - 20) / 2);
        var room = HeadWidth - 30;
        var words = context.Words;
        sheet.Fitted(middle, spine - 18, context.Get("fishbone.head"), TextStyle.Inverse, room, Anchor.Middle);
        sheet.Fitted(
            middle, spine + 5, total.Value is { } value ? words.WithUnit(value, MeasureUnit.Count) : words.Figure(total, MeasureUnit.Count),
            TextStyle.Inverse, room, Anchor.Middle);
        sheet.Fitted(middle, spine + 26, words.Period(context.Header.Period), TextStyle.InverseNote, room, Anchor.Middle);
    }

    /// <summary>A branch from its category's box to the spine, with its bones; a negative depth lies above the spine.</summary>
    private static void Branch(
        ChartSheet sheet, CauseNode branch, (double X, double Y) foot, double depth, (double Length, double Gap) bones, ChartContext context)
    {
        var words = context.Words;
        var (tipX, tipY) = (foot.X - Slant, foot.Y + depth);
        var thickness = 2 + (4 * (branch.Share.Value ?? 0));
        sheet.Line(tipX, tipY, foot.X, foot.Y, "#" + Palette.Blue, thickness);
        var boxTop = depth < 0 ? tipY - BoxHeight : tipY;
        var boxWidth = Math.Min(bones.Length + Slant - 10, 280);
        var left = Math.Max(Heading.Margin, tipX - (boxWidth * 0.62));
        var box = Svg.Element(
            "rect", ("x", left), ("y", boxTop), ("width", boxWidth), ("height", BoxHeight), ("rx", 5.0), ("fill", "#" + Palette.BoxGround),
            ("stroke", "#" + Palette.Blue), ("stroke-width", 1.2));
        sheet.Add(box.Titled(Sentence(branch, context)));
        sheet.Fitted(left + (boxWidth / 2), boxTop + 18, words.Label(branch.Label), TextStyle.Strong, boxWidth - 16, Anchor.Middle);
        var share = branch.Share.State == FigureState.Known ? context.Get("subtitle.separator") + words.Figure(branch.Share, MeasureUnit.Share) : "";
        sheet.Fitted(left + (boxWidth / 2), boxTop + 36, Number(branch, context) + share, TextStyle.Axis, boxWidth - 16, Anchor.Middle);
        Bones(sheet, branch, (tipX, tipY), foot, bones, context);
    }

    private static void Bones(
        ChartSheet sheet, CauseNode branch, (double X, double Y) tip, (double X, double Y) foot, (double Length, double Gap) bones,
        ChartContext context)
    {
        var shown = branch.Children.Take(MostBones).ToList();
        var rows = shown.Count + (branch.Children.Count > MostBones ? 1 : 0);
        var towards = Math.Sign(foot.Y - tip.Y);
        for (var i = 0; i < rows; i++)
        {
            var y = towards > 0 ? tip.Y + bones.Gap - 4 + (bones.Gap * i) : tip.Y - 12 - (bones.Gap * i);
            var x = tip.X + ((foot.X - tip.X) * ((y - tip.Y) / (foot.Y - tip.Y)));
            sheet.Line(x - bones.Length + 6, y, x, y, "#" + Palette.Bone, 1.2);
            if (i < shown.Count)
            {
                Bone(sheet, shown[i], x, y, bones.Length, context);
            }
            else
            {
                sheet.Text(x - 8, y - 5, context.Get("fishbone.more", branch.Children.Count - shown.Count), TextStyle.Note, Anchor.End);
            }
        }
    }

    private static void Bone(ChartSheet sheet, CauseNode cause, double x, double y, double length, ChartContext context)
    {
        var number = Number(cause, context);
        var width = TextStyle.Note.Width(number);
        sheet.Text(x - 10, y - 5, number, TextStyle.Note, Anchor.End);
        var name = context.Words.Label(cause.Label);
        var room = length - 26 - width;
        var lines = TextMetrics.Balance(name, room, TextStyle.Axis.Size, 2);
        if (lines.Count == 2)
        {
            sheet.Text(x - 18 - width, y - 19, lines[0], TextStyle.Axis, Anchor.End);
        }

        sheet.Fitted(
            x - 18 - width, y - 5, lines.Count == 2 ? name[(name.IndexOf(lines[0], StringComparison.Ordinal) + lines[0].Length)..].TrimStart() : name,
            TextStyle.Axis, room, Anchor.End);
    }

    /// <summary>The count and, where it is known, its change: <c>1,234 ▲56</c>.</summary>
    private static string Number(CauseNode node, ChartContext context)
    {
        var count = context.Words.Figure(node.Complaints, MeasureUnit.Count);
        return node.Change is { State: FigureState.Known, Value: { } change }
            ? $"{count} {(change == 0 ? "±" : Marks.Arrow(change))}{NumberFormats.Amount(change, MeasureUnit.Count)}"
            : count;
    }

    private static string Sentence(CauseNode node, ChartContext context) => context.Get(
        "fishbone.bone",
        context.Words.Label(node.Label),
        context.Words.Figure(node.Complaints, MeasureUnit.Count),
        context.WithInterval(node.Share, MeasureUnit.Share),
        context.Words.Change(node.Change, MeasureUnit.Count));

    private static string Description(List<CauseNode> branches, ChartContext context)
        => context.Get("fishbone.description", context.Join(branches.Select(branch => Description(branch, context))));

    /// <summary>A category in a sentence, with its first causes.</summary>
    private static string Description(CauseNode branch, ChartContext context)
    {
        var causes = branch.Children.Take(3).Select(c => context.Words.Label(c.Label) + " " + context.Words.Figure(c.Complaints, MeasureUnit.Count));
        return string.Join(" / ", causes.Prepend(Sentence(branch, context)));
    }
}
