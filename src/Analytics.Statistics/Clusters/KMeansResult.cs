namespace Analytics.Statistics.Clusters;

/// <summary>A clustering of points. Clusters are numbered by weight, largest first.</summary>
/// <param name="Assignment">Cluster of each point, 0-based.</param>
/// <param name="Centres">Centre of each cluster, in the units of the input.</param>
/// <param name="Weights">Weight of each cluster: how many points, or the sum of their weights.</param>
/// <param name="Inertia">Weighted sum of squared distances to the centres, in standardised units where standardised.</param>
/// <param name="Iterations">Lloyd iterations of the best start.</param>
public sealed record KMeansResult(
    IReadOnlyList<int> Assignment,
    IReadOnlyList<IReadOnlyList<double>> Centres,
    IReadOnlyList<double> Weights,
    double Inertia,
    int Iterations);
