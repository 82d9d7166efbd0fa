using Analytics.Core;
using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Data and definitions that cannot be estimated are refused with their reason; what is estimated holds no NaN.</summary>
public sealed class DegenerateModelTests
{
    private static readonly PathModel Model = new(
        "test",
        [Construct.Of("A", MeasurementMode.ModeA, "a1", "a2"), Construct.Of("B", MeasurementMode.ModeA, "b1", "b2")],
        [new("A", "B")]);

    [Fact]
    public void Fit_ConstantItem_IsRefusedByName() =>
        Refused(Model, Replace(Data(50), "a2", _ => 7)).ShouldContain("AN7005: All answers to the item 'a2' are 7");

    [Fact]
    public void Fit_AllAnswersMissing_IsRefusedByName() =>
        Refused(Model, Replace(Data(50), "b1", _ => double.NaN)).ShouldContain("AN7005: The item 'b1' has no answer at all.");

    [Fact]
    public void Fit_EightRespondents_IsRefusedWithTheNumbers() => Refused(Model, Data(8)).ShouldContain("AN7004: 8 of 8 respondents can be used");

    [Fact]
    public void Fit_NoWholeRespondent_IsRefusedListwise()
    {
        var listwise = Model with { Estimation = new EstimationSettings { Missing = MissingAnswers.Listwise } };
        var holes = Replace(Replace(Data(50), "a1", row => row % 2 == 0 ? double.NaN : row % 7), "b1", row => row % 2 == 1 ? double.NaN : row % 5);
        Refused(listwise, holes).ShouldContain("AN7004: 0 of 50 respondents can be used (weight above 0, all answers given)");
    }

    [Fact]
    public void Fit_CollinearBlock_IsRefusedInModeBAndEstimatedInModeA()
    {
        var data = Data(50);
        var doubled = Replace(data, "a2", row => (2 * data.Columns[0][row]) + 1);
        var modeB = Model with { Constructs = [Model.Constructs[0] with { Mode = MeasurementMode.ModeB }, Model.Constructs[1]] };
        Refused(modeB, doubled).ShouldContain("AN7006: The model 'test' cannot be estimated. Indicators of 'A' are collinear");
        var fit = PlsPathModel.Fit(Model, doubled);
        fit.Indicators.Where(i => i.Construct == "A").ShouldAllBe(i => i.Vif == null && double.IsFinite(i.Weight));
    }

    [Fact]
    public void Fit_CollinearPredictors_AreRefusedByTheExplainedConstruct()
    {
        var data = Data(50);
        var three = new ItemTable(["a1", "a2", "b1", "c1"], [data.Columns[0], [.. data.Columns[0].Select(x => 5 - (3 * x))], data.Columns[2], data.Columns[3]]);
        var model = new PathModel(
            "test",
            [
                Construct.Of("A", MeasurementMode.ModeA, "a1"), Construct.Of("A2", MeasurementMode.ModeA, "a2"),
                Construct.Of("B", MeasurementMode.ModeA, "b1", "c1"),
            ],
            [new("A", "B"), new("A2", "B")]);
        Refused(model, three).ShouldContain("Constructs that explain 'B' are collinear");
    }

    [Fact]
    public void Fit_ZeroOrNegativeWeights_AreRefused()
    {
        Refused(Model, Data(50) with { Weights = new double[50] }).ShouldContain("AN7003: All survey weights are 0.");
        Refused(Model, Data(50) with { Weights = [.. Enumerable.Range(0, 50).Select(r => r == 3 ? -1.0 : 1)] }).ShouldContain("AN7003: A survey weight is -1");
    }

    [Fact]
    public void Fit_OneItemConstruct_IsEstimatedWithAWarning()
    {
        var single = Model with { Constructs = [Construct.Of("A", MeasurementMode.Reflective, "a1"), Model.Constructs[1]] };
        var fit = PlsPathModel.Fit(single, Data(50));
        fit.Warnings.ShouldContain(new ModelWarning(ModelWarningKind.SingleItem, "A"));
        fit.Indicators[0].ShouldBe(new IndicatorEstimate("A", "a1", 1, 1, 1, 0, 1));
    }

    [Fact]
    public void Fit_FaultyDefinition_ListsEveryFault()
    {
        var faulty = new PathModel(
            "faulty",
            [
                Construct.Of("A", MeasurementMode.ModeA, "x", "x"), Construct.Of("B", MeasurementMode.ModeA, "x"), Construct.Of("C", MeasurementMode.ModeA),
                Construct.SecondOrder("H", MeasurementMode.ModeA, "Nobody"),
            ],
            [new("A", "B"), new("A", "Q")]);
        var message = Refused(faulty, Data(50));
        string[] faults =
        [
            "names 'x' 2 times", "belongs to 'A' and 'B'", "'C' has no indicators", "'Nobody', which is no construct",
            "names 'Q', which is no construct", "'C' has no path", "'H' has no path",
        ];
        foreach (var fault in faults)
        {
            message.ShouldContain(fault);
        }
    }

    [Fact]
    public void Fit_Loop_IsRefused() => Refused(Model with { Paths = [new("A", "B"), new("B", "A")] }, Data(50)).ShouldContain("its paths form a loop");

    [Fact]
    public void Fit_AbsentItem_NamesItAndThoseThereAre() =>
        Refused(Model with { Constructs = [Construct.Of("A", MeasurementMode.ModeA, "a1", "a9"), Model.Constructs[1]] }, Data(50))
            .ShouldContain("AN7002: The data have no item 'a9'. The items are: a1, a2, b1, b2.");

    private static string Refused(PathModel model, ItemTable data) => Should.Throw<AnalyticsException>(() => PlsPathModel.Fit(model, data)).Message;

    private static ItemTable Replace(ItemTable data, string item, Func<int, double> value) => data with
    {
        Columns = [.. data.Items.Select((name, i) => name == item ? Enumerable.Range(0, data.Respondents).Select(value).ToArray() : data.Columns[i])],
    };

    private static ItemTable Data(int respondents)
    {
        var random = new Random(5);
        var factor = Enumerable.Range(0, respondents).Select(_ => random.NextDouble() * 6).ToArray();
        double[] Column(double noise) => [.. factor.Select(f => Math.Round(f + (noise * random.NextDouble())))];
        return new ItemTable(["a1", "a2", "b1", "b2"], [Column(3), Column(4), Column(5), Column(4)]);
    }
}
