using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>One distinct cell of a source column, read once: what it means for every field it feeds, and how often it came.</summary>
internal sealed class ColumnValue
{
    public byte[] Utf8 = [];

    public ulong Hash;

    /// <summary>Order of first occurrence in the column; negative once the column holds too many distinct values to number them.</summary>
    public int Code;

    public long Count;

    public bool IsBlank;

    public FieldValue[] Values = [];

    public string?[] Faults = [];

    public int[] DateMarks = [];
}
