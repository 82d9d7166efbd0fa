namespace Analytics.Reporting.Workbook;

/// <summary>A drawing made of shapes over a sheet.</summary>
/// <param name="Sheet">Sheet name.</param>
/// <param name="AnchorXml">Anchors of the shapes, in drawing markup with the prefixes xdr and a.</param>
internal sealed record PlacedShapes(string Sheet, string AnchorXml);
