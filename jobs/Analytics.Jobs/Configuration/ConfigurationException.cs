using Analytics.Core;

namespace Analytics.Jobs.Configuration;

/// <summary>All faults of the configuration together, so that one run is enough to mend them.</summary>
/// <param name="faults">At least one.</param>
public sealed class ConfigurationException(IReadOnlyList<AnalyticsException> faults) : Exception(
    string.Join(Environment.NewLine, faults.Select(f => f.Message)))
{
    /// <summary>The faults, in the order of the settings.</summary>
    public IReadOnlyList<AnalyticsException> Faults { get; } = faults;
}
