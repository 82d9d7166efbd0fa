namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>A job that takes out what is kept no longer, and looks after the warehouse.</summary>
/// <param name="Name">Name of the job.</param>
public sealed record MaintainJobDefinition(string Name) : JobDefinition(Name)
{
    /// <inheritdoc/>
    public override JobKind Kind => JobKind.Maintain;

    /// <summary>Age in days from which complaint texts are deleted; 0 keeps them.</summary>
    public int KeepTextDays { get; init; }

    /// <summary>Age in days from which complaint and survey rows are deleted; 0 keeps them.</summary>
    public int KeepRowsDays { get; init; }

    /// <summary>Age in days from which the history of executions is deleted.</summary>
    public int KeepHistoryDays { get; init; } = 400;

    /// <summary>Versions kept of every period and scope; 0 keeps all.</summary>
    public int KeepVersions { get; init; }
}
