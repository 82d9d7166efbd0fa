namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>A folder that gets a copy of the workbook.</summary>
/// <param name="Name">Name in the settings.</param>
/// <param name="Path">The folder.</param>
/// <param name="Rule">Which report, and when.</param>
public sealed record FolderTarget(string Name, string Path, DeliveryRule Rule);
