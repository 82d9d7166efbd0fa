namespace Analytics.Pipeline.Import;

/// <summary>Which waiting rows to try again, and with which mapping.</summary>
/// <param name="MappingFile">Path of the mapping, corrected where it was at fault; its table says which rows are tried.</param>
/// <param name="Source">File name the rows came from; null for every source of that table.</param>
/// <param name="Rule">Rule the rows broke; null for every rule.</param>
/// <param name="TimeZone">IANA zone of local times where the mapping names none.</param>
public sealed record RetryRequest(string MappingFile, string? Source = null, string? Rule = null, string TimeZone = "Asia/Shanghai");
