using Analytics.Samples.Chance;
using Analytics.Samples.Operator;

namespace Analytics.Samples.Models;

/// <summary>Draws answers from the recursive path model of <see cref="SurveyCatalogue"/>: constructs of variance 1, items 1–10.</summary>
internal sealed class SurveyModel
{
    private const double Spread = 1.75;
    private const double NoAnswer = 0.02;
    private static readonly int[] ConstructOf = [.. SurveyCatalogue.Items.Select(i => Position(i.Construct))];
    private static readonly double[] Unique = [.. SurveyCatalogue.Items.Select(i => Math.Sqrt(1 - (i.Loading * i.Loading)))];
    private readonly double[][] _paths;
    private readonly double[] _disturbance;
    private readonly double[] _construct;

    public SurveyModel()
    {
        var size = SurveyCatalogue.Constructs.Length;
        _paths = [.. Enumerable.Range(0, size).Select(_ => new double[size])];
        foreach (var path in SurveyCatalogue.Paths)
        {
            _paths[Position(path.To)][Position(path.From)] = path.Coefficient;
        }

        _disturbance = Disturbances(_paths);
        _construct = new double[size];
    }

    /// <summary>Fills one score an item; −1 where the question was left out.</summary>
    public void Draw(ref SampleRandom random, double lead, int[] scores)
    {
        for (var j = 0; j < _construct.Length; j++)
        {
            var value = _disturbance[j] * random.Normal();
            for (var i = 0; i < j; i++)
            {
                value += _paths[j][i] * _construct[i];
            }

            _construct[j] = value;
        }

        for (var k = 0; k < scores.Length; k++)
        {
            var item = SurveyCatalogue.Items[k];
            var answer = item.Mean + lead + (Spread * ((item.Loading * _construct[ConstructOf[k]]) + (Unique[k] * random.Normal())));
            scores[k] = random.Chance(NoAnswer) ? -1 : (int)Math.Clamp(Math.Round(answer), 1, 10);
        }
    }

    /// <summary>Standard deviations of the disturbances that give every construct variance 1, from the correlations the paths imply.</summary>
    private static double[] Disturbances(double[][] paths)
    {
        var size = paths.Length;
        var correlation = new double[size, size];
        var disturbance = new double[size];
        for (var j = 0; j < size; j++)
        {
            for (var k = 0; k < j; k++)
            {
                correlation[j, k] = Enumerable.Range(0, j).Sum(i => paths[j][i] * correlation[i, k]);
                correlation[k, j] = correlation[j, k];
            }

            correlation[j, j] = 1;
            disturbance[j] = Math.Sqrt(1 - Enumerable.Range(0, j).Sum(i => paths[j][i] * correlation[j, i]));
        }

        return disturbance;
    }

    private static int Position(string construct) => Array.FindIndex(SurveyCatalogue.Constructs, c => c.Chinese == construct);
}
