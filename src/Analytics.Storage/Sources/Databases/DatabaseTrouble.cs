namespace Analytics.Storage.Sources.Databases;

/// <summary>What a driver's exception means, told by the provider's own codes.</summary>
internal enum DatabaseTrouble
{
    /// <summary>Nothing that passes by itself: a fault of the query, the rights or the program.</summary>
    Lasting,

    /// <summary>The connection broke, or the server is busy, starting or stopping: worth another try.</summary>
    Passing,

    /// <summary>The server cannot be reached: worth another try only where it answered before.</summary>
    Unreachable,

    /// <summary>The statement took too long.</summary>
    TimedOut,

    /// <summary>User or password are refused.</summary>
    SignIn,

    /// <summary>An encrypted connection could not be made.</summary>
    Encryption,
}
