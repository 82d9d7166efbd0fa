namespace Analytics.Jobs.Scheduling.Work;

/// <summary>What a job achieved.</summary>
/// <param name="Summary">One line.</param>
/// <param name="DidSomething">False where there was nothing to do.</param>
internal sealed record JobResult(string Summary, bool DidSomething = true);
