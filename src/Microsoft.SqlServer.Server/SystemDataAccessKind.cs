namespace Microsoft.SqlServer.Server;

/// <summary>Whether a user-defined function or method reads system catalogues or virtual system tables.</summary>
public enum SystemDataAccessKind
{
    /// <summary>It reads no system data.</summary>
    None = 0,

    /// <summary>It reads system data.</summary>
    Read = 1,
}
