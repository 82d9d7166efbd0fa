namespace Microsoft.SqlServer.Server;

/// <summary>Marks a type as a user-defined type.</summary>
/// <param name="format">How it is serialised.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = true)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>Largest size of a serialised value in bytes; −1 for unbounded.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether every serialised value has the same length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether serialised values sort as the values do.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>How it is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Method that tests a value; null for none.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>Name under which it is registered; null for the type's own.</summary>
    public string? Name { get; set; }
}
