namespace Analytics.Jobs.Scheduling.Definitions;

/// <summary>A job that delivers what a report job has published.</summary>
/// <param name="Name">Name of the job.</param>
public sealed record DeliverJobDefinition(string Name) : JobDefinition(Name)
{
    /// <inheritdoc/>
    public override JobKind Kind => JobKind.Deliver;

    /// <summary>Report job whose publications are delivered.</summary>
    public string Report { get; init; } = "weekly";
}
