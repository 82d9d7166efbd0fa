using System.Globalization;
using Analytics.Core.Reports;

namespace Analytics.Reporting;

/// <summary>
/// Every colour of workbook, charts and mails, six hexadecimal digits without <c>#</c>. State colours can be told apart by colour-blind readers, and none
/// stands alone: the mark beside it says the same.
/// </summary>
internal static class Palette
{
    /// <summary>Beyond the limit on the bad side.</summary>
    public const string Red = "C0392B";

    /// <summary>Warning.</summary>
    public const string Orange = "E69F00";

    /// <summary>Within limits, target met.</summary>
    public const string Green = "2E8B57";

    /// <summary>Too few cases, hidden, no verdict; also limits and reference lines.</summary>
    public const string Grey = "7F8C8D";

    /// <summary>Information, better than the limit; also the fixed hue of the own brand and of figures of this report.</summary>
    public const string Blue = "1F5AA6";

    /// <summary>Titles and table heads.</summary>
    public const string Navy = "1F3A5F";

    /// <summary>The head of a fishbone on its own.</summary>
    public const string DeepBlue = "17406F";

    /// <summary>Text on dark ground, and the ground of everything.</summary>
    public const string White = "FFFFFF";

    /// <summary>Text in cells.</summary>
    public const string Ink = "262626";

    /// <summary>Text of native charts and shapes.</summary>
    public const string ShapeInk = "404040";

    /// <summary>Titles and lines of chart files.</summary>
    public const string ChartInk = "1a202c";

    /// <summary>Text of chart files.</summary>
    public const string ChartText = "2d3748";

    /// <summary>Axes' and subtitles' text of chart files.</summary>
    public const string ChartSoft = "4a5568";

    /// <summary>Remarks in chart files.</summary>
    public const string ChartNote = "5a6577";

    /// <summary>Text of mails.</summary>
    public const string MailInk = "1F2933";

    /// <summary>Remarks in workbooks and mails.</summary>
    public const string Soft = "5F6B7A";

    /// <summary>Orange that can be read as small text on a light ground.</summary>
    public const string DarkOrange = "8F5A00";

    /// <summary>The cumulative line of a chart file: orange, dark enough for a thin line on white.</summary>
    public const string Cumulative = "C77C02";

    /// <summary>Bars of a chart file that carry no verdict.</summary>
    public const string Plain = "8FAFD0";

    /// <summary>What was merged.</summary>
    public const string Rest = "C9CED6";

    /// <summary>Bars of native charts whose values stand on them, and the deep end of a scale on which black text stays readable.</summary>
    public const string Deep = "6F9BD1";

    /// <summary>Axes of chart files.</summary>
    public const string Axis = "8a94a3";

    /// <summary>Grid lines of chart files.</summary>
    public const string Grid = "e4e8ee";

    /// <summary>Lines between blocks of a chart file.</summary>
    public const string Divider = "d5dae2";

    /// <summary>Hatching of what is hidden, and lines between classes.</summary>
    public const string Hatch = "b4bbc5";

    /// <summary>Ground of hatching.</summary>
    public const string HatchGround = "f3f4f6";

    /// <summary>Intervals on a line of the own hue.</summary>
    public const string BlueInterval = "7d9cc4";

    /// <summary>Intervals of points in several hues.</summary>
    public const string GreyInterval = "9aa5b1";

    /// <summary>Band of an interval round a line of the own hue.</summary>
    public const string Band = "D5E3F3";

    /// <summary>Boxes of diagrams in chart files.</summary>
    public const string BoxGround = "E8F0F9";

    /// <summary>Bones of a fishbone in a chart file.</summary>
    public const string Bone = "8fa3ba";

    /// <summary>Bones of a fishbone of native shapes.</summary>
    public const string ShapeBone = "9FB3CC";

    /// <summary>Axes of native charts.</summary>
    public const string NativeAxis = "BFC7D1";

    /// <summary>Frame of native charts.</summary>
    public const string Frame = "D0D5DC";

    /// <summary>Limits behind the small trend of a tile.</summary>
    public const string Faint = "B8C4D0";

    /// <summary>What was measured, beside what is believed after it was drawn to the mean.</summary>
    public const string Raw = "9AA5B1";

    /// <summary>Lines between rows of tables.</summary>
    public const string Rule = "E3E7ED";

    /// <summary>Ground of tiles and bands.</summary>
    public const string Pale = "F3F6FA";

    /// <summary>Ground of a cell whose difference survives on the bad side.</summary>
    public const string PaleRed = "F9E1DE";

    /// <summary>Ground of a cell whose difference survives on the good side.</summary>
    public const string PaleBlue = "DCE8F6";

    /// <summary>Ground of cells without a value.</summary>
    public const string PaleGrey = "ECEFF1";

    /// <summary>Ground round a mail.</summary>
    public const string MailGround = "E9EDF2";

    /// <summary>Ground of a mail's row that is beyond its limit.</summary>
    public const string AlarmGround = "FDF3F1";

    /// <summary>Small text on navy.</summary>
    public const string OnNavy = "C9D6E6";

    /// <summary>Small text on red.</summary>
    public const string OnRed = "FBE3DF";

    private static readonly (double At, int R, int G, int B)[] Sequence =
        [(0, 0xF3, 0xF7, 0xFB), (0.25, 0xC6, 0xDB, 0xEF), (0.5, 0x7F, 0xB2, 0xDA), (0.75, 0x37, 0x7F, 0xBC), (1, 0x0B, 0x3C, 0x7D)];

    /// <summary>Competitors one by one, apart from the own hue and from each other by lightness; begins again after the last.</summary>
    public static IReadOnlyList<string> Competitors { get; } = ["9AA5B1", "5F6B7A", "C3CAD2", "3E4A59"];

    /// <summary>The state colour of a verdict.</summary>
    public static string Of(Signal signal) => signal switch
    {
        Signal.Worse => Red,
        Signal.Better => Blue,
        Signal.Within => Green,
        _ => Grey,
    };

    /// <summary>Colour of a Pareto class: A dark, B mid, C light.</summary>
    public static string Of(ParetoClass paretoClass) => paretoClass switch
    {
        ParetoClass.A => Blue,
        ParetoClass.B => Deep,
        _ => "C3D4E9",
    };

    /// <summary>The state colour of a mark: ■ red, ▲ orange, ● green, ◆ blue, another grey.</summary>
    public static string OfMark(string mark) => mark switch
    {
        "■" => Red,
        "▲" => Orange,
        "●" => Green,
        "◆" => Blue,
        _ => Grey,
    };

    /// <summary>A mark's colour, light enough for text on it: grounds of a chart's quadrants.</summary>
    public static string GroundOfMark(string mark) => mark switch
    {
        "■" => "FBE9E7",
        "▲" => "FDF3DF",
        "●" => "E9F5EE",
        _ => "F1F3F5",
    };

    /// <summary>A mark's colour, washed out: what is not so sure.</summary>
    public static string FaintOfMark(string mark) => mark switch
    {
        "■" => "F0B8B1",
        "▲" => "F7DCA6",
        "●" => "AFD8C0",
        _ => "D5D9DE",
    };

    /// <summary>One hue from light to dark.</summary>
    /// <param name="t">0–1; values outside are taken as the nearer end.</param>
    public static string Sequential(double t)
    {
        t = Math.Clamp(t, 0, 1);
        var i = 1;
        while (Sequence[i].At < t)
        {
            i++;
        }

        var (from, to) = (Sequence[i - 1], Sequence[i]);
        var f = (t - from.At) / (to.At - from.At);
        int Mix(int a, int b) => (int)Math.Round(a + ((b - a) * f));
        return string.Create(CultureInfo.InvariantCulture, $"{Mix(from.R, to.R):X2}{Mix(from.G, to.G):X2}{Mix(from.B, to.B):X2}");
    }

    /// <summary>Whether text on <see cref="Sequential"/> of <paramref name="t"/> must be white to be read.</summary>
    public static bool NeedsWhiteText(double t) => t > 0.6;
}
