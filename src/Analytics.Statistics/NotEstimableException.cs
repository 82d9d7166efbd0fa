using Analytics.Core;

namespace Analytics.Statistics;

/// <summary>Why data do not carry an estimate.</summary>
public enum NotEstimableReason
{
    /// <summary>Too few respondents can be used.</summary>
    TooFewRespondents,

    /// <summary>A variable does not vary, or variables say the same.</summary>
    Degenerate,

    /// <summary>Sample and population do not have the same categories.</summary>
    MarginsDoNotFit,
}

/// <summary>The data do not carry an estimate, though nothing is wrong with how it was asked for: whoever can do without it goes on.</summary>
/// <param name="code">Stable code.</param>
/// <param name="problem">What happened, with the numbers.</param>
/// <param name="remedy">What the reader can do about it.</param>
/// <param name="reason">Why, for code.</param>
public sealed class NotEstimableException(string code, string problem, string remedy, NotEstimableReason reason)
    : AnalyticsException(code, problem, remedy)
{
    /// <summary>Why the data do not carry the estimate.</summary>
    public NotEstimableReason Reason { get; } = reason;
}
