using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.Reliability;
using Analytics.Statistics.Tests.PathModels;

namespace Analytics.Statistics.Tests.Reliability;

/// <summary>What the measurement gate says of the seeded survey, against what R prints of it (PathModels/Fixtures/*.R).</summary>
public sealed class SeededMeasurementTests
{
    [Fact]
    public void Gate_AdequacyAndItemTotals_EqualR()
    {
        var fit = PlsPathModel.Fit(MobiModels.S1(), SeededSurvey.Phone().Rows([.. Enumerable.Range(0, 120)]));
        var (gate, order) = (MeasurementGate.Of(fit, new GateSettings()), fit.Items.ToList());
        var items = gate.Items.ToDictionary(i => i.Item);
        gate.Adequacy!.DegreesOfFreedom.ShouldBe(78);
        foreach (var figure in SeededSurvey.Table("adequacy"))
        {
            figure.ShouldBe((figure.Kind, figure.From) switch
            {
                ("kmo", "") => gate.Adequacy.Kmo,
                ("kmo", _) => gate.Adequacy.ItemKmo[order.IndexOf(figure.From)],
                ("item total", _) => items[figure.From].ItemTotal!.Value,
                ("alpha without", _) => items[figure.From].AlphaWithout!.Value,
                (_, "chi square") => gate.Adequacy.ChiSquare,
                _ => Math.Log(gate.Adequacy.PValue),
            }, figure.Kind == "bartlett" ? 1e-8 : 1e-12);
        }
    }

    [Fact]
    public void Gate_NamesWhatMissesTheUsualThresholds_ByTheFiguresOfSeminr()
    {
        var (gate, table) = (Gate(), SeededSurvey.Table("s1-path"));
        List<string> Of(GateFindingKind kind) => [.. gate.Findings.Where(f => f.Kind == kind).Select(f => f.Subject)];
        List<string> Below(double limit, string kind, string of = "") =>
            [.. table.Where(f => f.Kind == kind && (of.Length == 0 || f.To == of) && f.Value < limit).Select(f => f.From)];
        Of(GateFindingKind.Loading).ShouldBe(Below(0.708, "loading"), ignoreOrder: true);
        Of(GateFindingKind.Alpha).ShouldBe(Below(0.7, "reliability", "alpha"), ignoreOrder: true);
        Of(GateFindingKind.VarianceExtracted).ShouldBe(Below(0.5, "reliability", "AVE"), ignoreOrder: true);
        Of(GateFindingKind.Loading).ShouldNotBeEmpty();
        Of(GateFindingKind.Alpha).ShouldNotBeEmpty();
        gate.Passed.ShouldBeTrue();
        Gate(new GateSettings { MinimumVarianceExtracted = 0.6 }).Findings.Where(f => f.Blocks).Select(f => f.Subject).ShouldBe(["Image"]);
    }

    private static MeasurementGate Gate(GateSettings? settings = null) =>
        MeasurementGate.Of(PlsPathModel.Fit(MobiModels.S1(), SeededSurvey.Phone()), settings ?? new GateSettings());
}
