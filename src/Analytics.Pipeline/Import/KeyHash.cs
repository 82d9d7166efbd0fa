using System.Runtime.InteropServices;
using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;

namespace Analytics.Pipeline.Import;

/// <summary>Hash of a row's natural key, for counting ids that come again.</summary>
internal sealed class KeyHash(CanonicalTable table)
{
    private readonly CanonicalField[] _key = [.. table.NaturalKey];

    /// <summary>The key's hash, or null where the row has no id of its own.</summary>
    public ulong? Of(ReadOnlySpan<FieldValue> row)
    {
        ulong hash = 0;
        foreach (var field in _key)
        {
            var value = row[field.Index];
            if (value.IsMissing && field.Type == FieldType.Id)
            {
                return null;
            }

            hash = CellHash.Combine(hash, value.Text is { } text ? CellHash.Of(MemoryMarshal.AsBytes(text.AsSpan())) : (ulong)value.Integer);
        }

        return hash;
    }
}
