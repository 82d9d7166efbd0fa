namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>A job that pulls from sources into the warehouse.</summary>
/// <param name="Name">Name of the job.</param>
public sealed record PullJobDefinition(string Name) : JobDefinition(Name)
{
    /// <inheritdoc/>
    public override JobKind Kind => JobKind.Pull;

    /// <summary>Sources pulled from: names, <c>*</c> for all, empty for none.</summary>
    public string Sources { get; init; } = "*";
}
