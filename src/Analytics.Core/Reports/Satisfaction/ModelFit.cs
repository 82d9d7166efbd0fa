namespace Analytics.Core.Reports.Satisfaction;

/// <summary>Fit of the whole model.</summary>
/// <param name="GoodnessOfFit">√(mean communality × mean R²), 0–1; null where nothing is explained.</param>
/// <param name="Srmr">Standardised root mean square residual of the saturated model; null where it has no published answer.</param>
/// <param name="Kmo">Kaiser–Meyer–Olkin measure of all items, 0–1; null where they are collinear.</param>
/// <param name="BartlettChiSquare">Bartlett's test of sphericity; null where items are collinear.</param>
/// <param name="BartlettP">Its p; null where items are collinear.</param>
public sealed record ModelFit(double? GoodnessOfFit, double? Srmr, double? Kmo, double? BartlettChiSquare, double? BartlettP);
