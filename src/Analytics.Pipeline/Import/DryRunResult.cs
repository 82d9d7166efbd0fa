using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;

namespace Analytics.Pipeline.Import;

/// <summary>What an import would do, without a warehouse.</summary>
/// <param name="Table">Canonical table.</param>
/// <param name="Precision">How exactly the source dates its rows.</param>
/// <param name="SourceRows">Rows of the source.</param>
/// <param name="Read">Canonical rows they become, faulty ones included.</param>
/// <param name="Passed">Of these, rows that passed every check; the warehouse would store those it does not hold already.</param>
/// <param name="Quarantined">Rows that would be refused.</param>
/// <param name="FirstRows">The first rows as they would be stored: canonical text in field order, empty where missing.</param>
/// <param name="Columns">Profile of every source column.</param>
/// <param name="QuarantinedByRule">Refused rows by rule and field, most first.</param>
/// <param name="QuarantineSample">The first refused rows.</param>
/// <param name="Findings">Faults of the file as a whole.</param>
public sealed record DryRunResult(
    CanonicalTable Table,
    DatePrecision Precision,
    long SourceRows,
    long Read,
    long Passed,
    long Quarantined,
    IReadOnlyList<IReadOnlyList<string>> FirstRows,
    IReadOnlyList<ColumnProfile> Columns,
    IReadOnlyList<RuleCount> QuarantinedByRule,
    IReadOnlyList<QuarantinedRow> QuarantineSample,
    IReadOnlyList<Finding> Findings);
