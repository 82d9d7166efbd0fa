namespace Analytics.Reporting.Charts.Drawing;

/// <summary>A linear axis whose ticks are 1, 2 or 5 times a power of ten apart (Heckbert 1990, "Nice numbers for graph labels").</summary>
/// <param name="Minimum">Value at the start of the axis, a multiple of <paramref name="Step"/>.</param>
/// <param name="Maximum">Value at its end, a multiple of <paramref name="Step"/> and above <paramref name="Minimum"/>.</param>
/// <param name="Step">Distance of ticks.</param>
internal sealed record ValueAxisScale(double Minimum, double Maximum, double Step)
{
    /// <summary>Ticks, ends included.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((Maximum - Minimum) / Step);
            for (var i = 0; i <= count; i++)
            {
                yield return Minimum + (i * Step);
            }
        }
    }

    /// <summary>The axis that holds all values with about <paramref name="ticks"/> intervals; an empty range is widened.</summary>
    public static ValueAxisScale Covering(double lowest, double highest, int ticks = 5)
    {
        if (highest - lowest < 1e-12 * Math.Max(1, Math.Abs(highest)))
        {
            (lowest, highest) = lowest > 0 && lowest == highest ? (0, highest) : (lowest, lowest + 1);
        }

        var raw = (highest - lowest) / ticks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * power;
        return new ValueAxisScale(Math.Floor((lowest / step) + 1e-9) * step, Math.Ceiling((highest / step) - 1e-9) * step, step);
    }

    /// <summary>Position 0–1 of a value along the axis.</summary>
    public double Position(double value) => (value - Minimum) / (Maximum - Minimum);
}
