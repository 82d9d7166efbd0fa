using Analytics.Core.Reports;
using Analytics.Statistics.Intervals;

namespace Analytics.Study;

/// <summary>Figures with their intervals, as every table of the report states them.</summary>
internal static class FigureMath
{
    /// <summary>Rates are published per this many subscribers.</summary>
    public const double Per = 10_000;

    /// <summary>A plain count.</summary>
    public static Figure Count(double count) => Figure.Of(count, count);

    /// <summary>A share with Wilson's interval; absent over nothing.</summary>
    public static Figure Share(double part, double whole, double level)
    {
        if (whole <= 0)
        {
            return Figure.Absent(AbsenceReasons.EmptyDenominator);
        }

        var interval = WilsonInterval.Of(part, whole, level);
        return Figure.Of(part / whole, whole, interval.Lower, interval.Upper);
    }

    /// <summary>Events per 10,000 with the exact Poisson interval; absent without exposure.</summary>
    public static Figure Rate(double events, double? exposure, double level)
    {
        if (exposure is not > 0)
        {
            return Figure.Absent(AbsenceReasons.NoSubscribers);
        }

        var scale = Per / exposure.Value;
        var interval = PoissonInterval.Exact(events, level);
        return Figure.Of(events * scale, exposure, interval.Lower * scale, interval.Upper * scale);
    }

    /// <summary>Ratio of two rates with its exact interval; absent where the other side has no event or no exposure.</summary>
    public static Figure Ratio(double events, double exposure, double otherEvents, double otherExposure, double level)
    {
        if (exposure <= 0 || otherExposure <= 0 || otherEvents <= 0)
        {
            return Figure.Absent(AbsenceReasons.EmptyDenominator);
        }

        var ratio = RateRatio.Of(events, exposure, otherEvents, otherExposure, level);
        return Figure.Of(ratio.Ratio, events, ratio.Lower, double.IsFinite(ratio.Upper) ? ratio.Upper : null);
    }

    /// <summary>A finite number as a figure, anything else as absent.</summary>
    public static Figure Number(double value, string reasonIfNot = AbsenceReasons.EmptyDenominator) =>
        double.IsFinite(value) ? Figure.Of(value) : Figure.Absent(reasonIfNot);

    /// <summary>
    /// Current − compared. The interval is recovered from those of the two sides (Zou and Donner 2008) unless a better one is given;
    /// hidden if either side is hidden, absent if either is absent.
    /// </summary>
    public static Figure Difference(Figure current, Figure compared, ConfidenceInterval? interval = null)
    {
        if (current.State == FigureState.Suppressed || compared.State == FigureState.Suppressed)
        {
            return Figure.Suppressed;
        }

        if (current.Value is not { } a || compared.Value is not { } b)
        {
            return Figure.Absent(AbsenceReasons.NotComparable);
        }

        interval ??= Recovered(current, compared);
        return Figure.Of(a - b, null, interval?.Lower, interval?.Upper);
    }

    private static ConfidenceInterval? Recovered(Figure a, Figure b)
    {
        if (a.Lower is null || a.Upper is null || b.Lower is null || b.Upper is null)
        {
            return null;
        }

        var (down, up) = (a.Value!.Value - a.Lower.Value, a.Upper.Value - a.Value.Value);
        var (downB, upB) = (b.Value!.Value - b.Lower.Value, b.Upper.Value - b.Value.Value);
        var difference = a.Value.Value - b.Value.Value;
        return new ConfidenceInterval(difference - Math.Sqrt((down * down) + (upB * upB)), difference + Math.Sqrt((up * up) + (downB * downB)));
    }
}
