using System.Globalization;
using System.Text;
using Analytics.Reporting.Charts.Drawing;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>A path as drawn: level across the columns it crosses, bent between them.</summary>
internal sealed class PathCurve
{
    private const int Steps = 24;
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _bends = [];

    /// <param name="stops">Column and height of every stop.</param>
    /// <param name="left">Left edge of the first column.</param>
    /// <param name="pitch">Distance of columns.</param>
    /// <param name="width">Width of a column.</param>
    /// <param name="arrow">Room left for the arrow's head.</param>
    public PathCurve(IReadOnlyList<(int Column, double Y)> stops, double left, double pitch, double width, double arrow)
    {
        for (var i = 1; i < stops.Count; i++)
        {
            var (from, to) = (stops[i - 1], stops[i]);
            _bends.Add(((left + (from.Column * pitch) + width, from.Y), (left + (to.Column * pitch) - (i == stops.Count - 1 ? arrow : 0), to.Y)));
        }

        Points = [.. Sample()];
    }

    /// <summary>Points on it, a few px apart.</summary>
    public IReadOnlyList<(double X, double Y)> Points { get; }

    /// <summary>Where it ends, before the arrow's head.</summary>
    public (double X, double Y) End => _bends[^1].To;

    /// <summary>Places for a label, best first: the middle of a level stretch, then along the bends.</summary>
    public IEnumerable<(double X, double Y)> Places()
    {
        for (var i = 1; i < _bends.Count; i++)
        {
            foreach (var t in new[] { 0.5, 0.25, 0.75 })
            {
                yield return (_bends[i - 1].To.X + ((_bends[i].From.X - _bends[i - 1].To.X) * t), _bends[i].From.Y);
            }
        }

        foreach (var t in new[] { 0.5, 0.4, 0.6, 0.3, 0.7, 0.24, 0.76, 0.35, 0.65, 0.45, 0.55 })
        {
            foreach (var (from, to) in _bends)
            {
                yield return Bend(from, to, t);
            }
        }
    }

    /// <summary>Its markup.</summary>
    public string Markup()
    {
        var d = new StringBuilder();
        foreach (var (from, to) in _bends)
        {
            var middle = Svg.Number((from.X + to.X) / 2);
            d.Append(
                CultureInfo.InvariantCulture,
                $"{(d.Length == 0 ? "M" : "L")}{Svg.Number(from.X)} {Svg.Number(from.Y)}C{middle} {Svg.Number(from.Y)} {middle} {Svg.Number(to.Y)} "
                    + $"{Svg.Number(to.X)} {Svg.Number(to.Y)}");
        }

        return d.ToString();
    }

    private static (double X, double Y) Bend((double X, double Y) from, (double X, double Y) to, double t)
    {
        var middle = (from.X + to.X) / 2;
        var (u, a, b) = (1 - t, 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t));
        return ((u * u * u * from.X) + ((a + b) * middle) + (t * t * t * to.X), (((u * u * u) + a) * from.Y) + ((b + (t * t * t)) * to.Y));
    }

    private IEnumerable<(double X, double Y)> Sample()
    {
        for (var i = 0; i < _bends.Count; i++)
        {
            for (var step = 0; step <= Steps; step++)
            {
                yield return Bend(_bends[i].From, _bends[i].To, (double)step / Steps);
            }

            for (var step = 1; i + 1 < _bends.Count && step < Steps; step++)
            {
                yield return (_bends[i].To.X + ((_bends[i + 1].From.X - _bends[i].To.X) * step / Steps), _bends[i].To.Y);
            }
        }
    }
}
