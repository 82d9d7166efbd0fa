using System.Globalization;
using Analytics.Core.Periods;
using Analytics.Core;

namespace Analytics.Samples;

/// <summary>What the sample generator makes. The same settings give the same bytes, whatever the machine's cores.</summary>
public sealed record SampleSettings
{
    /// <summary>Seed of every draw; any number.</summary>
    public int Seed { get; init; } = 20260101;

    /// <summary>Subscribers, 1,000 to 50,000,000 (a province has 23 million).</summary>
    public int Subscribers { get; init; } = 100_000;

    /// <summary>Weeks of complaints and survey answers, 2 to 520, up to and including <see cref="LastWeek"/>.</summary>
    public int Weeks { get; init; } = 60;

    /// <summary>Complaints in an average week before the planted facts add theirs, 10 to 1,000,000.</summary>
    public int ComplaintsPerWeek { get; init; } = 2_000;

    /// <summary>Survey responses a week over all operators, 0 to 1,000,000.</summary>
    public int SurveyPerWeek { get; init; } = 400;

    /// <summary>Newest ISO week; the data end with its last day, so its newest cases are still open.</summary>
    public ReportPeriod LastWeek { get; init; } = ReportPeriod.Parse("2026-W46");

    /// <summary>
    /// Weeks from the incident to <see cref="LastWeek"/>, 0 to <see cref="Weeks"/> − 1: far enough back that the newest week is an ordinary one.
    /// </summary>
    public int IncidentWeeksBack { get; init; } = 3;

    /// <summary>Whether the tables are gzipped (<c>.csv.gz</c>) or plain (<c>.csv</c>).</summary>
    public bool Compress { get; init; } = true;

    /// <summary>First week with data.</summary>
    public ReportPeriod FirstWeek => LastWeek.Add(1 - Weeks);

    /// <summary>Throws when any setting is out of range; names every fault with its bounds and its value.</summary>
    /// <exception cref="AnalyticsException">AN1301.</exception>
    public void Validate()
    {
        List<string> faults = [];
        Within(nameof(Subscribers), Subscribers, 1_000, 50_000_000);
        Within(nameof(Weeks), Weeks, 2, 520);
        Within(nameof(ComplaintsPerWeek), ComplaintsPerWeek, 10, 1_000_000);
        Within(nameof(SurveyPerWeek), SurveyPerWeek, 0, 1_000_000);
        Within(nameof(IncidentWeeksBack), IncidentWeeksBack, 0, Math.Max(0, Weeks - 1));
        if (LastWeek.Kind != PeriodKind.Week || LastWeek.Number == 0)
        {
            faults.Add($"LastWeek must be a week such as 2026-W46, not '{LastWeek}'");
        }

        if (faults.Count > 0)
        {
            throw new AnalyticsException("AN1301", $"The sample cannot be made: {string.Join("; ", faults)}.", "Change the named settings.", FaultKind.Usage);
        }

        void Within(string name, long value, long minimum, long maximum)
        {
            if (value < minimum || value > maximum)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} must be {minimum:N0} to {maximum:N0}, not {value:N0}"));
            }
        }
    }
}
