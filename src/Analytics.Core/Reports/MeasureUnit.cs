namespace Analytics.Core.Reports;

/// <summary>Unit of a figure; decides format and header.</summary>
public enum MeasureUnit
{
    /// <summary>A number of cases (件).</summary>
    Count,

    /// <summary>Per 10,000 subscribers (件/万户).</summary>
    Per10k,

    /// <summary>A share, stored 0–1, shown as percent; changes of it are percentage points (百分点).</summary>
    Share,

    /// <summary>Hours (小时).</summary>
    Hours,

    /// <summary>A score on 0–100 (分).</summary>
    Score,

    /// <summary>Money in the report's currency.</summary>
    Money,
}
