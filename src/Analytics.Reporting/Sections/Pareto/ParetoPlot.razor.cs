using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Analytics.Reporting.Sections.Pareto;

/// <summary>
/// Columns in falling order with their cumulative share: the plot of a Pareto without its heading. A page shows it as it is; chart files take its
/// drawing and add labels that wrap, values and notes.
/// </summary>
public partial class ParetoPlot : ComponentBase
{
    /// <summary>Columns in order.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ParetoBar> Bars { get; set; }

    /// <summary>End of the value axis; the total, so that columns and line share one scale.</summary>
    [Parameter, EditorRequired]
    public double Maximum { get; set; }

    /// <summary>Distance of ticks on the value axis.</summary>
    [Parameter]
    public double Step { get; set; } = 1;

    /// <summary>How a tick of the value axis is written.</summary>
    [Parameter]
    public Func<object, string> FormatValue { get; set; } = value => string.Format(CultureInfo.InvariantCulture, "{0:#,##0.##}", value);

    /// <summary>Name of the columns in the legend and the pointer's hint.</summary>
    [Parameter]
    public string ValueTitle { get; set; } = "";

    /// <summary>Name of the line.</summary>
    [Parameter]
    public string CumulativeTitle { get; set; } = "";

    /// <summary>Colour of the line.</summary>
    [Parameter]
    public string LineColour { get; set; } = "#" + Palette.Cumulative;

    /// <summary>Width in px.</summary>
    [Parameter]
    public int Width { get; set; } = 960;

    /// <summary>Height in px.</summary>
    [Parameter]
    public int Height { get; set; } = 480;

    /// <summary>Whether the component writes its own category labels and legend.</summary>
    [Parameter]
    public bool ShowCategories { get; set; } = true;

    private static string FormatShare(object value)
        => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("0", CultureInfo.InvariantCulture) + "%";

    private string Size => string.Create(CultureInfo.InvariantCulture, $"width:{Width}px;height:{Height}px");
}
