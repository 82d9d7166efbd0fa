namespace Analytics.Jobs.Cli.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="State">How it is.</param>
/// <param name="Found">What was found, with the value.</param>
/// <param name="Remedy">How to mend it; empty where nothing is wrong.</param>
internal sealed record CheckResult(string Name, CheckState State, string Found, string Remedy = "");
