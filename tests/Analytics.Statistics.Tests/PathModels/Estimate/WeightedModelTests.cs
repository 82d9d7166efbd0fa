using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels;

/// <summary>Survey weights and missing answers.</summary>
public sealed class WeightedModelTests
{
    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Fit_IntegerWeights_EqualRepeatedRespondents(Survey survey)
    {
        var mobi = SurveyData.Phone(survey);
        var random = new Random(3);
        var weights = Enumerable.Range(0, mobi.Respondents).Select(_ => (double)random.Next(0, 4)).ToArray();
        var repeated = mobi.Rows([.. weights.SelectMany((w, row) => Enumerable.Repeat(row, (int)w))]);
        var weighted = PlsPathModel.Fit(Population(MobiModels.Ecsi()), mobi with { Weights = weights });
        var plain = PlsPathModel.Fit(Population(MobiModels.Ecsi()), repeated);
        ShouldAgree(weighted, plain, 1e-12);
        weighted.EffectiveRespondents.ShouldBe(weights.Sum() * weights.Sum() / weights.Sum(w => w * w), 1e-9);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Fit_WeightsOfAnySize_GiveTheSame(Survey survey)
    {
        var mobi = SurveyData.Phone(survey);
        var weights = Enumerable.Range(0, mobi.Respondents).Select(row => 1 + (row % 5)).ToArray();
        var small = PlsPathModel.Fit(MobiModels.Ecsi(), mobi with { Weights = [.. weights.Select(w => w / 1000.0)] });
        var large = PlsPathModel.Fit(MobiModels.Ecsi(), mobi with { Weights = [.. weights.Select(w => w * 1e6)] });
        ShouldAgree(small, large, 1e-12);
    }

    [Theory]
    [InlineData(MissingAnswers.MeanReplacement, Survey.Seeded)]
    [InlineData(MissingAnswers.Listwise, Survey.Seeded)]
    [InlineData(MissingAnswers.Pairwise, Survey.Seeded)]
    [InlineData(MissingAnswers.MeanReplacement, Survey.Published)]
    [InlineData(MissingAnswers.Listwise, Survey.Published)]
    [InlineData(MissingAnswers.Pairwise, Survey.Published)]
    public void Fit_NothingMissing_EveryTreatmentIsTheSame(MissingAnswers missing, Survey survey)
    {
        var model = MobiModels.Ecsi();
        var treated = model with { Estimation = new EstimationSettings { Missing = missing } };
        ShouldAgree(PlsPathModel.Fit(treated, SurveyData.Phone(survey)), PlsPathModel.Fit(model, SurveyData.Phone(survey)), 1e-12);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Fit_MeanReplacement_EqualsReplacingByHand(Survey survey)
    {
        var holes = WithHoles(survey);
        var filled = holes with
        {
            Columns = [.. holes.Columns.Select(c => c.Select(x => double.IsNaN(x) ? c.Where(y => !double.IsNaN(y)).Average() : x).ToArray())],
        };
        var fit = PlsPathModel.Fit(MobiModels.Ecsi(), holes);
        ShouldAgree(fit, PlsPathModel.Fit(MobiModels.Ecsi(), filled), 1e-12);
        fit.Warnings.Single(w => w.Kind == ModelWarningKind.MissingAnswers)
            .Value!.Value.ShouldBe(holes.Columns.Average(c => c.Average(x => double.IsNaN(x) ? 1.0 : 0)), 1e-12);
    }

    [Theory]
    [InlineData(Survey.Seeded)]
    [InlineData(Survey.Published)]
    public void Fit_Listwise_EqualsTheWholeRespondents(Survey survey)
    {
        var holes = WithHoles(survey);
        var whole = holes.Rows([.. Enumerable.Range(0, holes.Respondents).Where(row => !holes.Columns.Any(c => double.IsNaN(c[row])))]);
        var model = MobiModels.Ecsi() with { Estimation = new EstimationSettings { Missing = MissingAnswers.Listwise } };
        var fit = PlsPathModel.Fit(model, holes);
        ShouldAgree(fit, PlsPathModel.Fit(model, whole), 1e-12);
        fit.Respondents.ShouldBe(whole.Respondents);
    }

    [Fact]
    public void Fit_Pairwise_UsesTheCorrelationsOfPairs()
    {
        // R 4.2: cor(x, y, use = "pairwise.complete.obs") is what these are.
        var holes = WithHoles();
        var model = MobiModels.Ecsi() with { Estimation = new EstimationSettings { Missing = MissingAnswers.Pairwise } };
        var fit = PlsPathModel.Fit(model, holes);
        var (one, two) = (holes.Columns[holes.Items.ToList().IndexOf("IMAG1")], holes.Columns[holes.Items.ToList().IndexOf("PERQ1")]);
        var pairs = one.Zip(two).Where(p => !double.IsNaN(p.First) && !double.IsNaN(p.Second)).ToList();
        var covariance = pairs.Sum(p => (p.First - pairs.Average(q => q.First)) * (p.Second - pairs.Average(q => q.Second))) / (pairs.Count - 1);
        var (i, j) = (fit.Items.ToList().IndexOf("IMAG1"), fit.Items.ToList().IndexOf("PERQ1"));
        fit.ItemCorrelations[i, j].ShouldBe(covariance / (fit.ItemDeviations[i] * fit.ItemDeviations[j]), 1e-12);
        fit.Scores.SelectMany(s => s).ShouldAllBe(s => double.IsFinite(s));
    }

    private static ItemTable WithHoles(Survey survey = Survey.Published)
    {
        var random = new Random(9);
        var mobi = SurveyData.Phone(survey);
        return mobi with { Columns = [.. mobi.Columns.Select(c => c.Select(x => random.NextDouble() < 0.02 ? double.NaN : x).ToArray())] };
    }

    private static PathModel Population(PathModel model) => model with { Estimation = model.Estimation with { Divisor = VarianceDivisor.N } };

    private static void ShouldAgree(PathModelFit one, PathModelFit two, double tolerance)
    {
        for (var i = 0; i < one.Paths.Count; i++)
        {
            one.Paths[i].Coefficient.ShouldBe(two.Paths[i].Coefficient, tolerance);
            one.Paths[i].FSquare!.Value.ShouldBe(two.Paths[i].FSquare!.Value, tolerance);
        }

        for (var i = 0; i < one.Indicators.Count; i++)
        {
            one.Indicators[i].Weight.ShouldBe(two.Indicators[i].Weight, tolerance);
            one.Indicators[i].Loading.ShouldBe(two.Indicators[i].Loading, tolerance);
        }

        one.Srmr!.Estimated.ShouldBe(two.Srmr!.Estimated, tolerance);
    }
}
