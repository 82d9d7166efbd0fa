namespace Analytics.Storage.Sources.Databases;

/// <summary>How a stretch of a source is read.</summary>
/// <param name="Name">How findings and summaries call the source.</param>
/// <param name="KeyPrefix">Where set, the column <see cref="SourceKey.Column"/> is added: this, a colon and the row's key.</param>
/// <param name="RowsBefore">Rows of the stretch read before, by a pull that was interrupted.</param>
/// <param name="MostRows">Rows to read at most.</param>
public sealed record DatabaseReadOptions(string Name, string? KeyPrefix = null, long RowsBefore = 0, long MostRows = long.MaxValue);
