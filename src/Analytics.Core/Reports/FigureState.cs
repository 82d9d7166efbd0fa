namespace Analytics.Core.Reports;

/// <summary>Whether a figure may be read.</summary>
public enum FigureState
{
    /// <summary>There is a value.</summary>
    Known,

    /// <summary>It cannot be computed from the data there is; the reason is given. Shown as "—", never as 0.</summary>
    Absent,

    /// <summary>It is hidden because it, or a figure it could be recovered from, rests on fewer cases than the minimum cell.</summary>
    Suppressed,
}
