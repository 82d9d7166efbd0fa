namespace Analytics.Core.Reports.Satisfaction;

/// <summary>A test of the reliability and validity gate that was missed.</summary>
/// <param name="Kind">Which, as a stable key: <c>Loading</c>, <c>Reliability</c>, <c>HeterotraitMonotrait</c>…; renderers translate it.</param>
/// <param name="Subject">Item, construct, or pair as <c>A ~ B</c>; empty for the whole model.</param>
/// <param name="Value">Value found; null where it cannot be had.</param>
/// <param name="Threshold">Threshold missed.</param>
/// <param name="Blocks">Whether it holds the model's paths back.</param>
public sealed record ModelFinding(string Kind, string Subject, double? Value, double Threshold, bool Blocks);
