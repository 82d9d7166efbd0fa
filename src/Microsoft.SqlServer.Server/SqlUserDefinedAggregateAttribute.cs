namespace Microsoft.SqlServer.Server;

/// <summary>Marks a type as a user-defined aggregate.</summary>
/// <param name="format">How its state is serialised.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class SqlUserDefinedAggregateAttribute(Format format) : Attribute
{
    /// <summary>Largest size of a serialised state, in bytes.</summary>
    public const int MaxByteSizeValue = 8000;

    private int _maxByteSize;

    /// <summary>Largest size of the serialised state in bytes, 0–8000; −1 for unbounded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside of these.</exception>
    public int MaxByteSize
    {
        get => _maxByteSize;
        set
        {
            if (value is < -1 or > MaxByteSizeValue) throw new ArgumentOutOfRangeException(nameof(value), value, "−1 to 8000 bytes");
            _maxByteSize = value;
        }
    }

    /// <summary>Whether repeated values change nothing.</summary>
    public bool IsInvariantToDuplicates { get; set; }

    /// <summary>Whether nulls change nothing.</summary>
    public bool IsInvariantToNulls { get; set; }

    /// <summary>Whether the order of the values changes nothing.</summary>
    public bool IsInvariantToOrder { get; set; }

    /// <summary>Whether it is null where there were no values.</summary>
    public bool IsNullIfEmpty { get; set; }

    /// <summary>How its state is serialised.</summary>
    public Format Format { get; } = format;

    /// <summary>Name under which it is registered; null for the type's own.</summary>
    public string? Name { get; set; }
}
