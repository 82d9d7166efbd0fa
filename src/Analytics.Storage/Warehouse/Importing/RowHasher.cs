using System.Buffers.Binary;
using System.Text;
using Analytics.Core.Canonical;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Hashes rows by content and by natural key: 128 bits over the fields that have a value, each led by a tag made of its name. Columns
/// added to a table later leave the hashes of older rows as they are; labels count as text, never as keys.
/// </summary>
internal sealed class RowHasher(CanonicalTable table)
{
    private const byte ContentDomain = 1;
    private const byte KeyDomain = 2;
    private readonly ushort[] _tags = [.. table.Fields.Select(f => TagOf(f.Name))];
    private readonly CanonicalField[] _fields = [.. table.Fields];
    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>A field's tag: FNV-1a of its name folded to 16 bits.</summary>
    public static ushort TagOf(string name)
    {
        var hash = 2166136261u;
        foreach (var letter in name)
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return (ushort)(hash ^ (hash >> 16));
    }

    /// <summary>Hash over every value of the row.</summary>
    public Hash128 Content(ReadOnlySpan<FieldValue> row)
    {
        Begin(ContentDomain);
        foreach (var field in _fields)
        {
            Append(field, row[field.Index]);
        }

        return Finish();
    }

    /// <summary>Hash over the natural key, or null where an id of it is missing.</summary>
    public Hash128? Key(ReadOnlySpan<FieldValue> row)
    {
        Begin(KeyDomain);
        foreach (var field in table.NaturalKey)
        {
            if (field.Type == FieldType.Id && row[field.Index].IsMissing)
            {
                return null;
            }

            Append(field, row[field.Index]);
        }

        return Finish();
    }

    private void Begin(byte domain)
    {
        _buffer[0] = domain;
        _length = 1;
    }

    private void Append(CanonicalField field, in FieldValue value)
    {
        if (value.IsMissing)
        {
            return;
        }

        var text = value.Text;
        Reserve(text is null ? 10 : 6 + Encoding.UTF8.GetMaxByteCount(text.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(_buffer.AsSpan(_length), _tags[field.Index]);
        if (text is null)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_buffer.AsSpan(_length + 2), value.Integer);
            _length += 10;
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length + 6));
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(_length + 2), bytes);
        _length += 6 + bytes;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length < _length + bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
        }
    }

    private Hash128 Finish() => MurmurHash3.Of(_buffer.AsSpan(0, _length));
}
