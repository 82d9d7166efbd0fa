using System.Globalization;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts.Plots;
using Analytics.Reporting.Words;

namespace Analytics.Reporting.Charts;

/// <summary>What every chart of a report shares: its header, the words, those only charts need, and the renderer of plots.</summary>
/// <param name="header">The report's header.</param>
/// <param name="words">Words and labels.</param>
internal sealed class ChartContext(ReportHeader header, ReportWords words) : IDisposable
{
    /// <summary>The report's header.</summary>
    public ReportHeader Header { get; } = header;

    /// <summary>Words and labels.</summary>
    public ReportWords Words { get; } = words;

    /// <summary>Renders plots that are components; one for all charts, since its start costs more than a chart.</summary>
    public PlotRenderer Plots { get; } = new();

    /// <summary>The level of intervals, <c>95%</c>.</summary>
    public string Level => (Header.ConfidenceLevel * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>Period, its days and the scope: the second line of every chart; with what it is measured in where that is given.</summary>
    public string Subtitle(string? measured = null)
    {
        var text = Get("subtitle", Words.Period(Header.Period), Words.PeriodRange, Words.Scope);
        return measured is null ? text : text + Get("subtitle.separator") + measured;
    }

    /// <summary>A word of charts, whose resource key is <c>chart.</c> and this, with <c>{0}</c>, <c>{1}</c>… filled in.</summary>
    /// <exception cref="KeyNotFoundException">No such key.</exception>
    public string Get(string key, params ReadOnlySpan<object?> arguments) => Words.Get("chart." + key, arguments);

    /// <summary>What an axis shows with its unit, as a title: "Refunds paid (CNY)".</summary>
    public string Axis(string measured, MeasureUnit unit)
    {
        var title = char.ToUpperInvariant(measured[0]) + measured[1..];
        return title.Contains(Words.Unit(unit), StringComparison.OrdinalIgnoreCase) ? title : Get("axis", title, Words.Unit(unit));
    }

    /// <summary>Name of a column with the unit its values and bands are in, where it has one: "ARPU (CNY a month)".</summary>
    public string Column(string column) => Words.Find("chart.column-unit." + column) is { } unit
        ? Get("axis", Words.Column(column), string.Format(CultureInfo.InvariantCulture, unit, Words.Unit(MeasureUnit.Money)))
        : Words.Column(column);

    /// <summary>A value on a label: without decimals from a thousand on, where they say nothing.</summary>
    public static string Short(double value, MeasureUnit unit) => NumberFormats.Value(value, Math.Abs(value) >= 1000 ? MeasureUnit.Count : unit);

    /// <summary>A tick with as many decimals as the step needs; a share as percent.</summary>
    public static string Tick(double value, double step, MeasureUnit unit)
    {
        var (scaled, apart) = unit == MeasureUnit.Share ? (value * 100, step * 100) : (value, step);
        var decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(apart) - 1e-9), 0, 6);
        return NumberFormats.Fixed(scaled, decimals) + (unit == MeasureUnit.Share ? "%" : "");
    }

    /// <summary>A value and, where one is defined, its interval: <c>3.42 [3.10, 3.76]</c>.</summary>
    public string WithInterval(Figure figure, MeasureUnit unit)
    {
        var interval = Words.Interval(figure, unit);
        return interval.Length == 0 ? Words.Figure(figure, unit) : Words.Figure(figure, unit) + " " + interval;
    }

    /// <summary>Sentences joined the way the language does.</summary>
    public string Join(IEnumerable<string> parts) => string.Join(Get("sentence.separator"), parts);

    /// <inheritdoc/>
    public void Dispose() => Plots.Dispose();
}
