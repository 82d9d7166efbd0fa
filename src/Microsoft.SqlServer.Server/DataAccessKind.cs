namespace Microsoft.SqlServer.Server;

/// <summary>Whether a user-defined function or method reads user data.</summary>
public enum DataAccessKind
{
    /// <summary>It reads no user data.</summary>
    None = 0,

    /// <summary>It reads user data.</summary>
    Read = 1,
}
