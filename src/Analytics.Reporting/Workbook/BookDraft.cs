using Analytics.Core.Reports;
using Analytics.Reporting.Words;
using ClosedXML.Excel;

namespace Analytics.Reporting.Workbook;

/// <summary>A workbook being drawn up: cells go into ClosedXML at once; charts and live formulas are noted and added to the saved package.</summary>
internal sealed class BookDraft : IDisposable
{
    private readonly Dictionary<CellLook, IXLStyle> _styles = [];

    /// <param name="report">What is shown.</param>
    /// <param name="words">In which words.</param>
    /// <param name="version">Version of the publication, or null where it is not known.</param>
    public BookDraft(Report report, ReportWords words, int? version)
    {
        Report = report;
        Words = words;
        Version = version;
        Book = new XLWorkbook(XLEventTracking.Disabled);
        Book.Style = Style(new CellLook());
    }

    /// <summary>What is shown.</summary>
    public Report Report { get; }

    /// <summary>In which words.</summary>
    public ReportWords Words { get; }

    /// <summary>Version of the publication, or null.</summary>
    public int? Version { get; }

    /// <summary>The cells.</summary>
    public XLWorkbook Book { get; }

    /// <summary>Charts to be added.</summary>
    public List<PlacedChart> Charts { get; } = [];

    /// <summary>Drawings of shapes to be added.</summary>
    public List<PlacedShapes> Shapes { get; } = [];

    /// <summary>Cells that become live formulas; each already holds the value as a number.</summary>
    public List<LiveFormula> Formulas { get; } = [];

    /// <summary>The shared style of a look.</summary>
    public IXLStyle Style(CellLook look)
    {
        if (!_styles.TryGetValue(look, out var style))
        {
            style = XLWorkbook.DefaultStyle;
            look.Apply(style);
            _styles.Add(look, style);
        }

        return style;
    }

    /// <inheritdoc/>
    public void Dispose() => Book.Dispose();
}
