using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Two-stage interactions against seminr 2.4 on R 4.2: <c>interaction_term(iv, moderator, method = two_stage)</c>.</summary>
public sealed class SeminrInteractionTests
{
    private const double Digits = 1e-8;

    [Fact]
    public void Fit_TwoInteractions_EqualSeminr()
    {
        var fit = PlsPathModel.Fit(Moderated(MobiModels.S1(), "Expectation", "Value"), SurveyData.Mobi());
        double[] expected = [0.44870350509689377, 0.16774163286842472, 0.31727405204663783, -0.04622944785325675, 0.00660415859419495];
        fit.Paths.Select(p => p.Coefficient).ShouldBe(expected, Digits);
        fit.Construct("Satisfaction").RSquared!.Value.ShouldBe(0.593519480030340, Digits);
        fit.Construct("Satisfaction").AdjustedRSquared!.Value.ShouldBe(0.585189961178503, Digits);
        fit.Weight("IMAG1", "Image").ShouldBe(0.331549768420411, Digits);
        fit.Paths.Select(p => p.FSquare is null).ShouldBe([true, true, true, false, false]);
    }

    [Fact]
    public void Fit_ReflectiveInteraction_EqualsSeminr()
    {
        var fit = PlsPathModel.Fit(Moderated(MobiModels.S1(MeasurementMode.Reflective), "Expectation"), SurveyData.Mobi());
        double[] expected = [0.5517433299168109, 0.2223024015967799, 0.2596582606346796];
        fit.Paths.Take(3).Select(p => p.Coefficient).ShouldBe(expected, Digits);

        // seminr keeps the product's variance for composites but standardises it for reflective constructs; here it is kept for both.
        var product = fit.Scores[fit.IndexOf("Image*Expectation")];
        var deviation = Math.Sqrt(product.Sum(x => x * x) / (product.Length - 1));
        (fit.Paths[3].Coefficient * deviation).ShouldBe(-0.0531640011618674, Digits);
        fit.Construct("Satisfaction").RSquared!.Value.ShouldBe(0.887346564463865, Digits);
    }

    [Fact]
    public void Fit_InteractionBesideASecondOrderConstruct_EqualsSeminr()
    {
        var model = MobiModels.S1() with
        {
            Constructs =
            [
                .. MobiModels.S1().Constructs,
                Construct.Of("Quality", MeasurementMode.ModeA, SurveyData.ItemNames("PERQ", 5)),
                Construct.Of("Loyalty", MeasurementMode.ModeA, SurveyData.ItemNames("CUSL", 3)),
                Construct.SecondOrder("Nick", MeasurementMode.ModeA, "Quality", "Loyalty"),
            ],
            Paths = [.. MobiModels.S1().Paths, new("Nick", "Satisfaction")],
        };
        double[] expected = [0.15426037767597336, 0.07379512012874340, 0.14403146559456761, 0.57687753398796504, 0.00893176133926131];
        var fit = PlsPathModel.Fit(Moderated(model, "Expectation"), SurveyData.Mobi());
        fit.Paths.Select(p => p.Coefficient).ShouldBe(expected, Digits);
        fit.Srmr.ShouldBeNull();
        fit.Warnings.Select(w => w.Kind).ShouldBe([ModelWarningKind.NoFSquare, ModelWarningKind.NoSrmr, ModelWarningKind.NoPrediction], ignoreOrder: true);
    }

    private static PathModel Moderated(PathModel model, params string[] moderators) => model with
    {
        Constructs = [.. model.Constructs, .. moderators.Select(m => Construct.Interaction($"Image*{m}", "Image", m))],
        Paths = [.. model.Paths, .. moderators.Select(m => new StructuralPath($"Image*{m}", "Satisfaction"))],
    };
}
