namespace Analytics.Reporting.Workbook;

/// <summary>What a native scatter chart shows.</summary>
/// <param name="Points">Its points, each a series of its own, so that each has its name beside it in every program.</param>
/// <param name="Lines">Straight lines: where an axis is cut.</param>
/// <param name="Across">Lying axis.</param>
/// <param name="Up">Standing axis.</param>
internal sealed record ScatterPlot(IReadOnlyList<ScatterPoint> Points, IReadOnlyList<ScatterLine> Lines, ScatterAxis Across, ScatterAxis Up);

/// <summary>A point of a scatter chart and the cells it is bound to.</summary>
/// <param name="NameCell">Reference to the cell of its label.</param>
/// <param name="Name">What stands in it.</param>
/// <param name="AcrossCell">Reference to the cell of its place on the lying axis.</param>
/// <param name="Across">What stands in it.</param>
/// <param name="UpCell">Reference to the cell of its place on the standing axis.</param>
/// <param name="Up">What stands in it.</param>
/// <param name="Colour">Colour, six hexadecimal digits.</param>
/// <param name="Fill">Colour within its rim.</param>
/// <param name="Side">Side the label stands on: <c>r</c>, <c>l</c>, <c>t</c> or <c>b</c>.</param>
internal sealed record ScatterPoint(
    string NameCell, string Name, string AcrossCell, double Across, string UpCell, double Up, string Colour, string Fill, string Side);

/// <summary>A straight line of a scatter chart between the places in two cells of each axis.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AcrossCells">Reference to the cells of the lying axis.</param>
/// <param name="Across">What stands in them.</param>
/// <param name="UpCells">Reference to the cells of the standing axis.</param>
/// <param name="Up">What stands in them.</param>
internal sealed record ScatterLine(string Name, string AcrossCells, IReadOnlyList<double> Across, string UpCells, IReadOnlyList<double> Up);

/// <summary>An axis of a scatter chart.</summary>
/// <param name="Title">Its title, with the unit.</param>
/// <param name="Minimum">Where it begins.</param>
/// <param name="Maximum">Where it ends.</param>
/// <param name="Step">Distance of its ticks.</param>
/// <param name="Format">Number format.</param>
internal sealed record ScatterAxis(string Title, double Minimum, double Maximum, double Step, string Format);
