namespace Microsoft.SqlServer.Server;

/// <summary>A type is no valid user-defined type.</summary>
public sealed class InvalidUdtException : SystemException
{
    private InvalidUdtException(string message)
        : base(message) => HResult = unchecked((int)0x80131937);

    /// <summary>The exception for a type and the reason it is not valid.</summary>
    /// <param name="udtType">The type.</param>
    /// <param name="resourceReason">Why it is not valid.</param>
    public static InvalidUdtException Create(Type udtType, string resourceReason) =>
        new($"'{udtType.FullName}' is an invalid user defined type, reason: {resourceReason}.");
}
