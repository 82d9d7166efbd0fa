namespace Analytics.Reporting.Workbook;

/// <summary>How a series is drawn.</summary>
internal enum ChartKind
{
    /// <summary>Upright bars.</summary>
    Column,

    /// <summary>Lying bars, the first on top.</summary>
    Bar,

    /// <summary>A line.</summary>
    Line,
}
