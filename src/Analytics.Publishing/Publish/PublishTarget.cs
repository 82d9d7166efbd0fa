namespace Analytics.Publishing.Publish;

/// <summary>Where reports are published to.</summary>
/// <param name="Folder">The output folder; <c>&lt;period&gt;/&lt;scope&gt;/v&lt;n&gt;</c> is made below it.</param>
public sealed record PublishTarget(string Folder)
{
    /// <summary>How long to wait for another publisher of the same period and scope.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether a version made with the same settings stands as long as no figure of the report differs from it, though the warehouse
    /// has moved on (later rows move the data version and the cut-off of every period). Jobs ask so; a person who asks for a report gets one.
    /// </summary>
    public bool OnlyWhenRevised { get; init; }
}
