namespace Analytics.Samples.Operator;

/// <summary>First level of the cause tree, with what its cases have in common. Times are medians in hours of log-normal draws.</summary>
internal sealed record CauseCategory(
    Word Name,
    Word Stage,
    Word Purpose,
    Word[] Requests,
    Word[] Resolutions,
    double ReplyHours,
    double HandlingHours,
    double Escalated,
    double Reasonable,
    double ConfirmedError,
    SampleCause[] Causes);
