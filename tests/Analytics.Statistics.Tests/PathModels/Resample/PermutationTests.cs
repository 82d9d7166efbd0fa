using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Resample;

public sealed class PermutationTests
{
    private static readonly PathModel Model = new(
        "test",
        [Construct.Of("A", MeasurementMode.ModeA, "a1", "a2", "a3"), Construct.Of("B", MeasurementMode.ModeA, "b1", "b2", "b3")],
        [new("A", "B")]);

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Run_Groups_HaveTheEstimatesOfTheirOwnFits(Survey survey)
    {
        var mobi = SurveyData.Phone(survey);
        bool[] second = [.. Enumerable.Range(0, mobi.Respondents).Select(r => r % 3 == 0)];
        var result = PathModelPermutation.Run(MobiModels.Ecsi(), mobi, second, new PermutationSettings { Permutations = 20 });
        var first = PlsPathModel.Fit(MobiModels.Ecsi(), mobi.Rows([.. Enumerable.Range(0, mobi.Respondents).Where(r => !second[r])]));
        var other = PlsPathModel.Fit(MobiModels.Ecsi(), mobi.Rows([.. Enumerable.Range(0, mobi.Respondents).Where(r => second[r])]));
        (result.First, result.Second).ShouldBe((mobi.Respondents - second.Count(s => s), second.Count(s => s)));
        second.Count(s => s).ShouldBe(survey == Survey.Seeded ? 100 : 84);
        foreach (var path in first.Paths)
        {
            var difference = result.Differences.Single(d => d.Kind == ParameterKind.Path && d.From == path.From && d.To == path.To);
            difference.First.ShouldBe(path.Coefficient, 1e-9);
            difference.Second.ShouldBe(other.Path(path.From, path.To).Coefficient, 1e-9);
        }
    }

    [Fact]
    public void Run_AnyNumberOfProcessors_GivesTheSame()
    {
        var (table, second) = Groups(0.4, 0.4, 0);
        var settings = new PermutationSettings { Permutations = 100, Processors = 1 };
        var one = PathModelPermutation.Run(Model, table, second, settings);
        var all = PathModelPermutation.Run(Model, table, second, settings with { Processors = -1 });
        all.Differences.ShouldBe(one.Differences);
        all.Invariance.ShouldBe(one.Invariance);
    }

    [Fact]
    public void Run_GroupsAlike_FindsNoDifference()
    {
        var (table, second) = Groups(0.5, 0.5, 0);
        var result = PathModelPermutation.Run(Model, table, second, new PermutationSettings { Permutations = 300 });
        result.Differences.ShouldAllBe(d => d.PValue > 0.05);
        result.Invariance.ShouldAllBe(i => i.Level == InvarianceLevel.Full && i.Composition > 0.98);
    }

    [Fact]
    public void Run_PlantedPath_IsFound()
    {
        var (table, second) = Groups(0.2, 0.8, 0);
        var path = PathModelPermutation.Run(Model, table, second, new PermutationSettings { Permutations = 300 })
            .Differences.Single(d => d.Kind == ParameterKind.Path);
        path.PValue.ShouldBe(1.0 / 301, 1e-12);
        path.Difference.ShouldBeInRange(-0.75, -0.3);
    }

    [Fact]
    public void Run_PlantedMean_LeavesPartialInvariance()
    {
        var (table, second) = Groups(0.6, 0.6, 1);
        var result = PathModelPermutation.Run(Model, table, second, new PermutationSettings { Permutations = 300 });
        var a = result.Invariance.Single(i => i.Construct == "A");
        (a.Level, a.MeanP).ShouldBe((InvarianceLevel.Partial, 1.0 / 301));
        a.MeanDifference.ShouldBeLessThan(-0.4);
        var index = result.Differences.Single(d => d.Kind == ParameterKind.Index && d.To == "A");
        (index.PValue, result.Invariance.Single(i => i.Construct == "B").Level).ShouldBe((1.0 / 301, InvarianceLevel.Full));
        index.Difference.ShouldBeInRange(-12, -8);
    }

    [Fact]
    public void Run_SmallGroup_IsRefused()
    {
        var (table, _) = Groups(0.5, 0.5, 0);
        bool[] few = [.. Enumerable.Range(0, table.Respondents).Select(r => r < 8)];
        Should.Throw<AnalyticsException>(() => PathModelPermutation.Run(Model, table, few, new PermutationSettings()))
            .Message.ShouldStartWith("AN7008: The groups have 592 and 8 respondents");
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Run_SecondOrder_LeavesInvarianceOutWithAWarning(Survey survey)
    {
        bool[] second = [.. Enumerable.Range(0, SurveyData.Phone(survey).Respondents).Select(r => r % 2 == 0)];
        var result = PathModelPermutation.Run(MobiModels.SecondOrder(), SurveyData.Phone(survey), second, new PermutationSettings { Permutations = 10 });
        result.Invariance.ShouldBeEmpty();
        result.Warnings.ShouldBe([new ModelWarning(ModelWarningKind.NoInvariance)]);
        result.Differences.Where(d => d.Kind == ParameterKind.Path).Count().ShouldBe(4);
    }

    private static (ItemTable Table, bool[] Second) Groups(double pathFirst, double pathSecond, double shift)
    {
        var random = new Random(17);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var columns = Enumerable.Range(0, 6).Select(_ => new double[600]).ToArray();
        bool[] second = [.. Enumerable.Range(0, 600).Select(r => r >= 300)];
        for (var r = 0; r < 600; r++)
        {
            var path = second[r] ? pathSecond : pathFirst;
            var a = Normal();
            var b = (path * a) + (Math.Sqrt(1 - (path * path)) * Normal());
            for (var i = 0; i < 3; i++)
            {
                columns[i][r] = 5 + a + (second[r] ? shift : 0) + (0.5 * Normal());
                columns[i + 3][r] = 5 + b + (0.5 * Normal());
            }
        }

        return (new ItemTable(["a1", "a2", "a3", "b1", "b2", "b3"], columns, Scales: [.. Enumerable.Repeat(new ItemScale(0, 10), 6)]), second);
    }
}
