using Analytics.Core.CrossTabs;
using Analytics.Core.Reports;
using Analytics.Study.Claims;
using Analytics.Study.Masking;
using Analytics.Study.Rounds;
using Analytics.Study.Sections.Associations;
using Analytics.Study.Sections.Causes;
using Analytics.Study.Sections.Cases;
using Analytics.Study.Sections.Kpis;
using Analytics.Study.Sections.Pareto;
using Analytics.Study.Sections.Quality;
using Analytics.Study.Sections.Satisfaction;
using Analytics.Study.Sections.Segments;
using Analytics.Study.Sections.Survey;

namespace Analytics.Study;

/// <summary>Turns the answers into the report, part by part, noting what cannot be computed and what must tie.</summary>
internal sealed class StudyComputation
{
    private readonly StudyRequest _request;
    private readonly StudyWindow _window;
    private readonly StudyPlan _plan;
    private readonly Questions _questions;
    private readonly ICrossTabSource _source;
    private readonly IReadOnlyList<PeriodCounts> _series;
    private readonly PeriodCounts _yearBefore;
    private readonly SuppressionMask _mask;
    private readonly QualityStudy _quality = new();
    private readonly bool _isPartial;
    private readonly long _total;

    public StudyComputation(StudyRequest request, StudyWindow window, StudyPlan plan, Questions questions, ICrossTabSource source)
    {
        (_request, _window, _plan, _questions, _source) = (request, window, plan, questions, source);
        _series = plan.Series.Read();
        _yearBefore = plan.YearBefore.Read()[0];
        _total = plan.Total.Tab.Total;
        _mask = new SuppressionMask(request.Settings.MinimumCell, _total);
        _isPartial = PeriodCheck.IsPartial(request);
        PeriodCheck.DemandScope(request, _total, _series.Sum(p => p.Complaints), plan.Survey.HasAnswers);
    }

    /// <summary>The report.</summary>
    public Report Report()
    {
        var settings = _request.Settings;
        var isTooSmall = _mask.IsSmall(_total);
        var counts = new CauseCounts(_plan.Causes, _mask, !_window.HasComplaints(_window.Previous) ? AbsenceReasons.NoDataInPeriod : _isPartial ? AbsenceReasons.PartialPeriod : null);
        var resolutionTable = isTooSmall ? null : Note("resolution", _plan.Resolutions.Count(_mask, _questions, out var reason), reason);
        var satisfaction = new SatisfactionStudy(_questions, _window, _request, _plan.Survey.OverallItem, _plan.Survey.OwnOperator);
        _questions.PutTo(_source);

        var kpis = Kpis(satisfaction);
        var segments = isTooSmall ? [] : Segments();
        var heatMaps = isTooSmall ? [] : HeatMaps();
        var (paretos, missing, escalated) = isTooSmall ? ([], [], null) : ParetoStudy.Compute(_plan.Causes, counts, settings);
        var associationTables = isTooSmall ? [] : Associations();
        var associations = associationTables.Select(t => AssociationStudy.Table(t, settings)).ToArray();
        IReadOnlyList<CauseNode> causes = isTooSmall ? [] : CauseStudy.Tree(counts, settings.ConfidenceLevel);
        var survey = _plan.Survey.Compute();
        var section = _plan.Satisfaction.Compute();
        _quality.Add(missing);
        _quality.Add(section.NotComputed);
        NoteWhole(isTooSmall, kpis, survey);
        Check(counts, paretos, escalated, resolutionTable);
        IReadOnlyList<MergedTable> tables = resolutionTable is null ? associationTables : [.. associationTables, resolutionTable];
        var current = _series[^1];
        return new Report
        {
            Header = Header(),
            Headlines = new HeadlineStudy(settings, _window.Previous.ToString()).Choose(
                kpis, segments, paretos, associations, (survey, _plan.Survey.OverallItem, _plan.Survey.OwnOperator), (current.FirstReply.Known, current.FirstReply.Yes, current.Overdue), section.Section),
            Kpis = kpis,
            Segments = segments,
            HeatMaps = heatMaps,
            Paretos = paretos,
            Causes = causes,
            Associations = associations,
            Resolutions = _plan.Resolutions.Compute(),
            Survey = survey,
            Satisfaction = section.Section,
            DataQuality = _quality.Of(_request.Facts, _mask.HiddenCells),
            Details = new DetailStudy(_request, _mask, counts.Current, escalated, tables).Compute(isTooSmall),
            Labels = SatisfactionPart.Labels(_request.Facts.Labels, section.Labels),
            PeriodRows = _request.Facts.PeriodRows,
        };
    }

    private ReportHeader Header() => new(
        _request.Period.ToString(),
        _request.Period.Start,
        _request.Period.End.AddDays(-1),
        _window.Previous.ToString(),
        _window.YearBefore.ToString(),
        _window.Trailing.Count,
        _request.Scope,
        _request.Settings.TimeZone,
        _request.Settings.Currency,
        _request.Facts.CutOffUtc,
        _request.Facts.DataVersion,
        _series[^1].Subscribers is null ? [] : [.. _window.Snapshots(_window.Current).Distinct()],
        _request.Settings.MinimumCell,
        _request.Settings.ConfidenceLevel);

    private Kpi[] Kpis(SatisfactionStudy satisfaction)
    {
        var all = PeriodCounts.Pool([.. _series, _yearBefore]);
        var measures = KpiMeasures.Of(_request.Settings, all, _request.Scope.Count > 0);
        return [.. measures.Select(m => KpiStudy.Of(m, _series, _yearBefore, _isPartial)), satisfaction.Compute()];
    }

    private IReadOnlyList<SegmentTable> Segments()
    {
        var counts = new List<SegmentCounts>();
        foreach (var questions in _plan.Segments)
        {
            var subject = $"segment:{questions.Definition.Column}";
            if (Note(subject, questions.Read(_mask, out var reason), reason) is { } segment)
            {
                counts.Add(segment);
                _quality.Check(subject, _total, segment.Complaints.Sum());
                if (segment.Subscribers is not null)
                {
                    _quality.Check($"{subject}:subscribers", _series[^1].Subscribers ?? 0, segment.Subscribers.Sum());
                }
            }
        }

        return SegmentStatistics.Tables(counts, _total, _series[^1].Subscribers, _request.Settings);
    }

    private List<HeatMap> HeatMaps()
    {
        var maps = new List<HeatMap>();
        foreach (var study in _plan.HeatMaps)
        {
            if (Note(study.Subject, study.Compute(_mask, _request.Settings, out var reason), reason) is { } map)
            {
                maps.Add(map);
                _quality.Check(study.Subject, _total, study.Total);
            }
        }

        return maps;
    }

    private List<MergedTable> Associations()
    {
        var tables = new List<MergedTable>();
        foreach (var study in _plan.Associations)
        {
            if (Note($"association:{study.Column}", study.Count(_mask, out var reason), reason) is { } table)
            {
                tables.Add(table);
                _quality.Check($"association:{study.Column}", _total, table.Counts.Cast<long>().Sum());
            }
        }

        return tables;
    }

    private void NoteWhole(bool isTooSmall, Kpi[] kpis, IReadOnlyList<SurveyItem> survey)
    {
        foreach (var kpi in kpis.Where(k => k.Current.State == FigureState.Absent))
        {
            _quality.Add(kpi.Id.ToString(), kpi.Current.Reason!);
        }

        if (isTooSmall)
        {
            foreach (var subject in new[] { "segment", "heatmap", "pareto", "causes", "association", "resolution", "details" })
            {
                _quality.Add(subject, AbsenceReasons.TooFewCases);
            }
        }

        if (survey.Count == 0)
        {
            _quality.Add("survey", AbsenceReasons.NoDataInPeriod);
        }

        if (_isPartial)
        {
            _quality.Add("period", AbsenceReasons.PartialPeriod);
        }
    }

    private void Check(CauseCounts counts, IReadOnlyList<ParetoTable> paretos, CauseMask? escalated, MergedTable? resolutions)
    {
        _quality.Check("series", _total, _series[^1].Complaints);
        _quality.Check("causes", _total, counts.Current.Table.Total);
        foreach (var pareto in paretos.Where(p => p.Measure != ParetoMeasure.Increase))
        {
            var name = $"pareto:{pareto.Measure}:{pareto.Level}" + (pareto.Within is null ? "" : $":{pareto.Within}");
            var expected = pareto.Measure switch
            {
                ParetoMeasure.Count when pareto.Within is null => _total,
                ParetoMeasure.Escalations => escalated!.Table.Total,
                _ => pareto.Total,
            };
            _quality.Check(name, expected, pareto.Items.Sum(i => i.Value));
        }

        if (resolutions is not null)
        {
            _quality.Check("resolution", _total, resolutions.Counts.Cast<long>().Sum());
        }
    }

    private T? Note<T>(string subject, T? part, string reason)
        where T : class
    {
        if (part is null)
        {
            _quality.Add(subject, reason);
        }

        return part;
    }
}
