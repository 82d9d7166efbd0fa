namespace Analytics.Storage.Warehouse;

/// <summary>A column that rows are loaded into.</summary>
/// <param name="Name">Its name, unquoted.</param>
/// <param name="Type">The .NET type the driver gives it.</param>
internal sealed record BulkColumn(string Name, Type Type);
