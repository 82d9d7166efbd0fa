using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>An estimated path model. No number in it is NaN or infinite: what cannot be had is null, or the estimation was refused.</summary>
/// <param name="Model">The definition.</param>
/// <param name="Respondents">Respondents used.</param>
/// <param name="EffectiveRespondents">(Σw)²/Σw²: what they count for after weighting.</param>
/// <param name="Iterations">Iterations of the last stage.</param>
/// <param name="Indicators">Indicators, those of dimensions included.</param>
/// <param name="Constructs">Constructs of the last stage.</param>
/// <param name="Paths">Paths in the model's order.</param>
/// <param name="Effects">Effects of every construct on all it reaches.</param>
/// <param name="GoodnessOfFit">√(mean communality × mean R²) over blocks of more than one indicator (Tenenhaus et al. 2005); null where there is none.</param>
/// <param name="Srmr">Standardised root mean square residual; null where there is no published answer.</param>
/// <param name="Warnings">What to know.</param>
public sealed record PathModelFit(
    PathModel Model,
    int Respondents,
    double EffectiveRespondents,
    int Iterations,
    IReadOnlyList<IndicatorEstimate> Indicators,
    IReadOnlyList<ConstructEstimate> Constructs,
    IReadOnlyList<PathEstimate> Paths,
    IReadOnlyList<EffectEstimate> Effects,
    double? GoodnessOfFit,
    RootMeanResidual? Srmr,
    IReadOnlyList<ModelWarning> Warnings)
{
    /// <summary>Items of the model, in the order of <see cref="ItemCorrelations"/>.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Weighted means of the items, on their own scale.</summary>
    public required IReadOnlyList<double> ItemMeans { get; init; }

    /// <summary>Weighted standard deviations of the items.</summary>
    public required IReadOnlyList<double> ItemDeviations { get; init; }

    /// <summary>Correlations of the items.</summary>
    public required double[,] ItemCorrelations { get; init; }

    /// <summary>Correlations of the indicators of each construct, dimensions of second-order constructs included.</summary>
    public required IReadOnlyDictionary<string, double[,]> BlockCorrelations { get; init; }

    /// <summary>Correlation of item i (row) with construct k (column): the cross loadings, not corrected.</summary>
    public required double[,] CrossLoadings { get; init; }

    /// <summary>Correlations of the construct scores, not corrected for attenuation.</summary>
    public required double[,] ConstructCorrelations { get; init; }

    /// <summary>Correlations of the constructs, corrected where they are reflective: the paths are regressions on these.</summary>
    public required double[,] ConsistentCorrelations { get; init; }

    /// <summary>Weight of item i (row) in the standardised score of construct k (column), for answers on their own scale; 0 for interactions.</summary>
    public required double[,] ItemWeights { get; init; }

    /// <summary>Scores per construct and respondent used, mean 0 and variance 1; an interaction keeps the variance of its product.</summary>
    public required IReadOnlyList<double[]> Scores { get; init; }

    /// <summary>Rows of the table the scores belong to.</summary>
    public required IReadOnlyList<int> Rows { get; init; }

    /// <summary>The construct of that name.</summary>
    /// <param name="name">Name.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ConstructEstimate Construct(string name) => Constructs.First(c => c.Name == name);

    /// <summary>The path between two constructs.</summary>
    /// <param name="from">Construct that explains.</param>
    /// <param name="to">Construct that is explained.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public PathEstimate Path(string from, string to) => Paths.First(p => p.From == from && p.To == to);

    /// <summary>Number of a construct in the matrices.</summary>
    /// <param name="name">Name.</param>
    /// <returns>The number, or −1.</returns>
    public int IndexOf(string name)
    {
        for (var k = 0; k < Constructs.Count; k++)
        {
            if (Constructs[k].Name == name)
            {
                return k;
            }
        }

        return -1;
    }
}
