using Analytics.Statistics.PathModels.Estimate;
using Analytics.Statistics.Reliability;

namespace Analytics.Statistics.Tests.PathModels;

/// <summary>Every number of an estimate by the names that the tables of Fixtures use.</summary>
internal sealed class ModelFigures(PathModelFit fit)
{
    private readonly MeasurementGate _gate = MeasurementGate.Of(fit, new GateSettings());
    private readonly List<string> _items = [.. fit.Items];

    /// <summary>Figures of a table against this estimate, each to an absolute tolerance.</summary>
    public void ShouldEqual(IReadOnlyList<ExpectedFigure> table, double tolerance)
    {
        table.ShouldNotBeEmpty();
        foreach (var figure in table)
        {
            figure.ShouldBe(Of(figure), tolerance);
        }
    }

    private double Of(ExpectedFigure figure)
    {
        var (kind, from, to, _) = figure;
        return kind switch
        {
            "weight" => fit.Weight(from, to),
            "loading" => fit.Loading(from, to),
            "communality" => Indicator(from, to).Communality,
            "redundancy" => Indicator(from, to).Redundancy,
            "item vif" => Indicator(from, to).Vif!.Value,
            "cross loading" => fit.CrossLoadings[_items.IndexOf(from), fit.IndexOf(to)],
            "score" => fit.Scores[fit.IndexOf(to)][int.Parse(from) - 1],
            "correlation" => fit.ConstructCorrelations[fit.IndexOf(from), fit.IndexOf(to)],
            "htmt" => _gate.Pairs.Single(p => (p.One == from && p.Two == to) || (p.One == to && p.Two == from)).HeterotraitMonotrait!.Value,
            "reliability" => Reliability(from, to),
            "goodness of fit" => fit.GoodnessOfFit!.Value,
            _ => OfTheInnerModel(kind, from, to),
        };
    }

    private double OfTheInnerModel(string kind, string from, string to) => kind switch
    {
        "path" => fit.Coefficient(from, to),
        "total effect" => fit.Effects.Single(e => e.From == from && e.To == to).Total,
        "indirect effect" => fit.Effects.Single(e => e.From == from && e.To == to).Indirect,
        "standard error" => fit.Path(from, to).StandardError!.Value,
        "f squared" => fit.Path(from, to).FSquare!.Value,
        "path vif" => fit.Path(from, to).Vif,
        "r squared" => fit.Construct(to).RSquared!.Value,
        "adjusted r squared" => fit.Construct(to).AdjustedRSquared!.Value,
        "bic" => fit.Construct(to).Bic!.Value,
        "mean communality" => fit.Construct(to).MeanCommunality,
        "mean redundancy" => fit.Construct(to).MeanRedundancy,
        _ => OfABlock(kind, from),
    };

    private double OfABlock(string kind, string construct)
    {
        var block = Unidimensionality.Of(fit.BlockCorrelations[construct]);
        return kind switch
        {
            "unidimensional alpha" => block.Alpha!.Value,
            "unidimensional rho" => block.DillonGoldsteinRho!.Value,
            "first eigenvalue" => block.FirstEigenvalue,
            "second eigenvalue" => block.SecondEigenvalue,
            _ => throw new ArgumentException($"No figure is called '{kind}'."),
        };
    }

    private double Reliability(string construct, string measure) => _gate.Constructs.Single(c => c.Construct == construct) is var quality && measure switch
    {
        "alpha" => quality.Alpha,
        "rhoC" => quality.RhoC,
        "AVE" => quality.VarianceExtracted,
        _ => quality.RhoA,
    } is { } value ? value : double.NaN;

    private IndicatorEstimate Indicator(string item, string construct) => fit.Indicators.Single(i => i.Indicator == item && i.Construct == construct);
}
