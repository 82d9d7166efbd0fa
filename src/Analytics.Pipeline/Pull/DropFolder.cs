namespace Analytics.Pipeline.Pull;

/// <summary>A folder others put files into.</summary>
/// <param name="Path">The folder; its subfolders are not looked at.</param>
public sealed record DropFolder(string Path)
{
    /// <summary>
    /// Which files are taken, with <c>*</c> and <c>?</c>; names that begin with a dot or a tilde, and <c>.tmp</c>, <c>.part</c>, <c>.filepart</c>, never
    /// are.
    /// </summary>
    public string Pattern { get; init; } = "*";

    /// <summary>Where files go when their rows are stored.</summary>
    public string DoneFolder { get; init; } = System.IO.Path.Combine(Path, "done");

    /// <summary>Where files go that cannot be read, each with a <c>.reason.txt</c>.</summary>
    public string RejectedFolder { get; init; } = System.IO.Path.Combine(Path, "rejected");

    /// <summary>How long a file must not have changed before it is taken: younger ones may still be written.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(30);
}
