using Analytics.Core;

namespace Analytics.Pipeline.Runs;

/// <summary>What several parts of a run failed with, as one fault: whoever reads it must not mend one and then meet the next.</summary>
public static class RunFaults
{
    /// <summary>The fault of a run.</summary>
    /// <param name="faults">What failed, such as a period or a source, and with what; at least one.</param>
    /// <returns>The one fault as it is; several under AN6011, whose text lists all of them and every remedy once.</returns>
    public static AnalyticsException Of(IReadOnlyList<(string Part, AnalyticsException Fault)> faults)
    {
        if (faults.Count == 1)
        {
            return faults[0].Fault;
        }

        var texts = faults.Select(f => $"{f.Part}: {f.Fault.Code}: {f.Fault.Problem}");
        var kind = faults.All(f => f.Fault.Kind == FaultKind.Usage) ? FaultKind.Usage : FaultKind.Run;
        return new AnalyticsException(
            "AN6011",
            FormattableString.Invariant($"{faults.Count} parts of the run failed. {string.Join(' ', texts)}"),
            string.Join(' ', faults.Select(f => f.Fault.Remedy).Distinct()),
            kind,
            new AggregateException(faults.Select(f => f.Fault)));
    }
}
