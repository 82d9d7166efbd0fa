namespace Analytics.Core.Reports;

/// <summary>One cell of an association table.</summary>
/// <param name="Complaints">Complaints.</param>
/// <param name="AdjustedResidual">(O−E)/√(E(1−row/n)(1−col/n)).</param>
/// <param name="Survives">Whether it survives false-discovery control within the table.</param>
public sealed record AssociationCell(Figure Complaints, Figure AdjustedResidual, bool Survives);
