using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Core.Settings;
using Analytics.Statistics.Intervals;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.Scores;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Scores, indices and resampled numbers as figures, hidden over fewer answers than the minimum cell.</summary>
internal static class ScoreFigures
{
    public static Figure Of(ScoreEstimate? score, int minimumCell) =>
        score is null ? Figure.Absent(AbsenceReasons.EmptyDenominator) : Of(score.Score, score.N, score.Interval, minimumCell);

    public static Figure Of(IndexEstimate? index, int minimumCell) =>
        index is null ? Figure.Absent(AbsenceReasons.EmptyDenominator) : Of(index.Index, index.N, index.Interval, minimumCell);

    public static Figure Of(BootstrapParameter? parameter, double? n = null) =>
        parameter is null ? Figure.Absent(AbsenceReasons.NotEstimable) : Figure.Of(parameter.Estimate, n, parameter.Lower, parameter.Upper);

    public static Figure Of(double value, ConfidenceInterval? interval) => Figure.Of(value, null, interval?.Lower, interval?.Upper);

    /// <summary>Score of answers; null without any, or where the item has no scale.</summary>
    public static ScoreEstimate? Score(double[] answers, IReadOnlyList<double>? weights, ItemScale? scale, StudySettings settings) =>
        scale is { } s && !Array.Exists(answers, a => a < s.Minimum || a > s.Maximum) ? ScoreEstimate.Of(answers, weights, s, settings.ConfidenceLevel) : null;

    private static Figure Of(double value, int n, ConfidenceInterval? interval, int minimumCell) =>
        n < minimumCell ? Figure.Suppressed : Figure.Of(value, n, interval?.Lower, interval?.Upper);
}
