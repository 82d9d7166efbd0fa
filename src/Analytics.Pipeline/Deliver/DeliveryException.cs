using Analytics.Core;

namespace Analytics.Pipeline.Deliver;

/// <summary>A channel did not take a delivery. What fails otherwise, such as the ledger, is another fault and ends the run.</summary>
/// <param name="code">Stable code, AN61xx.</param>
/// <param name="problem">What happened, with the receiving side's words.</param>
/// <param name="remedy">What the reader can do about it.</param>
/// <param name="isTransient">Whether trying again may help: the other side was busy, slow, away, or broke off.</param>
/// <param name="inner">The cause.</param>
public sealed class DeliveryException(string code, string problem, string remedy, bool isTransient, Exception? inner = null)
    : AnalyticsException(code, problem, remedy, inner: inner)
{
    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient { get; } = isTransient;
}
