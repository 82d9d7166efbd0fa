namespace Analytics.Statistics.PathModels.Estimate;

/// <summary>
/// Standardised root mean square residual between the correlations of the items and those the model implies, over the lower triangle with
/// its diagonal (Henseler et al. 2014, Organizational Research Methods 17, 182–209). Within a composite the model implies nothing, so its own
/// block counts as fitted; within a reflective construct it implies λᵢλⱼ.
/// </summary>
/// <param name="Saturated">Constructs correlate freely: misfit of the measurement alone.</param>
/// <param name="Estimated">Constructs correlate as the paths imply.</param>
public sealed record RootMeanResidual(double Saturated, double Estimated);
