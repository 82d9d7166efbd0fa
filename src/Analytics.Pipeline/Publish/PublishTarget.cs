namespace Analytics.Pipeline.Publish;

/// <summary>Where reports are published to.</summary>
/// <param name="Folder">The output folder; <c>&lt;period&gt;/&lt;scope&gt;/v&lt;n&gt;</c> is made below it.</param>
public sealed record PublishTarget(string Folder)
{
    /// <summary>How long to wait for another publisher of the same period and scope.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(60);
}
