namespace Analytics.Reporting.Charts.Drawing;

/// <summary>A rectangle in px, y growing downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Whether the two share more than an edge.</summary>
    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    /// <summary>The box a line of text takes.</summary>
    /// <param name="x">Anchor.</param>
    /// <param name="baseline">Baseline.</param>
    /// <param name="text">Text.</param>
    /// <param name="style">Style it is set in.</param>
    /// <param name="anchor">Which point of the text lies at <paramref name="x"/>.</param>
    public static Box Of(double x, double baseline, string text, TextStyle style, Anchor anchor)
    {
        var width = style.Width(text);
        var left = anchor switch { Anchor.Start => x, Anchor.Middle => x - (width / 2), _ => x - width };
        return new Box(left, baseline - (style.Size * 0.9), left + width, baseline + (style.Size * 0.25));
    }
}

/// <summary>Which point of a text its x names.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}
