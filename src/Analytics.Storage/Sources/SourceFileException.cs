using Analytics.Core;

namespace Analytics.Storage.Sources;

/// <summary>A file does not hold what its mapping says, or is damaged: it alone is at fault, and the next one may be read.</summary>
/// <param name="code">Stable code.</param>
/// <param name="problem">What happened, with the file and the place.</param>
/// <param name="remedy">What the reader can do about it.</param>
/// <param name="kind">Exit code family.</param>
/// <param name="inner">The cause.</param>
public sealed class SourceFileException(string code, string problem, string remedy, FaultKind kind = FaultKind.Run, Exception? inner = null)
    : AnalyticsException(code, problem, remedy, kind, inner);
