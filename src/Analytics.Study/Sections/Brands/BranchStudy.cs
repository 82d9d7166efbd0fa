using Analytics.Core.Reports;
using Analytics.Core.Reports.Satisfaction;
using Analytics.Core.Settings;
using Analytics.Statistics.Disclosure;
using Analytics.Statistics.Scores;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Study.Sections.Brands;

/// <summary>Scores of branches (regions) beside their shrunk neighbours, so that the smallest branch is not always first or last.</summary>
internal static class BranchStudy
{
    private const int FewestBranches = 3;
    private static readonly SegmentDefinition Region = new("region");

    /// <summary>Branches, lowest shrunk score first; empty, with a note, where fewer than three may be shown.</summary>
    public static IReadOnlyList<BranchScore> Of(SurveySample sample, SampleWeights weights, string? overall, List<NotComputed> notes)
    {
        var settings = sample.Input.Settings;
        var item = overall is null ? -1 : sample.Find(overall);
        if (item < 0 || sample.Scales[item] is null)
        {
            notes.Add(new NotComputed("branches", AbsenceReasons.ScaleUnknown));
            return [];
        }

        var branches = Scores(sample, weights, item);
        if (branches.Count < FewestBranches)
        {
            notes.Add(new NotComputed("branches", AbsenceReasons.NoGroups));
            return [];
        }

        var shrunk = ShrunkScore.Of([.. branches.Select(b => b.Score.Score)], Errors([.. branches.Select(b => b.Score)]), settings.ConfidenceLevel);
        var scores = branches.Zip(shrunk, (b, s) => new BranchScore(
            b.Branch,
            ScoreFigures.Of(b.Score, settings.MinimumCell),
            Figure.Of(s.Shrunk, b.Score.N, s.Interval.Lower, s.Interval.Upper),
            s.Weight));
        return [.. scores.OrderBy(b => b.Shrunk.Value).ThenBy(b => b.Branch, StringComparer.Ordinal)];
    }

    private static List<(string Branch, ScoreEstimate Score)> Scores(SurveySample sample, SampleWeights weights, int item)
    {
        var labels = sample.Labels(Region, sample.Own);
        int[] answered = [.. Enumerable.Range(0, labels.Length).Where(i => weights.Values[i] > 0 && !double.IsNaN(sample.Answers[item][sample.Own[i]]))];
        var groups = answered.Where(i => labels[i].Length > 0)
            .GroupBy(i => labels[i], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (Branch: g.Key, Members: g.ToArray())).ToList();
        var shown = SmallGroups.Shown(
            [.. groups.Select(g => g.Members.Length)], answered.Length - groups.Sum(g => g.Members.Length), 1, sample.Input.Settings.MinimumCell);
        return [.. groups.Where((_, g) => shown[g]).Select(g => (g.Branch, Score(g.Members)!))];

        ScoreEstimate? Score(int[] members) => ScoreFigures.Score(
            sample.Column(item, [.. members.Select(i => sample.Own[i])]),
            [.. members.Select(i => weights.Values[i])],
            sample.Scales[item],
            sample.Input.Settings);
    }

    /// <summary>Standard errors; a branch whose answers are all alike gets that of the common deviation.</summary>
    private static List<double> Errors(List<ScoreEstimate> scores)
    {
        var known = scores.Where(s => s.StandardDeviation > 0).ToList();
        var common = known.Count == 0 ? 1 : Math.Sqrt(known.Sum(s => s.N * s.StandardDeviation!.Value * s.StandardDeviation.Value) / known.Sum(s => s.N));
        return [.. scores.Select(s => s.StandardError is > 0 and { } error ? error : common / Math.Sqrt(Math.Max(1, s.EffectiveN)))];
    }
}
