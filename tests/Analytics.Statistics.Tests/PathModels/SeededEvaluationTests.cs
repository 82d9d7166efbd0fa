using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Evaluate;
using Analytics.Statistics.PathModels.Resample;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Tests.PathModels.Estimate;

namespace Analytics.Statistics.Tests.PathModels;

/// <summary>Interactions, predictions, resamples, weights and missing answers of the seeded survey against R (Fixtures/*.R).</summary>
public sealed class SeededEvaluationTests
{
    private const double Digits = 1e-8;

    [Fact]
    public void Fit_TwoInteractions_EqualSeminr()
    {
        var fit = PlsPathModel.Fit(Moderated(MobiModels.S1(), "Expectation", "Value"), SeededSurvey.Phone());
        new ModelFigures(fit).ShouldEqual(SeededSurvey.Table("interactions"), Digits);
    }

    [Fact]
    public void Fit_ReflectiveInteraction_EqualsSeminr()
    {
        var fit = PlsPathModel.Fit(Moderated(MobiModels.S1(MeasurementMode.Reflective), "Expectation"), SeededSurvey.Phone());
        var table = SeededSurvey.Table("interaction-reflective");
        new ModelFigures(fit).ShouldEqual([.. table.Where(f => !f.From.Contains('*'))], Digits);

        // seminr standardises the product for reflective constructs; here it keeps its variance.
        var product = fit.Scores[fit.IndexOf("Image*Expectation")];
        table.Single(f => f.From.Contains('*')).ShouldBe(fit.Paths[3].Coefficient * Math.Sqrt(product.Sum(x => x * x) / (product.Length - 1)), Digits);
    }

    [Theory]
    [InlineData(PredictionSource.DirectPredecessors, "direct")]
    [InlineData(PredictionSource.EarliestPredecessors, "earliest")]
    public void Predict_FiveParts_EqualsSeminrAndLm(PredictionSource source, string kind)
    {
        var phone = SeededSurvey.Phone();
        var result = PathModelPrediction.Run(MobiModels.S2(), phone, [.. Enumerable.Range(0, phone.Respondents).Select(r => r % 5)], source);
        var expected = SeededSurvey.Table("prediction").Where(f => f.Kind == kind || (f.Kind == "linear" && f.From != "q squared")).ToList();
        expected.Count.ShouldBe(25);
        foreach (var figure in expected)
        {
            var item = result.Items.Single(i => i.Item == figure.To);
            figure.ShouldBe((figure.Kind == "linear", figure.From) switch
            {
                (true, "rmse") => item.LinearRmse!.Value,
                (true, _) => item.LinearMae!.Value,
                (_, "rmse") => item.Rmse,
                (_, "mae") => item.Mae,
                _ => item.QSquare,
            }, Digits);
        }
    }

    [Fact]
    public void Bootstrap_Phone_AgreesWithSeminrsResamples() => ShouldAgree(MobiModels.S1(), SeededSurvey.Phone(), "bootstrap", published: 1000);

    [Fact]
    public void Bootstrap_BankRaw_AgreesWithPlspmsResamples() => ShouldAgree(PlspmTests.BankModel(), SeededSurvey.Bank(), "plspm-bootstrap", published: 500);

    [Fact]
    public void Fit_Pairwise_UsesTheCorrelationsOfPairs()
    {
        var phone = SeededSurvey.Phone();
        double[] Pierced(double[] column, int place) => [.. column.Select((x, r) => r % 41 == 3 * place % 41 ? double.NaN : x)];
        var holes = phone with { Columns = [.. phone.Columns.Select((column, i) => Pierced(column, i + 1))] };
        var fit = PlsPathModel.Fit(MobiModels.Ecsi() with { Estimation = new EstimationSettings { Missing = MissingAnswers.Pairwise } }, holes);
        var table = SeededSurvey.Table("pairs");
        table.Count.ShouldBe(276);

        // a covariance of the pairs, over the deviations of all answers given: R's correlation of pairs takes the deviations of the pairs
        foreach (var figure in table)
        {
            Correlation(fit, figure).ShouldBe(figure.Value * PairDeviations(holes, figure) / (Deviation(fit, figure.From) * Deviation(fit, figure.To)), 1e-9);
        }
    }

    [Fact]
    public void Fit_Weighted_HasTheWeightedMomentsOfR()
    {
        var phone = SeededSurvey.Phone();
        var weighted = phone with { Weights = [.. Enumerable.Range(0, phone.Respondents).Select(r => (double)(r % 4))] };
        var fit = PlsPathModel.Fit(MobiModels.Ecsi(), weighted);
        foreach (var figure in SeededSurvey.Table("weighted"))
        {
            figure.ShouldBe(figure.Kind == "mean" ? fit.ItemMeans[At(fit, figure.From)] : Correlation(fit, figure), 1e-9);
        }
    }

    /// <summary>
    /// Four and a half standard errors of what so many resamples there and 4,000 here can say; a 2.5 % quantile of R normal draws varies by 2.67 σ/√R.
    /// </summary>
    private static void ShouldAgree(PathModel model, ItemTable survey, string name, int published)
    {
        var result = PathModelBootstrap.Run(model, survey, new BootstrapSettings { Resamples = 4000 });
        foreach (var figure in SeededSurvey.Table(name))
        {
            var words = figure.Kind.Split(' ');
            var parameter = result.Find(words[0] == "path" ? ParameterKind.Path : ParameterKind.Loading, figure.From, figure.To)!;
            var noise = 4.5 * Math.Sqrt((1.0 / published) + (1.0 / 4000)) * parameter.StandardError;
            var (actual, tolerance) = words[1] switch
            {
                "estimate" => (parameter.Estimate, 1e-9),
                "mean" => (parameter.Mean, noise),
                "deviation" => (parameter.StandardError, noise),
                "lower" => (parameter.Lower, 2.67 * noise),
                _ => (parameter.Upper, 2.67 * noise),
            };
            figure.ShouldBe(actual, tolerance);
        }
    }

    private static PathModel Moderated(PathModel model, params string[] moderators) => model with
    {
        Constructs = [.. model.Constructs, .. moderators.Select(m => Construct.Interaction($"Image*{m}", "Image", m))],
        Paths = [.. model.Paths, .. moderators.Select(m => new StructuralPath($"Image*{m}", "Satisfaction"))],
    };

    private static double PairDeviations(ItemTable table, ExpectedFigure pair)
    {
        var both = Column(table, pair.From).Zip(Column(table, pair.To)).Where(p => double.IsFinite(p.First + p.Second)).ToList();
        double Variance(Func<(double First, double Second), double> of) => both.Sum(p => Math.Pow(of(p) - both.Average(of), 2)) / (both.Count - 1);
        return Math.Sqrt(Variance(p => p.First) * Variance(p => p.Second));
    }

    private static double[] Column(ItemTable table, string item) => table.Columns[table.Items.ToList().IndexOf(item)];

    private static int At(PathModelFit fit, string item) => fit.Items.ToList().IndexOf(item);

    private static double Deviation(PathModelFit fit, string item) => fit.ItemDeviations[At(fit, item)];

    private static double Correlation(PathModelFit fit, ExpectedFigure pair) => fit.ItemCorrelations[At(fit, pair.From), At(fit, pair.To)];
}
