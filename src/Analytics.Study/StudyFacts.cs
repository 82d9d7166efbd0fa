using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;

namespace Analytics.Study;

/// <summary>Everything a study needs that is not a cross-tab. Filled from the warehouse; in tests written by hand.</summary>
public sealed record StudyFacts
{
    /// <summary>Newest moment the warehouse knows, UTC: clocks of open cases stop here.</summary>
    public required DateTime CutOffUtc { get; init; }

    /// <summary>Hash over everything stored that the report could read.</summary>
    public required string DataVersion { get; init; }

    /// <summary>Coarsest precision among the complaints and survey answers of the period and its comparison windows.</summary>
    public DatePrecision Precision { get; init; } = DatePrecision.Instant;

    /// <summary>Local days that have complaints (whole warehouse, any scope), ascending; a month-precision row counts for the first of its month.</summary>
    public IReadOnlyList<DateOnly> ComplaintDays { get; init; } = [];

    /// <summary>Local days that have survey answers, ascending.</summary>
    public IReadOnlyList<DateOnly> SurveyDays { get; init; } = [];

    /// <summary>
    /// Days for which there is a subscriber snapshot, or population counts where there are no subscriber rows, ascending; empty where there is no base.
    /// </summary>
    public IReadOnlyList<DateOnly> SnapshotDays { get; init; } = [];

    /// <summary>
    /// Scale of a survey item by item name; the key <c>*</c> stands for every item not named. The score a complaint carries has the key
    /// <c>satisfaction</c>; the star does not stand for it.
    /// </summary>
    public IReadOnlyDictionary<string, ItemScale> SurveyScales { get; init; } = new Dictionary<string, ItemScale>();

    /// <summary>Translations of data labels: language → label as stored → label as shown.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Labels { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Row counts of every import.</summary>
    public IReadOnlyList<ImportSummary> Imports { get; init; } = [];

    /// <summary>Quarantined rows by rule and field.</summary>
    public IReadOnlyList<QuarantineSummary> Quarantine { get; init; } = [];

    /// <summary>File findings.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Complaint rows of the period and scope by time of receipt, at most <c>StudySettings.DetailRows</c>; not masked yet.</summary>
    public IReadOnlyList<ComplaintCase> Cases { get; init; } = [];

    /// <summary>What the warehouse holds of the period, whatever the scope.</summary>
    public IReadOnlyList<PeriodRows> PeriodRows { get; init; } = [];

    /// <summary>
    /// Survey responses of the report's scope and of the waves its settings pool; null where none were read, and then there is no satisfaction section.
    /// </summary>
    public SurveyResponses? Responses { get; init; }

    /// <summary>Complaint rows (not their counts) there are in the period and scope.</summary>
    public long TotalCases { get; init; }
}
