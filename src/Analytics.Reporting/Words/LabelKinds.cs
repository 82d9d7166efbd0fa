using Analytics.Core.Reports;

namespace Analytics.Reporting.Words;

/// <summary>What a stored label stands for where it is no value of the data; the one place that knows how that is stored.</summary>
internal static class LabelKinds
{
    /// <summary>Whether it merges what is too small to be named.</summary>
    public static bool IsMerged(string? label) => label is null;

    /// <summary>Whether the value is not known.</summary>
    public static bool IsUnknown(string? label) => label is { Length: 0 };

    /// <summary>Whether the value is masked.</summary>
    public static bool IsHidden(string? label) => label == DetailRow.Hidden;

    /// <summary>Whether it merges the smallest labels of a very long list.</summary>
    public static bool IsRest(string? label) => label == SegmentRow.Rest;
}
