namespace Analytics.Storage.Warehouse.Engines;

/// <summary>A column that rows are loaded into.</summary>
/// <param name="Name">Its name, unquoted.</param>
/// <param name="Type">The .NET type the driver gives it.</param>
internal sealed record BulkColumn(string Name, Type Type);
