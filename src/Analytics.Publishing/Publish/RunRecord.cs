namespace Analytics.Publishing.Publish;

/// <summary>What <c>run.json</c> says beyond the report itself.</summary>
/// <param name="ProgramVersion">Version of the program that ran.</param>
/// <param name="ConfigurationHash">Hash over every setting that can change the report.</param>
/// <param name="Clock">Times of the steps so far; publishing adds its own.</param>
public sealed record RunRecord(string ProgramVersion, string ConfigurationHash, StepClock Clock);
