using System.Globalization;
using Analytics.Core.CrossTabs;

namespace Analytics.Jobs.Configuration;

/// <summary>
/// Bands as settings and <c>--bands</c> write them: <c>20, 50, 80</c>, with <c>right-closed</c> or <c>left-closed</c> before where the column's own rule
/// shall not hold.
/// </summary>
public static class BandText
{
    /// <summary>Reads the bounds of a column.</summary>
    /// <param name="column">Numeric column the bands cut.</param>
    /// <param name="text">Increasing numbers separated by commas, with or without a leading closing rule.</param>
    /// <param name="rightClosed">Rule where the text names none.</param>
    /// <exception cref="FormatException">A part is no number, or the numbers do not increase; the message says which.</exception>
    public static BandSet Parse(string column, string text, bool rightClosed)
    {
        var rest = text.Trim();
        foreach (var (word, rule) in new[] { ("right-closed", true), ("left-closed", false) })
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                rightClosed = rule;
                rest = rest[word.Length..];
            }
        }

        var edges = new List<double>();
        foreach (var part in rest.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var edge) || !double.IsFinite(edge))
            {
                throw new FormatException($"'{part}' is not a number.");
            }

            if (edges.Count > 0 && edge <= edges[^1])
            {
                throw new FormatException($"bounds must increase, and {part} follows {edges[^1].ToString(CultureInfo.InvariantCulture)}.");
            }

            edges.Add(edge);
        }

        return edges.Count > 0 ? new BandSet(column, edges, rightClosed) : throw new FormatException("at least one bound is needed.");
    }

    /// <summary>Writes bands the way <see cref="Parse"/> reads them.</summary>
    public static string Write(BandSet bands)
        => (bands.RightClosed ? "right-closed " : "left-closed ") + string.Join(", ", bands.Edges.Select(e => e.ToString(CultureInfo.InvariantCulture)));
}
