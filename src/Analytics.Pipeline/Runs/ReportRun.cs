using System.Security.Cryptography;
using System.Text.Json;
using Analytics.Core;
using Analytics.Core.CrossTabs;
using Analytics.Core.Settings;
using Analytics.Pipeline.CrossTabs;
using Analytics.Publishing.Publish;
using Analytics.Reporting.Words;
using Analytics.Storage.Warehouse;
using Analytics.Study;

namespace Analytics.Pipeline.Runs;

/// <summary>The road from the warehouse to a published report: facts, study, rendering, publishing.</summary>
public static class ReportRun
{
    private static readonly JsonSerializerOptions SettingsJson = new() { IncludeFields = true };

    /// <summary>Makes and publishes a report. The warehouse is read as it is at the beginning, whatever is imported meanwhile.</summary>
    /// <param name="request">What to make.</param>
    /// <param name="warehouse">The data.</param>
    /// <param name="time">Times the steps.</param>
    /// <param name="progress">Told the name of each step when it begins; or null.</param>
    /// <param name="cancellation">Stops before a step, between two rounds of the study or before a file is written; nothing is published then.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="AnalyticsException">AN4xxx: the period or scope cannot be studied. AN5xxx: the report was not published.</exception>
    public static ReportResult Execute(
        ReportRunRequest request, WarehouseDatabase warehouse, TimeProvider time, IProgress<string>? progress = null, CancellationToken cancellation = default)
    {
        var clock = new StepClock(time, progress);
        var report = Study(request, warehouse, clock, cancellation);
        var words = new ReportWords(request.Language, report);
        var run = new RunRecord(request.ProgramVersion, ConfigurationHash(request.Settings, request.Language), clock);
        var publication = Publisher.Publish(report, words, request.Target, run, time, cancellation);
        return new ReportResult(report with { Revisions = publication.Revisions }, publication, clock.Timings);
    }

    /// <summary>Hash over the settings that can change a report, 64 lower-case hexadecimal digits.</summary>
    public static string ConfigurationHash(StudySettings settings, string language) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { settings, language }, SettingsJson)));

    private static Core.Reports.Report Study(ReportRunRequest request, WarehouseDatabase warehouse, StepClock clock, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var held = warehouse.HoldSnapshot();
        var facts = clock.Measure("facts", () => StudyFactsReader.Read(warehouse, request.Period, request.Scope, request.Settings));
        cancellation.ThrowIfCancellationRequested();
        facts = facts with { Responses = clock.Measure("responses", () => ResponseReading.Read(warehouse, request.Period, request.Scope, request.Settings)) };
        var source = new TimedCrossTabs(CrossTabSources.Open(request.CrossTabs, warehouse, request.Settings, facts.CutOffUtc), clock, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return clock.Measure("study", () => StudyRun.Execute(new StudyRequest(request.Period, request.Scope, request.Settings, facts), source));
    }

    /// <summary>
    /// Tells the reading and counting of the data apart from the statistics, in the step timings. Each round of a study asks once, so this is
    /// also where a cancelled study ends: the study itself is pure and knows no token.
    /// </summary>
    private sealed class TimedCrossTabs(ICrossTabSource source, StepClock clock, CancellationToken cancellation) : ICrossTabSource
    {
        public IReadOnlyList<CrossTab> Answer(IReadOnlyList<CrossTabQuery> queries)
        {
            cancellation.ThrowIfCancellationRequested();
            return clock.Measure("study.cross-tabs", () => source.Answer(queries));
        }
    }
}
