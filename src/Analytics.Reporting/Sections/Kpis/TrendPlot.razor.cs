using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Analytics.Reporting.Sections.Kpis;

/// <summary>A measure over consecutive periods: the plot of a trend without heading, intervals and limits, which chart files add.</summary>
public partial class TrendPlot : ComponentBase
{
    /// <summary>Periods, oldest first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<TrendPoint> Points { get; set; }

    /// <summary>Start of the value axis.</summary>
    [Parameter]
    public double Minimum { get; set; }

    /// <summary>End of the value axis.</summary>
    [Parameter, EditorRequired]
    public double Maximum { get; set; }

    /// <summary>Distance of ticks on the value axis.</summary>
    [Parameter]
    public double Step { get; set; } = 1;

    /// <summary>How a tick of the value axis is written.</summary>
    [Parameter]
    public Func<object, string> FormatValue { get; set; } = value => string.Format(CultureInfo.InvariantCulture, "{0:#,##0.##}", value);

    /// <summary>Name of the line in the legend and the pointer's hint.</summary>
    [Parameter]
    public string ValueTitle { get; set; } = "";

    /// <summary>Colour of the line.</summary>
    [Parameter]
    public string LineColour { get; set; } = "#" + Palette.Blue;

    /// <summary>Width in px.</summary>
    [Parameter]
    public int Width { get; set; } = 960;

    /// <summary>Height in px.</summary>
    [Parameter]
    public int Height { get; set; } = 400;

    /// <summary>Whether the component writes its own period labels and legend.</summary>
    [Parameter]
    public bool ShowCategories { get; set; } = true;

    private string Size => string.Create(CultureInfo.InvariantCulture, $"width:{Width}px;height:{Height}px");
}
