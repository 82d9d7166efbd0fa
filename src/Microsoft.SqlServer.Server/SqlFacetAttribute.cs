namespace Microsoft.SqlServer.Server;

/// <summary>Further properties of the return type of a user-defined type's member.</summary>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.ReturnValue,
    AllowMultiple = false,
    Inherited = false)]
public class SqlFacetAttribute : Attribute
{
    /// <summary>Whether the type has a fixed length.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Largest size in logical units of the type: bytes or characters; −1 for unbounded.</summary>
    public int MaxSize { get; set; }

    /// <summary>Digits of a number, 1–38.</summary>
    public int Precision { get; set; }

    /// <summary>Digits behind the decimal point.</summary>
    public int Scale { get; set; }

    /// <summary>Whether the value may be null.</summary>
    public bool IsNullable { get; set; }
}
