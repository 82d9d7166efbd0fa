using Analytics.Core.Reports;
using Analytics.Study.Claims;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;
using Analytics.Study.Sections;

namespace Analytics.Study;

/// <summary>Folds the results of the sections into the report.</summary>
/// <param name="round">The questions of round one, answered.</param>
/// <param name="masks">The masks of the report.</param>
internal sealed class ReportFold(FirstRound round, ReportMasks masks)
{
    private readonly StudyRequest _request = round.Request;

    /// <summary>The report.</summary>
    /// <param name="sections">The sections with what computes them, in the order of <see cref="StudySections.All"/>.</param>
    public Report Of(IReadOnlyList<(ISection Section, ComputeSection Compute)> sections)
    {
        var report = Empty();
        var results = new Dictionary<ISection, SectionResult>();
        foreach (var (section, compute) in sections)
        {
            var result = compute(report);
            report = result.Part(report);
            results.Add(section, result);
        }

        return report with
        {
            Headlines = HeadlineChoice.Choose([.. sections.SelectMany(s => results[s.Section].Claims)]),
            DataQuality = Quality(sections.Select(s => results[s.Section]), InOrderOfGaps(results)),
        };
    }

    /// <summary>Results in the order their gaps are listed in; the order of a dictionary is nobody's, so both lists are walked.</summary>
    private static IEnumerable<SectionResult> InOrderOfGaps(Dictionary<ISection, SectionResult> results) =>
        StudySections.Gaps.Concat(StudySections.All.Except(StudySections.Gaps)).Where(results.ContainsKey).Select(s => results[s]);

    private DataQuality Quality(IEnumerable<SectionResult> results, IEnumerable<SectionResult> gaps)
    {
        SectionResult[] all = [.. results];
        var missing = gaps.SelectMany(r => r.NotComputed);
        if (PeriodCheck.IsPartial(_request))
        {
            missing = missing.Append(new NotComputed("period", AbsenceReasons.PartialPeriod));
        }

        var facts = _request.Facts;
        var hidden = masks.HiddenCells + all.Sum(r => r.HiddenCells);
        return new DataQuality(facts.Imports, facts.Quarantine, facts.Findings, [.. missing.Distinct()], hidden, [.. all.SelectMany(r => r.Checks)]);
    }

    /// <summary>A report that says what it is about, and nothing yet.</summary>
    private Report Empty() => new()
    {
        Header = Header(),
        Headlines = [],
        Kpis = [],
        Segments = [],
        HeatMaps = [],
        Paretos = [],
        Causes = [],
        Associations = [],
        Resolutions = [],
        Survey = [],
        DataQuality = new DataQuality([], [], [], [], 0, []),
        Details = new Details([], 0),
        Labels = _request.Facts.Labels,
        PeriodRows = _request.Facts.PeriodRows,
    };

    private ReportHeader Header() => new(
        _request.Period.ToString(),
        _request.Period.Start,
        _request.Period.End.AddDays(-1),
        round.Window.Previous.ToString(),
        round.Window.YearBefore.ToString(),
        round.Window.Trailing.Count,
        _request.Scope,
        _request.Settings.TimeZone,
        _request.Settings.Currency,
        _request.Facts.CutOffUtc,
        _request.Facts.DataVersion,
        round.Base.Average(round.Window.Current) is null ? [] : [.. round.Window.Snapshots(round.Window.Current).Distinct()],
        _request.Settings.MinimumCell,
        _request.Settings.ConfidenceLevel);
}
