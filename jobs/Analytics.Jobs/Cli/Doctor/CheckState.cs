namespace Analytics.Jobs.Cli.Doctor;

/// <summary>How a checked thing is.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Reports can be made, but something will be missing or slow.</summary>
    Warning,

    /// <summary>Reports cannot be made.</summary>
    Fault,
}
