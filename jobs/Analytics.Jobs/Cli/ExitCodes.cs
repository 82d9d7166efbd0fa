namespace Analytics.Jobs.Cli;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The run failed; nothing was published.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or configuration; nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>Done, but rows were quarantined; only with <c>--strict</c>.</summary>
    public const int Quarantined = 3;
}
