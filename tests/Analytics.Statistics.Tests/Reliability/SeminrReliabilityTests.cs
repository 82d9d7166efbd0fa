using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Statistics.Reliability;
using Analytics.Statistics.Tests.PathModels.Estimate;
using Analytics.Statistics.Tests.PathModels;

namespace Analytics.Statistics.Tests.Reliability;

/// <summary>Reliability and validity of S1 against seminr's tables, and what it does not print against R.</summary>
public sealed class SeminrReliabilityTests
{
    private const double Digits = 1e-9;

    [Fact]
    public void Gate_S1_ReliabilityEqualsSeminr()
    {
        var gate = Gate();
        SurveyData.Expected("seminr/reliability.csv").ShouldBe(
            (name, column) => gate.Constructs.Single(c => c.Construct == name) is var c && column switch
            {
                "alpha" => c.Alpha!.Value,
                "rhoC" => c.RhoC!.Value,
                "AVE" => c.VarianceExtracted!.Value,
                _ => c.RhoA!.Value,
            } is var value ? value : double.NaN,
            Digits);
    }

    [Fact]
    public void Gate_S1Reflective_RhoAEqualsSeminr()
    {
        var gate = MeasurementGate.Of(
            PlsPathModel.Fit(MobiModels.S1(MeasurementMode.Reflective, InnerScheme.Factorial), SurveyData.Mobi()),
            new GateSettings());
        SurveyData.Expected("seminr/rho1.csv").ShouldBe((name, _) => gate.Constructs.Single(c => c.Construct == name).RhoA!.Value, 1e-8);
    }

    [Fact]
    public void Gate_S1_FornellLarckerTableEqualsSeminr()
    {
        var gate = Gate();
        var table = SurveyData.Expected("seminr/fl_table.csv");
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var (one, two) = (table.ColumnNames[j], table.ColumnNames[i]);
                var value = i == j
                    ? Math.Sqrt(gate.Constructs.Single(c => c.Construct == one).VarianceExtracted!.Value)
                    : gate.Pairs.Single(p => p.One == one && p.Two == two).Correlation;
                value.ShouldBe(table[i, one], Digits);
            }
        }
    }

    [Fact]
    public void Gate_S1_HeterotraitMonotraitEqualsThePublishedTable()
    {
        double[] expected = [.888030, .651659, .910101, .588629, .865108, .740809];
        Gate().Pairs.Select(p => p.HeterotraitMonotrait!.Value).ShouldBe(expected, 5e-7);
    }

    [Fact]
    public void Gate_S1_AdequacyAndItemTotalsEqualR()
    {
        // R 4.2: R <- cor(x); P <- cov2cor(solve(R)); the sums of measures.md 2c; pchisq(s, 78, lower = FALSE); cor(z[, i], rowSums(z[, -i]))
        var gate = Gate();
        gate.Adequacy!.Kmo.ShouldBe(0.888189835306209, 1e-12);
        gate.Adequacy.ItemKmo.Take(3).ShouldBe([0.919485757425123, 0.902174623996926, 0.881309594777386], 1e-12);
        (gate.Adequacy.ChiSquare, gate.Adequacy.DegreesOfFreedom)
            .ShouldSatisfyAllConditions(() => gate.Adequacy.ChiSquare.ShouldBe(1109.60183510645, 1e-8), () => gate.Adequacy.DegreesOfFreedom.ShouldBe(78));
        (gate.Adequacy.PValue / 4.3900284069452e-182).ShouldBe(1, 1e-6);
        double[] totals = [0.546365071689739, 0.378919897587657, 0.390878034746397, 0.571145403842802, 0.530376718013075];
        gate.Items.Where(i => i.Construct == "Image").Select(i => i.ItemTotal!.Value).ShouldBe(totals, 1e-12);
        gate.Items[0].AlphaWithout!.Value.ShouldBe(0.649868164877796, 1e-12);
    }

    [Fact]
    public void Unidimensionality_Bank_EqualsPlspm()
    {
        var fit = PlsPathModel.Fit(PlspmTests.BankModel(), SurveyData.Bank());
        var expected = SurveyData.Expected("plspm/satisfaction_unidim.csv");
        foreach (var name in expected.RowNames)
        {
            var block = Unidimensionality.Of(fit.BlockCorrelations[name]);
            fit.Construct(name).Indicators.ShouldBe((int)expected[name, "mvs"]);
            block.Alpha!.Value.ShouldBe(expected[name, "cronbach_alpha"], Digits);
            block.DillonGoldsteinRho!.Value.ShouldBe(expected[name, "dillon_goldstein_rho"], Digits);
            block.FirstEigenvalue.ShouldBe(expected[name, "eig_1st"], Digits);
            block.SecondEigenvalue.ShouldBe(expected[name, "eig_2nd"], Digits);
        }
    }

    private static MeasurementGate Gate() => MeasurementGate.Of(PlsPathModel.Fit(MobiModels.S1(), SurveyData.Mobi()), new GateSettings());
}
