namespace Analytics.Core;

/// <summary>What kind of fault it is; the command line turns it into the exit code.</summary>
public enum FaultKind
{
    /// <summary>The run failed and nothing was published: exit code 1.</summary>
    Run,

    /// <summary>Wrong usage or configuration: exit code 2.</summary>
    Usage,
}

/// <summary>
/// A fault a person can mend. The text says what happened, names the value, and ends with the remedy; <see cref="Code"/> is stable
/// (<c>AN1003</c>) and listed in docs/operations.md. The code is for people, who look it up: code that has to tell one fault from the
/// others catches one of the sealed types that derive from this one. Without such a need the fault is thrown as it is.
/// </summary>
public class AnalyticsException : Exception
{
    /// <summary>Makes a fault.</summary>
    /// <param name="code">
    /// Stable code, <c>AN</c> and four digits: 1xxx usage and configuration, 2xxx sources and mappings, 3xxx warehouse, 4xxx study,
    /// 5xxx rendering and publishing, 6xxx jobs and delivery, 7xxx statistics, 9xxx what is the machine's or unforeseen.
    /// </param>
    /// <param name="problem">What happened, with the offending value and its place.</param>
    /// <param name="remedy">What the reader can do about it.</param>
    /// <param name="kind">Exit code family.</param>
    /// <param name="inner">The cause, shown with <c>--verbose</c>.</param>
    public AnalyticsException(string code, string problem, string remedy, FaultKind kind = FaultKind.Run, Exception? inner = null)
        : base($"{code}: {problem} {remedy}", inner)
    {
        Code = code;
        Problem = problem;
        Remedy = remedy;
        Kind = kind;
    }

    /// <summary>Stable code, for example <c>AN1003</c>.</summary>
    public string Code { get; }

    /// <summary>What happened, without code and remedy.</summary>
    public string Problem { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>Exit code family.</summary>
    public FaultKind Kind { get; }
}
