using Analytics.Core.Reports;

namespace Analytics.Pipeline.Tests.EndToEnd;

/// <summary>A figure as R computes it.</summary>
internal sealed record RFigure(string Of, string What, double Value, double? Lower, double? Upper)
{
    /// <summary>The report's figure has this value and, where R gives an interval, this interval, to twelve digits or so.</summary>
    public void ShouldBe(Figure figure)
    {
        figure.State.ShouldBe(FigureState.Known, $"{What} of {Of}");
        ShouldBe(figure.Value!.Value);
        Same(figure.Lower, Lower, "lower");
        Same(figure.Upper, Upper, "upper");
    }

    /// <summary>The report's number has this value.</summary>
    public void ShouldBe(double value) => Same(value, Value, "value");

    private void Same(double? actual, double? expected, string bound)
    {
        if (expected is { } number)
        {
            actual.ShouldNotBeNull($"{What} of {Of}, {bound}");
            actual.Value.ShouldBe(number, Math.Max(1e-11, 1e-9 * Math.Abs(number)), $"{What} of {Of}, {bound}");
        }
    }
}
