namespace Analytics.Statistics.Tables;

/// <summary>Pearson's test of independence of a two-way table.</summary>
/// <param name="Statistic">χ², 0 or more.</param>
/// <param name="DegreesOfFreedom">(rows − 1)(columns − 1), counting only rows and columns with a total above 0.</param>
/// <param name="PValue">P(χ² ≥ statistic) under independence; 1 where there is no degree of freedom.</param>
/// <param name="CramersV">√(χ²/(n·min(rows − 1, columns − 1))), 0–1; 0 where there is no degree of freedom.</param>
public readonly record struct ChiSquareResult(double Statistic, int DegreesOfFreedom, double PValue, double CramersV);
