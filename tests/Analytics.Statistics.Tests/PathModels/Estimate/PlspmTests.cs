using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;
using static Analytics.Statistics.Tests.PathModels.SurveyData;

namespace Analytics.Statistics.Tests.PathModels.Estimate;

/// <summary>Raw items, mode B and all schemes against plspm's tables.</summary>
public sealed class PlspmTests
{
    private const double Digits = 1e-9;

    [Fact]
    public void Fit_MobiBasic_EqualsPlspm()
    {
        var fit = PlsPathModel.Fit(MobiModels.Basic(), Mobi());
        Expected("plspm/seminr-mobi-basic-paths.csv").ShouldBe(fit.Coefficient, 1e-7);
        Expected("plspm/seminr-mobi-basic-outer-model.csv").ShouldBe((item, column) => Outer(fit, item, column), 1e-7);
    }

    [Theory]
    [InlineData(InnerScheme.Centroid, "")]
    [InlineData(InnerScheme.Factorial, "-factorial")]
    [InlineData(InnerScheme.Path, "-path")]
    public void Fit_BankRaw_OuterModelEqualsPlspm(InnerScheme scheme, string suffix)
    {
        var fit = PlsPathModel.Fit(BankModel(scheme), Bank());
        var expected = Expected($"plspm/satisfaction.outer-model{suffix}.csv");
        expected.RowNames.Count.ShouldBe(27);
        foreach (var item in expected.RowNames)
        {
            fit.Indicators.Single(i => i.Indicator == item).Construct.ShouldBe(expected.Text(expected.RowNames.ToList().IndexOf(item), "block"));
            foreach (var column in new[] { "weight", "loading", "communality", "redundancy" })
            {
                Outer(fit, item, column).ShouldBe(expected[item, column], Digits, $"{item}, {column}");
            }
        }
    }

    [Fact]
    public void Fit_BankRaw_ScoresEqualPlspm()
    {
        var fit = PlsPathModel.Fit(BankModel(), Bank());
        Expected("plspm/satisfaction.scores.csv").ShouldBe((row, construct) => fit.Scores[fit.IndexOf(construct)][int.Parse(row) - 1], Digits);
    }

    [Fact]
    public void Fit_BankRaw_CrossLoadingsEqualPlspm()
    {
        var fit = PlsPathModel.Fit(BankModel(), Bank());
        var expected = Expected("plspm/satisfaction.crossloadings.csv");
        foreach (var item in expected.RowNames)
        {
            foreach (var construct in fit.Constructs)
            {
                fit.CrossLoadings[fit.Items.ToList().IndexOf(item), fit.IndexOf(construct.Name)]
                    .ShouldBe(expected[item, construct.Name], Digits, $"{item}, {construct.Name}");
            }
        }
    }

    [Fact]
    public void Fit_BankRaw_EffectsEqualPlspm()
    {
        var fit = PlsPathModel.Fit(BankModel(), Bank());
        var expected = Expected("plspm/satisfaction.effects.csv");
        for (var row = 0; row < expected.RowNames.Count; row++)
        {
            var (from, to) = (expected.Text(row, "from"), expected.Text(row, "to"));
            var effect = fit.Effects.SingleOrDefault(e => e.From == from && e.To == to) ?? new EffectEstimate(from, to, 0, 0, 0);
            effect.Direct.ShouldBe(expected[row, "direct"], Digits);
            effect.Indirect.ShouldBe(expected[row, "indirect"], Digits);
            effect.Total.ShouldBe(expected[row, "total"], Digits);
        }
    }

    [Fact]
    public void Fit_BankRaw_InnerModelAndSummaryEqualPlspm()
    {
        var fit = PlsPathModel.Fit(BankModel(), Bank());
        fit.GoodnessOfFit!.Value.ShouldBe(0.609741624, 1e-9);
        var summary = Expected("plspm/satisfaction.inner-summary.csv");
        foreach (var name in summary.RowNames)
        {
            var construct = fit.Construct(name);
            construct.IsExplained.ShouldBe(summary.Text(summary.RowNames.ToList().IndexOf(name), "type") == "Endogenous");
            (construct.RSquared ?? 0).ShouldBe(summary[name, "r_squared"], Digits);
            construct.MeanCommunality.ShouldBe(summary[name, "block_communality"], Digits);
            construct.MeanCommunality.ShouldBe(summary[name, "ave"], Digits);
            construct.MeanRedundancy.ShouldBe(summary[name, "mean_redundancy"], Digits);
        }
    }

    [Fact]
    public void Fit_BankRaw_RegressionOfSatisfactionEqualsPlspm()
    {
        var fit = PlsPathModel.Fit(BankModel(), Bank());
        var expected = Expected("plspm/satisfaction.inner-model.csv");
        foreach (var name in expected.RowNames)
        {
            var path = fit.Path(name, "SAT");
            path.Coefficient.ShouldBe(expected[name, "Estimate"], Digits);
            path.StandardError!.Value.ShouldBe(expected[name, "Std. Error"], Digits);
        }
    }

    internal static PathModel BankModel(InnerScheme scheme = InnerScheme.Centroid) => new(
        "bank",
        [
            Construct.Of("IMAG", MeasurementMode.ModeA, ItemNames("imag", 5)),
            Construct.Of("EXPE", MeasurementMode.ModeA, ItemNames("expe", 5)),
            Construct.Of("QUAL", MeasurementMode.ModeA, ItemNames("qual", 5)),
            Construct.Of("VAL", MeasurementMode.ModeA, ItemNames("val", 4)),
            Construct.Of("SAT", MeasurementMode.ModeA, ItemNames("sat", 4)),
            Construct.Of("LOY", MeasurementMode.ModeA, ItemNames("loy", 4)),
        ],
        [
            new("IMAG", "EXPE"), new("IMAG", "SAT"), new("IMAG", "LOY"), new("EXPE", "QUAL"), new("EXPE", "VAL"),
            new("EXPE", "SAT"), new("QUAL", "VAL"), new("QUAL", "SAT"), new("VAL", "SAT"), new("SAT", "LOY"),
        ])
    {
        Estimation = new EstimationSettings
        {
            Scheme = scheme,
            Scaling = ItemScaling.Raw,
            Divisor = VarianceDivisor.N,
            Stop = StopRule.SquaredChange,
            Tolerance = 1e-6,
            MaximumIterations = 100,
        },
    };

    private static double Outer(PathModelFit fit, string item, string column)
    {
        var indicator = fit.Indicators.Single(i => i.Indicator == item);
        return column switch
        {
            "weight" => indicator.Weight,
            "loading" => indicator.Loading,
            "communality" => indicator.Communality,
            _ => indicator.Redundancy,
        };
    }
}
