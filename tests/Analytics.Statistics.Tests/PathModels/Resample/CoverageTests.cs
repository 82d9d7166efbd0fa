using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Resample;

/// <summary>Whether 95 % intervals hold planted coefficients 95 times in a hundred: 200 seeded samples, each bootstrapped.</summary>
[Trait("Category", "Slow")]
public sealed class CoverageTests
{
    private const int Replications = 200;
    private const int Respondents = 300;
    private const double Loading = 0.8;

    // Four standard errors of a share of 200: what a right 95 % interval may miss by.
    private static readonly double Noise = 4 * Math.Sqrt(0.95 * 0.05 / Replications);

    [Theory]
    [InlineData(BootstrapInterval.Percentile)]
    [InlineData(BootstrapInterval.BiasCorrectedAccelerated)]
    public void Intervals_OfPlantedPaths_CoverNinetyFivePercent(BootstrapInterval interval)
    {
        var planted = new Dictionary<(string, string), double> { [("A", "C")] = 0.5, [("B", "C")] = 0.3, [("C", "D")] = 0.6 };
        var covered = planted.Keys.ToDictionary(k => k, _ => 0);
        var sums = planted.Keys.ToDictionary(k => k, _ => 0.0);
        var model = Model();
        for (var replication = 0; replication < Replications; replication++)
        {
            var settings = new BootstrapSettings { Resamples = 400, Seed = replication, Interval = interval };
            var result = PathModelBootstrap.Run(model, Sample(replication), settings);
            foreach (var ((from, to), value) in planted)
            {
                var path = result.Find(ParameterKind.Path, from, to)!;
                covered[(from, to)] += path.Lower <= value && value <= path.Upper ? 1 : 0;
                sums[(from, to)] += path.Estimate;
            }
        }

        foreach (var (path, value) in planted)
        {
            (covered[path] / (double)Replications).ShouldBe(0.95, Noise, path.ToString());
            (sums[path] / Replications).ShouldBe(value, 0.02, path.ToString());
        }
    }

    private static PathModel Model() => new(
        "planted",
        [.. "ABCD".Select(c => Construct.Of($"{c}", MeasurementMode.Reflective, [.. Enumerable.Range(1, 3).Select(i => $"{c}{i}")]))],
        [new("A", "C"), new("B", "C"), new("C", "D")]);

    /// <summary>Factors A and B correlated 0.3; C = 0.5 A + 0.3 B + rest; D = 0.6 C + rest; three items each with loading 0.8.</summary>
    private static ItemTable Sample(int seed)
    {
        var random = new Random(1000 + seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var columns = Enumerable.Range(0, 12).Select(_ => new double[Respondents]).ToArray();
        var rest = Math.Sqrt(1 - (0.25 + 0.09 + (2 * 0.5 * 0.3 * 0.3)));
        for (var r = 0; r < Respondents; r++)
        {
            var a = Normal();
            var b = (0.3 * a) + (Math.Sqrt(1 - 0.09) * Normal());
            var c = (0.5 * a) + (0.3 * b) + (rest * Normal());
            double[] factors = [a, b, c, (0.6 * c) + (0.8 * Normal())];
            for (var i = 0; i < 12; i++)
            {
                columns[i][r] = (Loading * factors[i / 3]) + (Math.Sqrt(1 - (Loading * Loading)) * Normal());
            }
        }

        return new ItemTable([.. "ABCD".SelectMany(c => Enumerable.Range(1, 3).Select(i => $"{c}{i}"))], columns);
    }
}
