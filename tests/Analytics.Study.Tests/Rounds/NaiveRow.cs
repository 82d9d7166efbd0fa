namespace Analytics.Study.Tests.Rounds;

/// <summary>A row of the naive source: its day, its labels and its numbers; what is not there is missing.</summary>
internal sealed record NaiveRow(DateOnly Day, IReadOnlyDictionary<string, string> Labels, IReadOnlyDictionary<string, double> Numbers, long Count = 1);
