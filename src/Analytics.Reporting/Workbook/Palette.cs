namespace Analytics.Reporting.Workbook;

/// <summary>Colours that are no verdict: ink, headers, series. State colours are in <see cref="Reporting.Words.Marks"/>.</summary>
internal static class Palette
{
    /// <summary>Titles and table heads.</summary>
    public const string Navy = "1F3A5F";

    /// <summary>Bars and lines of the own figures.</summary>
    public const string Series = "1F5AA6";

    /// <summary>The second series: cumulative lines, comparisons.</summary>
    public const string Second = "E69F00";

    /// <summary>Limits and reference lines.</summary>
    public const string Reference = "7F8C8D";

    /// <summary>Limits behind the small course of a tile.</summary>
    public const string Faint = "B8C4D0";

    /// <summary>Background of tiles and bands.</summary>
    public const string Pale = "F3F6FA";

    /// <summary>Background of a cell whose difference survives on the bad side.</summary>
    public const string PaleRed = "F9E1DE";

    /// <summary>Background of a cell whose difference survives on the good side.</summary>
    public const string PaleBlue = "DCE8F6";

    /// <summary>Background of hidden cells in a map.</summary>
    public const string PaleGrey = "ECEFF1";

    /// <summary>Deep end of a sequential scale on which black text stays readable.</summary>
    public const string Deep = "6F9BD1";
}
