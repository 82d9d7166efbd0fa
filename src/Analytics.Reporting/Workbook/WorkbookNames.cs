using System.Globalization;
using Analytics.Core.Reports;

namespace Analytics.Reporting.Workbook;

/// <summary>Defined names of cells that hold totals: the same in every language, so a formula elsewhere or a check finds them.</summary>
internal static class WorkbookNames
{
    /// <summary>A headline measure's current value on the overview.</summary>
    public static string Kpi(KpiId id) => "kpi_" + id;

    /// <summary>A headline measure's current value on the cover.</summary>
    public static string Cover(KpiId id) => "cover_" + id;

    /// <summary>Total of the n-th Pareto, 0-based.</summary>
    public static string Pareto(int index) => string.Create(CultureInfo.InvariantCulture, $"total_pareto_{index + 1}");

    /// <summary>Total of the n-th segmentation's complaints, 0-based.</summary>
    public static string Segment(int index) => string.Create(CultureInfo.InvariantCulture, $"total_segment_{index + 1}");

    /// <summary>Total of the cause tree.</summary>
    public const string Tree = "total_causes";

    /// <summary>Index of the model's target.</summary>
    public const string Index = "satisfaction_index";

    /// <summary>Questionnaires that came back.</summary>
    public const string Returned = "total_returned";

    /// <summary>Sum of the brands' shares of the respondents.</summary>
    public const string SampleShares = "total_sample_shares";

    /// <summary>Sum of the brands' weights.</summary>
    public const string Weights = "total_weights";

    /// <summary>Rows read, stored, already there and quarantined over all imports.</summary>
    public static IReadOnlyList<string> Imports { get; } = ["total_read", "total_stored", "total_already_there", "total_quarantined"];
}
