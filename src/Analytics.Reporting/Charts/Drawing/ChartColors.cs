using System.Globalization;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Charts.Drawing;

/// <summary>The colours of reference reports: told apart by colour-blind readers, and never the only carrier of a meaning.</summary>
internal static class ChartColors
{
    public const string Ink = "#1a202c";
    public const string Bad = "#" + Marks.Red;
    public const string Good = "#" + Marks.Green;
    public const string Grey = "#" + Marks.Grey;
    public const string Info = "#" + Marks.Blue;
    public const string Cumulative = "#C77C02";
    public const string CumulativeText = "#8F5A00";
    public const string Plain = "#8FAFD0";
    public const string Rest = "#C9CED6";

    private static readonly (double At, int R, int G, int B)[] Sequence =
        [(0, 0xF3, 0xF7, 0xFB), (0.25, 0xC6, 0xDB, 0xEF), (0.5, 0x7F, 0xB2, 0xDA), (0.75, 0x37, 0x7F, 0xBC), (1, 0x0B, 0x3C, 0x7D)];

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
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(from.R, to.R):X2}{Mix(from.G, to.G):X2}{Mix(from.B, to.B):X2}");
    }

    /// <summary>Whether text on <see cref="Sequential"/> of <paramref name="t"/> must be white to be read.</summary>
    public static bool NeedsWhiteText(double t) => t > 0.6;
}
