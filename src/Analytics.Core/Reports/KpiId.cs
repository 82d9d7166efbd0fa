namespace Analytics.Core.Reports;

/// <summary>The headline measures, each defined in sheet 90 口径.</summary>
public enum KpiId
{
    /// <summary>受理投诉件: complaints received.</summary>
    Complaints,

    /// <summary>万投比: complaints received ÷ average subscribers × 10,000. Not the rate of accepted-liability (有责) complaints only.</summary>
    ComplaintsPer10kSubscribers,

    /// <summary>升级投诉率: escalated ÷ received.</summary>
    EscalatedShare,

    /// <summary>重复投诉率: cases with an earlier case of the same subscriber and cause within the repeat window ÷ received.</summary>
    RepeatShare,

    /// <summary>首次回复及时率: first replies within the limit ÷ cases whose limit has passed or that were answered (due-based).</summary>
    FirstReplyWithinLimitShare,

    /// <summary>处理时长 P50: Kaplan–Meier median of hours from receipt to close, open cases censored at the cut-off.</summary>
    HandlingHoursP50,

    /// <summary>处理时长 P90: Kaplan–Meier 90 % quantile of the same.</summary>
    HandlingHoursP90,

    /// <summary>满意度: mean of the overall-satisfaction item on 0–100 over the answers on the own operator. Not the index of a path model.</summary>
    SatisfactionScore,
}
