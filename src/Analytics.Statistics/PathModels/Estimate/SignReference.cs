namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>Loadings of the estimate whose signs resamples follow: a construct whose loadings point the other way is turned round.</summary>
/// <param name="Final">Loadings of the variables of the last stage.</param>
/// <param name="Dimensions">Loadings of the items in the stage of the dimensions; empty without second-order constructs.</param>
internal sealed record SignReference(double[] Final, double[] Dimensions);
