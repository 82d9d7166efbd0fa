using System.Diagnostics;
using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Benchmarks;

/// <summary>Bootstraps of path models, for pls.sh: the process' own CPU time is measured from outside.</summary>
internal static class ModelBootstrap
{
    /// <summary>The European index on the mobile-phone survey; prints the path coefficients with their standard errors.</summary>
    public static int Mobi(string file, int resamples)
    {
        var lines = File.ReadAllLines(file);
        var names = lines[0].Split(',').Select(n => n.Trim('"')).ToArray();
        var rows = lines.Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        var table = new ItemTable(names, [.. names.Select((_, i) => rows.Select(row => row[i]).ToArray())]);
        var watch = Stopwatch.StartNew();
        var result = PathModelBootstrap.Run(Ecsi(), table, new BootstrapSettings { Resamples = resamples });
        foreach (var path in result.Parameters.Where(p => p.Kind == ParameterKind.Path))
        {
            Console.WriteLine($"{path.From} {path.To} {path.Estimate:F6} {path.StandardError:F6}");
        }

        Console.Error.WriteLine($"{result.Used} resamples in {watch.Elapsed.TotalSeconds:F2} s by the clock");
        return 0;
    }

    /// <summary>7,020 made-up respondents, 30 items of six constructs in a chain.</summary>
    public static int Large(int resamples)
    {
        const int Respondents = 7020;
        var random = new Random(20260101);
        var columns = Enumerable.Range(0, 30).Select(_ => new double[Respondents]).ToArray();
        for (var r = 0; r < Respondents; r++)
        {
            var factor = 0.0;
            for (var k = 0; k < 6; k++)
            {
                factor = (0.6 * factor) + random.NextDouble() - 0.5;
                for (var i = 0; i < 5; i++)
                {
                    columns[(k * 5) + i][r] = Math.Clamp(Math.Round(5.5 + (6 * factor) + (4 * (random.NextDouble() - 0.5))), 1, 10);
                }
            }
        }

        string[] names = [.. Enumerable.Range(0, 30).Select(i => $"x{i}")];
        var model = new PathModel(
            "chain",
            [.. Enumerable.Range(0, 6).Select(k => Construct.Of($"C{k}", MeasurementMode.ModeA, names[(5 * k)..((5 * k) + 5)]))],
            [.. Enumerable.Range(1, 5).Select(k => new StructuralPath($"C{k - 1}", $"C{k}")), new("C0", "C5"), new("C2", "C5")]);
        var table = new ItemTable(names, columns, Scales: [.. names.Select(_ => new ItemScale(1, 10))]);
        var result = PathModelBootstrap.Run(model, table, new BootstrapSettings { Resamples = resamples });
        Console.WriteLine($"{result.Used} resamples of {Respondents} × 30, {result.Parameters.Count} parameters each");
        return 0;
    }

    private static PathModel Ecsi() => new(
        "ECSI",
        [
            Block("Image", "IMAG", 5), Block("Expectation", "CUEX", 3), Block("Quality", "PERQ", 7), Block("Value", "PERV", 2),
            Block("Satisfaction", "CUSA", 3),
            Construct.Of("Complaints", MeasurementMode.ModeA, "CUSCO"), Block("Loyalty", "CUSL", 3),
        ],
        [
            new("Image", "Expectation"), new("Image", "Satisfaction"), new("Image", "Loyalty"), new("Expectation", "Quality"),
            new("Expectation", "Value"), new("Expectation", "Satisfaction"),
            new("Quality", "Value"), new("Quality", "Satisfaction"), new("Value", "Satisfaction"), new("Satisfaction", "Complaints"),
            new("Satisfaction", "Loyalty"), new("Complaints", "Loyalty"),
        ])
    {
        Estimation = new EstimationSettings { Scheme = InnerScheme.Centroid, Divisor = VarianceDivisor.N },
    };

    private static Construct Block(string name, string prefix, int items) =>
        Construct.Of(name, MeasurementMode.ModeA, [.. Enumerable.Range(1, items).Select(i => $"{prefix}{i}")]);
}
