using Analytics.Core;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Tests.PathModels.Estimate;
using static Analytics.Statistics.Tests.PathModels.SurveyData;

namespace Analytics.Statistics.Tests.PathModels.Resample;

/// <summary>The bootstrap against published resamples (other random numbers: equal within their Monte-Carlo error) and against itself.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public void Run_S1_AgreesWithSeminrsPaths() => ShouldAgreeWithSeminr("boot_report_paths", ParameterKind.Path);

    [Fact]
    public void Run_S1_AgreesWithSeminrsLoadings() => ShouldAgreeWithSeminr("boot_report_loadings", ParameterKind.Loading);

    [Fact]
    public void Run_BankRaw_AgreesWithPlspmsPaths()
    {
        // plspm resamples 100 times by default.
        var result = PathModelBootstrap.Run(PlspmTests.BankModel(), Bank(), new BootstrapSettings { Resamples = 4000 });
        var expected = Expected("plspm/satisfaction_boot_paths.csv");
        foreach (var row in expected.RowNames)
        {
            var parameter = Find(result, ParameterKind.Path, row, " -> ");
            parameter.Estimate.ShouldBe(expected[row, "original"], 1e-9);
            ShouldAgree(parameter, expected[row, "mean"], expected[row, "std.error"], expected[row, "perc.025"], expected[row, "perc.975"], 100);
        }
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Run_AnyNumberOfProcessors_GivesTheSameNumbers(Survey survey)
    {
        var settings = new BootstrapSettings { Resamples = 200, Seed = 7, Interval = BootstrapInterval.BiasCorrectedAccelerated, Target = "Satisfaction" };
        var one = PathModelBootstrap.Run(MobiModels.Ecsi(), Phone(survey), settings with { Processors = 1 });
        var all = PathModelBootstrap.Run(MobiModels.Ecsi(), Phone(survey), settings);
        all.Parameters.ShouldBe(one.Parameters);
        PathModelBootstrap.Run(MobiModels.Ecsi(), Phone(survey), settings with { Seed = 8 }).Parameters.ShouldNotBe(one.Parameters);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Run_SameRespondentsByHand_GivesTheSameEstimates(Survey survey)
    {
        // What a resample estimates is what a fit of the drawn respondents gives: here of one stratum a respondent, so that nothing is left to chance.
        var mobi = Phone(survey);
        var fixedDraws = mobi with { Strata = [.. Enumerable.Range(0, mobi.Respondents)] };
        var result = PathModelBootstrap.Run(MobiModels.Ecsi(), fixedDraws, new BootstrapSettings { Resamples = 3 });
        foreach (var parameter in result.Parameters)
        {
            (parameter.Mean, parameter.Lower, parameter.Upper).ShouldSatisfyAllConditions(
                () => parameter.Mean.ShouldBe(parameter.Estimate, 1e-9), () => parameter.Lower.ShouldBe(parameter.Estimate, 1e-9),
                () => parameter.StandardError.ShouldBe(0, 1e-9));
        }
    }

    [Fact]
    public void Run_LawSchools_BcaEqualsEfronsWithinMonteCarloError()
    {
        // Efron and Tibshirani (1993), table 3.1. R 4.2, 400,000 resamples, 90 %: BCa 0.4295…0.9267 (bias −0.0968, acceleration −0.0757), percentile
        // 0.5223…0.9474.
        double[] lsat = [576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594];
        double[] gpa = [3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96];
        var model = new PathModel(
            "schools",
            [Construct.Of("Lsat", MeasurementMode.ModeA, "lsat"), Construct.Of("Gpa", MeasurementMode.ModeA, "gpa")],
            [new("Lsat", "Gpa")])
        {
            Estimation = new EstimationSettings { MinimumRespondents = 10 },
        };
        var settings = new BootstrapSettings { Resamples = 40000, Level = 0.9, Interval = BootstrapInterval.BiasCorrectedAccelerated };
        var bca = PathModelBootstrap.Run(model, new ItemTable(["lsat", "gpa"], [lsat, gpa]), settings).Find(ParameterKind.Path, "Lsat", "Gpa")!;
        bca.Estimate.ShouldBe(0.7763745, 1e-7);
        bca.Lower.ShouldBe(0.429543, 0.015);
        bca.Upper.ShouldBe(0.926725, 0.004);
    }

    [Fact]
    public void Run_ConstructThatTurnsRoundInResamples_IsAligned()
    {
        // Two items that contradict each other: the sign of their score would flip at random without alignment.
        var random = new Random(2);
        var (a, b, y) = (new double[60], new double[60], new double[60]);
        for (var r = 0; r < 60; r++)
        {
            var factor = random.NextDouble();
            (a[r], b[r], y[r]) = (factor + random.NextDouble(), -factor + random.NextDouble(), factor + random.NextDouble());
        }

        var model = new PathModel(
            "turning",
            [Construct.Of("X", MeasurementMode.ModeA, "a", "b"), Construct.Of("Y", MeasurementMode.ModeA, "y")],
            [new("X", "Y")]);
        var path = PathModelBootstrap.Run(model, new ItemTable(["a", "b", "y"], [a, b, y]), new BootstrapSettings { Resamples = 500 })
            .Find(ParameterKind.Path, "X", "Y")!;
        (path.Lower * path.Upper).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Run_ItemThatVariesInFewResamples_IsRefused()
    {
        var random = new Random(4);
        var rare = Enumerable.Range(0, 20).Select(r => r == 0 ? 1.0 : 0).ToArray();
        var rarer = Enumerable.Range(0, 20).Select(r => r == 1 ? 1.0 : 0).ToArray();
        var y = rare.Select(_ => random.NextDouble()).ToArray();
        var model = new PathModel("rare", [Construct.Of("X", MeasurementMode.ModeA, "a", "b"), Construct.Of("Y", MeasurementMode.ModeA, "y")], [new("X", "Y")]);
        Should.Throw<AnalyticsException>(
            () => PathModelBootstrap.Run(model, new ItemTable(["a", "b", "y"], [rare, rarer, y]), new BootstrapSettings { Resamples = 400 }))
            .Message.ShouldContain("AN7007: Only ");
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Run_MoreResamples_AllocateTheirNumbersAndNothingElse(Survey survey)
    {
        // Each parameter of each resample is kept once and copied once for its quantiles: 16 bytes. Everything else is working memory.
        var (mobi, model) = (Phone(survey), MobiModels.Ecsi());
        long Allocated(int resamples)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            PathModelBootstrap.Run(model, mobi, new BootstrapSettings { Resamples = resamples, Processors = 1 });
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var parameters = PathModelBootstrap.Run(model, mobi, new BootstrapSettings { Resamples = 1 }).Parameters.Count;
        Allocated(100);
        var perResample = (Allocated(1100) - Allocated(100)) / 1000.0;
        perResample.ShouldBeLessThan((16 * parameters) + 16);
    }

    private static void ShouldAgreeWithSeminr(string name, ParameterKind kind)
    {
        var result = PathModelBootstrap.Run(MobiModels.S1(), Mobi(), new BootstrapSettings { Resamples = 4000 });
        var expected = Expected($"seminr/{name}.csv");
        foreach (var row in expected.RowNames)
        {
            var parameter = Find(result, kind, row, "  ->  ");
            parameter.Estimate.ShouldBe(expected[row, "Original Est."], 1e-9);
            ShouldAgree(parameter, expected[row, "Bootstrap Mean"], expected[row, "Bootstrap SD"], expected[row, "2.5% CI"], expected[row, "97.5% CI"], 500);
        }
    }

    /// <summary>Four and a half standard errors of what so many published resamples can say; a 2.5 % quantile of R normal draws varies by 2.67 σ/√R.</summary>
    private static void ShouldAgree(BootstrapParameter parameter, double mean, double deviation, double lower, double upper, int published)
    {
        var sigma = parameter.StandardError;
        var noise = 4.5 * Math.Sqrt((1.0 / published) + (1.0 / 4000));
        parameter.Mean.ShouldBe(mean, noise * sigma, parameter.From);
        sigma.ShouldBe(deviation, noise * sigma, parameter.From);
        parameter.Lower.ShouldBe(lower, 2.67 * noise * sigma, parameter.From);
        parameter.Upper.ShouldBe(upper, 2.67 * noise * sigma, parameter.From);
    }

    private static BootstrapParameter Find(BootstrapResult result, ParameterKind kind, string row, string arrow)
    {
        var ends = row.Split(arrow);
        return result.Find(kind, ends[0], ends[1])!;
    }
}
