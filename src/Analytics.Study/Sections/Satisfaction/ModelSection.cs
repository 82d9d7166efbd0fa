using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Reliability;
using Analytics.Study.Models;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>The model as a report states it.</summary>
internal static class ModelSection
{
    /// <summary>Puts an estimated model into the report's words; paths and effects only where the gate lets them through.</summary>
    public static SatisfactionModel Of(SurveySample sample, ModelDefinition definition, ModelStudy study, SampleWeights weights)
    {
        var heldBack = sample.Input.Settings.Satisfaction.HoldBack && !study.Gate.Passed;
        var estimation = definition.Model.Estimation;
        var trend = new IndexTrend(sample, study.Fit, weights);
        return new SatisfactionModel(
            definition.Model.Name,
            definition.Target,
            sample.FirstPeriod,
            sample.LastPeriod,
            estimation.Scheme.ToString().ToLowerInvariant(),
            estimation.Missing switch { MissingAnswers.Listwise => "listwise", MissingAnswers.Pairwise => "pairwise", _ => "mean" },
            study.Bootstrap.Settings.Resamples,
            study.Bootstrap.Settings.Seed,
            heldBack,
            [.. CausesFirst(study.Fit).Select(c => Construct(study, c, trend, heldBack))],
            [.. study.Fit.Indicators.Select(i => Item(sample, study, i, weights))],
            heldBack ? [] : [.. study.Fit.Paths.Select(p => Path(study.Bootstrap, p))],
            heldBack ? [] :
            [
                .. study.Fit.Effects.Select(
                    e => new ModelEffect(e.From, e.To, e.Direct, e.Indirect, ScoreFigures.Of(study.Bootstrap.Find(ParameterKind.Total, e.From, e.To))))
            ],
            [.. study.Gate.Pairs.Select(Pair)],
            new ModelFit(
                study.Fit.GoodnessOfFit, study.Fit.Srmr?.Saturated, study.Gate.Adequacy?.Kmo, study.Gate.Adequacy?.ChiSquare, study.Gate.Adequacy?.PValue),
            [.. study.Gate.Findings.Select(f => new ModelFinding(f.Kind.ToString(), f.Subject, f.Value, f.Threshold, f.Blocks))],
            [.. study.Warnings.Select(w => new ModelNote(w.Kind.ToString(), w.Subject, w.Value))],
            trend.Of(definition.Target));
    }

    /// <summary>Constructs so that each comes after all that explain it; those at the same step in the model's order.</summary>
    private static IEnumerable<ConstructEstimate> CausesFirst(PathModelFit fit)
    {
        int Step(string name) => fit.Paths.Where(p => p.To == name).Select(p => 1 + Step(p.From)).DefaultIfEmpty(0).Max();
        return fit.Constructs.Where(c => c.Kind != ConstructKind.Interaction).OrderBy(c => Step(c.Name));
    }

    private static ModelConstruct Construct(ModelStudy study, ConstructEstimate construct, IndexTrend trend, bool heldBack)
    {
        var quality = study.Gate.Constructs.First(q => q.Construct == construct.Name);
        var explained = heldBack ? null : study.Bootstrap.Find(ParameterKind.RSquared, "", construct.Name);
        return new ModelConstruct(
            construct.Name,
            construct.Indicators,
            ScoreFigures.Of(study.Bootstrap.Find(ParameterKind.Index, "", construct.Name), study.Fit.Respondents),
            trend.Previous(construct.Name),
            explained is null ? Figure.Absent(heldBack ? AbsenceReasons.ModelHeldBack : AbsenceReasons.EmptyDenominator) : ScoreFigures.Of(explained),
            explained is null ? null : construct.AdjustedRSquared,
            quality.Alpha,
            quality.RhoC,
            quality.RhoA,
            quality.Items == 1 ? null : quality.VarianceExtracted);
    }

    private static ModelItem Item(SurveySample sample, ModelStudy study, IndicatorEstimate indicator, SampleWeights weights)
    {
        var at = sample.Find(indicator.Indicator);
        var settings = sample.Input.Settings;
        var score = at < 0 || !study.Fit.Items.Contains(indicator.Indicator)
            ? ScoreFigures.Of(study.Bootstrap.Find(ParameterKind.Index, "", indicator.Indicator), study.Fit.Respondents)
            : ScoreFigures.Of(ScoreFigures.Score(sample.Column(at, sample.Own), weights.Values, sample.Scales[at], settings), settings.MinimumCell);
        return new ModelItem(
            indicator.Construct,
            indicator.Indicator,
            score,
            ScoreFigures.Of(study.Bootstrap.Find(ParameterKind.Weight, indicator.Indicator, indicator.Construct)),
            ScoreFigures.Of(study.Bootstrap.Find(ParameterKind.Loading, indicator.Indicator, indicator.Construct)),
            indicator.Vif);
    }

    private static ModelPath Path(BootstrapResult bootstrap, PathEstimate path)
    {
        var resampled = bootstrap.Find(ParameterKind.Path, path.From, path.To)!;
        return new ModelPath(
            path.From,
            path.To,
            ScoreFigures.Of(resampled),
            resampled.StandardError,
            resampled.StandardError > 0 ? resampled.Estimate / resampled.StandardError : null,
            resampled.PValue,
            path.FSquare,
            path.Vif,
            resampled.Lower > 0 || resampled.Upper < 0);
    }

    private static ModelPair Pair(ConstructPair pair) => new(
        pair.One,
        pair.Two,
        pair.Correlation,
        pair.LeastRootExtracted,
        pair.HeterotraitMonotrait is { } ratio ? Figure.Of(ratio, null, pair.Lower, pair.Upper) : Figure.Absent(AbsenceReasons.EmptyDenominator));
}
