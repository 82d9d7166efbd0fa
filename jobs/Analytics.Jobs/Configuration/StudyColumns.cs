using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;

namespace Analytics.Jobs.Configuration;

/// <summary>The columns complaints can be segmented and filtered by, as settings and the command line name them.</summary>
public static class StudyColumns
{
    /// <summary>Columns that hold labels.</summary>
    public static IReadOnlyList<string> Dimensions { get; } =
    [
        "brand", "category", "cause", "channel", "gender", "is_5g", "is_accepted", "is_escalated", "is_reasonable", "is_repeat", "journey_stage",
        "operator", "plan", "purpose", "region", "requested_resolution", "resolution", "star_level", "status", "sub_cause", "terminal",
    ];

    /// <summary>Bands of the numeric columns where nothing else is configured; a numeric column is one that is listed here.</summary>
    public static IReadOnlyList<BandSet> DefaultBands { get; } =
    [
        .. StudySettings.DefaultSegments.Where(s => s.Bands is not null).Select(s => s.Bands!),
        new("arpu_3m", [20, 50, 80, 120, 200, 400]),
        new("voice_minutes", [60, 200, 500, 1000]),
        new("sms_count", [10, 50, 100, 300]),
        new("suspensions", [1, 2, 3], RightClosed: false),
    ];

    /// <summary>Every column, labels first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Dimensions, .. DefaultBands.Select(b => b.Column)];

    /// <summary>
    /// The column a name stands for: itself, or the column behind the everyday words <c>usage</c> and <c>tenure</c>; null where there is none.
    /// </summary>
    public static string? Resolve(string name)
    {
        var column = name.Trim() switch { "usage" => "data_mb", "tenure" => "tenure_years", var other => other };
        return All.FirstOrDefault(c => string.Equals(c, column, StringComparison.OrdinalIgnoreCase));
    }
}
