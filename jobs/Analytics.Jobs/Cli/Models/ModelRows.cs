using System.Globalization;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Statistics.Drivers;
using Analytics.Statistics.Intervals;
using Analytics.Statistics.PathModels.Evaluate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Study.Models;

namespace Analytics.Jobs.Cli.Models;

/// <summary>Results of models as rows.</summary>
internal static class ModelRows
{
    /// <summary>Rows of a fit, most wanted first.</summary>
    public static List<ModelRow> Of(ModelStudy study) =>
    [
        .. Resampled(study, ParameterKind.Index, "index"),
        .. study.Fit.Paths.Select(p =>
            Resampled(
                study.Bootstrap.Find(ParameterKind.Path, p.From, p.To)!,
                "path",
                FormattableString.Invariant($"VIF {p.Vif:F2}{(p.FSquare is { } f ? FormattableString.Invariant($", f² {f:F3}") : "")}"))),
        .. study.Fit.Constructs.Where(c => c.RSquared is not null)
            .Select(c =>
                Resampled(
                    study.Bootstrap.Find(ParameterKind.RSquared, "", c.Name)!,
                    "r_squared",
                    FormattableString.Invariant($"adjusted {c.AdjustedRSquared:F4}"))),
        .. study.Map is { } map ? Improve(map) : [],
        .. Resampled(study, ParameterKind.Total, "total"),
        .. Resampled(study, ParameterKind.Weight, "weight"),
        .. Resampled(study, ParameterKind.Loading, "loading"),
        .. study.Gate.Constructs.SelectMany(c => new ModelRow[]
        {
            new("alpha", "", c.Construct, c.Alpha), new("rho_c", "", c.Construct, c.RhoC), new("rho_a", "", c.Construct, c.RhoA), new(
                "ave",
                "",
                c.Construct,
                c.VarianceExtracted),
        }),
        .. study.Gate.Pairs.Select(p => new ModelRow("htmt", p.One, p.Two, p.HeterotraitMonotrait, Lower: p.Lower, Upper: p.Upper)),
        new ModelRow("kmo", "", "", study.Gate.Adequacy?.Kmo),
        new ModelRow("bartlett", "", "", study.Gate.Adequacy?.ChiSquare, PValue: study.Gate.Adequacy?.PValue),
        new ModelRow("gof", "", "", study.Fit.GoodnessOfFit),
        new ModelRow("srmr", "saturated", "", study.Fit.Srmr?.Saturated),
        new ModelRow("srmr", "estimated", "", study.Fit.Srmr?.Estimated),
        .. study.Gate.Findings.Select(f =>
            new ModelRow(
                "finding",
                f.Subject,
                f.Kind.ToString(),
                f.Value,
                Note: string.Create(CultureInfo.InvariantCulture, $"threshold {f.Threshold:0.###}{(f.Blocks ? ", blocks" : "")}"))),
        .. study.Warnings.Select(w => new ModelRow("warning", w.Subject, w.Kind.ToString(), w.Value)),
        .. (study.Map?.LeftOut ?? []).Select(reason => new ModelRow("warning", "", "LeftOutOfMap", null, Note: reason)),
    ];

    /// <summary>Priorities of the items within bands, the first of each band once more apart: importance is a share of explained variance there.</summary>
    public static IEnumerable<ModelRow> Of(IReadOnlyList<SegmentPriorities> segments) =>
        segments.Where(s => s.Items.Points.Count > 0)
            .Select(s => Placed("improve_first", s, s.Items.Points[0]))
            .Concat(segments.SelectMany(s => s.Items.Points.Select(p => Placed("improve_segment", s, p))));

    /// <summary>Rows of a comparison of groups.</summary>
    public static List<ModelRow> Of(GroupComparison comparison) =>
    [
        .. comparison.Differences.Select(
            d => new ModelRow(Name(d.Kind), d.From, d.To, d.Difference, PValue: d.PValue, Note: FormattableString.Invariant($"{d.First:F4} − {d.Second:F4}"))),
        .. comparison.Invariance.SelectMany(i => new ModelRow[]
        {
            new("composition", "", i.Construct, i.Composition, PValue: i.CompositionP, Note: $"{i.Level} invariance"),
            new("mean", "", i.Construct, i.MeanDifference, PValue: i.MeanP),
            new("log_variance", "", i.Construct, i.LogVarianceRatio, PValue: i.VarianceP),
        }),
        .. comparison.Warnings.Select(w => new ModelRow("warning", w.Subject, w.Kind.ToString(), w.Value)),
    ];

    /// <summary>Rows of a cross-validation.</summary>
    public static List<ModelRow> Of(PredictionResult prediction) =>
    [
        .. prediction.Items.SelectMany(i => new ModelRow[]
        {
            new(
                "rmse",
                i.Item,
                i.Construct,
                i.Rmse,
                Note: i.LinearRmse is { } linear ? FormattableString.Invariant($"regression {linear:F4}") : "no regression: items are collinear"),
            new("mae", i.Item, i.Construct, i.Mae),
            new("q_square", i.Item, i.Construct, i.QSquare),
        }),
        .. prediction.Warnings.Select(w => new ModelRow("warning", w.Subject, w.Kind.ToString(), w.Value)),
    ];

    private static IEnumerable<ModelRow> Improve(ImportanceMap map)
    {
        var constructs = ImportancePerformance.Of(map.Constructs, new ImportanceCut());
        var items = ImportancePerformance.Of(map.Items, new ImportanceCut());
        return constructs.Points.Select(p => Placed("improve", p, map.Target)).Concat(items.Points.Select(p => Placed("improve_item", p, map.Target)));
    }

    private static ModelRow Placed(string table, SegmentPriorities segment, ImprovementPoint point) => new(
        table,
        point.Name,
        $"{segment.Column} {segment.Band}",
        point.Importance.Value,
        Lower: point.Importance.Lower,
        Upper: point.Importance.Upper,
        Note: string.Create(
            CultureInfo.InvariantCulture,
            $"performance {point.Performance.Value:F2}, {point.Quadrant}{(point.IsBoundary ? " (boundary)" : "")}, priority {point.Priority:F2}, rank "
                + $"{point.Rank} of {segment.Respondents} respondents"));

    private static ModelRow Placed(string table, PlacedPoint point, string target)
    {
        var bounds = point.Point.ImportanceInterval;
        var note = string.Create(
            CultureInfo.InvariantCulture,
            $"performance {point.Point.Performance:F2}, {point.Quadrant}{(point.IsBoundary ? " (boundary)" : "")}, priority {point.Priority:F2}, rank "
                + $"{point.Rank}");
        return new ModelRow(
            table,
            point.Point.Name,
            target,
            point.Point.Importance,
            Lower: Bound(bounds, b => b.Lower),
            Upper: Bound(bounds, b => b.Upper),
            Note: note);
    }

    private static double? Bound(ConfidenceInterval? interval, Func<ConfidenceInterval, double> side) => interval is { } i ? side(i) : null;

    private static IEnumerable<ModelRow> Resampled(ModelStudy study, ParameterKind kind, string table) =>
        study.Bootstrap.Parameters.Where(p => p.Kind == kind).Select(p => Resampled(p, table, ""));

    private static ModelRow Resampled(BootstrapParameter p, string table, string note) =>
        new(
            table,
            p.From,
            p.To,
            p.Estimate,
            p.StandardError,
            p.Lower,
            p.Upper,
            p.Kind is ParameterKind.Index or ParameterKind.RSquared ? null : p.PValue,
            note);

    private static string Name(ParameterKind kind) => kind == ParameterKind.RSquared ? "r_squared" : kind.ToString().ToLowerInvariant();
}
