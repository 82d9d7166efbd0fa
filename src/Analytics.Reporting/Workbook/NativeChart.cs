namespace Analytics.Reporting.Workbook;

/// <summary>What a native Excel chart shows.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Series">Its series; bars before lines.</param>
internal sealed record NativeChart(string Title, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Title of the first value axis, with the unit.</summary>
    public string? ValueTitle { get; init; }

    /// <summary>Number format of the first value axis.</summary>
    public string ValueFormat { get; init; } = "#,##0";

    /// <summary>Whether the first value axis begins at zero; bars always do.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>Number format of the second value axis.</summary>
    public string SecondFormat { get; init; } = "0%";

    /// <summary>End of the second value axis, or null.</summary>
    public double? SecondMaximum { get; init; }

    /// <summary>Whether only the lines are drawn, without title, axes and frame: the small trend of a tile.</summary>
    public bool Bare { get; init; }

    /// <summary>
    /// Where the first value axis begins: 0, or a round number a little below everything drawn, so that a line within its limits
    /// is not flattened.
    /// </summary>
    public double? Minimum
    {
        get
        {
            if (FromZero)
            {
                return 0;
            }

            double[] values =
            [
                .. Series.SelectMany(s => s.Numbers).OfType<double>(),
                .. Series.Where(s => s.Errors is not null).SelectMany(s => s.Numbers.Zip(s.Errors!.Down, (value, down) => (value ?? 0) - down)),
            ];
            if (values.Length == 0)
            {
                return null;
            }

            double lowest = values.Min(), span = values.Max() - lowest;
            if (span <= 0)
            {
                return null;
            }

            var step = Math.Pow(10, Math.Floor(Math.Log10(span)));
            var minimum = Math.Round(Math.Floor((lowest - (span * 0.1)) / step) * step, 10);
            return lowest >= 0 ? Math.Max(0, minimum) : minimum;
        }
    }

    /// <summary>Where the first value axis ends so that every error bar is whole; null leaves it to the program that draws.</summary>
    public double? Maximum
    {
        get
        {
            double[] ends = [.. Series.Where(s => s.Errors is not null).SelectMany(s => s.Numbers.Zip(s.Errors!.Up, (value, up) => (value ?? 0) + up))];
            if (ends.Length == 0 || ends.Max() <= 0)
            {
                return null;
            }

            var step = Math.Pow(10, Math.Floor(Math.Log10(ends.Max())));
            return Math.Round(RoundSteps.Select(r => r * step).First(end => end >= ends.Max() * 1.02), 10);
        }
    }

    private static double[] RoundSteps { get; } = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 12];

    /// <summary>Points and lines of a scatter chart, drawn instead of series; or null.</summary>
    public ScatterPlot? Scatter { get; init; }

    /// <summary>Gap between bars in percent of their width.</summary>
    public int Gap { get; init; } = 45;
}
