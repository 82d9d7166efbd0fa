using Analytics.Core.Reports;
using Analytics.Publishing.Publish;

namespace Analytics.Pipeline.Runs;

/// <summary>A report and where it was published.</summary>
/// <param name="Report">The report.</param>
/// <param name="Publication">Its published version.</param>
/// <param name="Timings">How long each step took.</param>
public sealed record ReportResult(Report Report, Publication Publication, IReadOnlyList<StepTiming> Timings);
