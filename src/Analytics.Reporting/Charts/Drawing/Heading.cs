namespace Analytics.Reporting.Charts.Drawing;

/// <summary>Title, subtitle and keys at the top of every chart.</summary>
internal static class Heading
{
    /// <summary>Space left of titles and notes, px.</summary>
    public const double Margin = 20;

    /// <summary>Draws them.</summary>
    /// <returns>The y below which the chart may begin.</returns>
    public static double Draw(ChartSheet sheet, string title, string subtitle, IReadOnlyList<Legend.Key> keys)
    {
        var room = sheet.Width - (2 * Margin);
        sheet.Fitted(Margin, 30, title, TextStyle.Title, room);
        sheet.Fitted(Margin, 52, subtitle, TextStyle.Subtitle, room);
        return Legend.Draw(sheet, Margin, 78, keys) - 8;
    }
}
