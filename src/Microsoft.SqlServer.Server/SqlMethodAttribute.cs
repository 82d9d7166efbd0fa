namespace Microsoft.SqlServer.Server;

/// <summary>Properties of a method of a user-defined type.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = false, Inherited = false)]
public sealed class SqlMethodAttribute : SqlFunctionAttribute
{
    /// <summary>Whether it is called on null input too.</summary>
    public bool OnNullCall { get; set; } = true;

    /// <summary>Whether it changes the value.</summary>
    public bool IsMutator { get; set; }

    /// <summary>Whether it is called where the value is null.</summary>
    public bool InvokeIfReceiverIsNull { get; set; }
}
