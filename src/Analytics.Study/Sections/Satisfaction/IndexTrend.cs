using Analytics.Core.Reports;
using Analytics.Statistics.Disclosure;
using Analytics.Statistics.PathModels.Estimate;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Indices by wave, with the item weights of the one estimate: what moves is what people answered, not how it is weighted.</summary>
internal sealed class IndexTrend(SurveySample sample, PathModelFit fit, SampleWeights weights)
{
    private readonly Dictionary<int, double> _weightOf = sample.Own.Zip(weights.Values).ToDictionary(x => x.First, x => x.Second);

    private readonly bool[] _shown = Shown(sample);

    /// <summary>A construct's index by wave, oldest first.</summary>
    public IReadOnlyList<PeriodFigure> Of(string construct) =>
        [.. sample.Input.Waves.Select((wave, position) => new PeriodFigure(wave.ToString(), At(construct, position)))];

    /// <summary>A construct's index in the wave before the report's, where that one was estimated alone.</summary>
    public Figure Previous(string construct) =>
        sample.IsOneWave && sample.Input.Waves.Count > 1 ? At(construct, sample.Input.Waves.Count - 2) : Figure.Absent(AbsenceReasons.NotComparable);

    private Figure At(string construct, int wave)
    {
        int[] rows = [.. sample.AllOwn.Where(row => sample.Waves[row] == wave)];
        if (rows.Length == 0)
        {
            return Figure.Absent(AbsenceReasons.NoDataInPeriod);
        }

        if (!_shown[wave])
        {
            return Figure.Suppressed;
        }

        return ConstructIndex.Of(sample, fit, construct) is { } index
            ? ScoreFigures.Of(index.Over(sample, rows, WeightsOf(rows)), sample.Input.Settings.MinimumCell)
            : Figure.Absent(AbsenceReasons.NotEstimable);
    }

    /// <summary>Waves that may be shown: where all are pooled, the index of the whole must not tell a small one.</summary>
    private static bool[] Shown(SurveySample sample)
    {
        int[] counts = [.. sample.Input.Waves.Select((_, wave) => sample.AllOwn.Count(row => sample.Waves[row] == wave))];
        var minimum = sample.Input.Settings.MinimumCell;
        return sample.IsOneWave ? Array.ConvertAll(counts, c => c >= minimum) : SmallGroups.Shown(counts, 0, 1, minimum);
    }

    /// <summary>The weights of the estimate, or of their own for waves it does not cover.</summary>
    private IReadOnlyList<double> WeightsOf(int[] rows) =>
        Array.TrueForAll(rows, _weightOf.ContainsKey) ? WithSome(Array.ConvertAll(rows, row => _weightOf[row])) : SampleWeights.Of(sample, rows).Values;

    private static double[] WithSome(double[] weights) => Array.Exists(weights, w => w > 0) ? weights : Array.ConvertAll(weights, _ => 1.0);
}
