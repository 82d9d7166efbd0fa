namespace Analytics.Storage.Mappings;

/// <summary>
/// One column of a source while it is read. Each distinct cell is read into its fields once and remembered, up to a cap, so that a row
/// of a million costs a look-up per column; beyond the cap cells are read one by one. Its statistics take constant memory.
/// </summary>
internal sealed class SourceColumn
{
    private const int LongestRemembered = 200;
    private const int ProbeRows = 20_000;
    private readonly FieldConverter[] _converters;
    private readonly ColumnValue _passing;
    private readonly bool _keepsText;
    private int[] _slots = new int[32];
    private ColumnValue[] _values = new ColumnValue[16];
    private ColumnValue? _last;
    private long _lookups;
    private long _hits;
    private bool _isBypassed;

    public SourceColumn(string name, int index, IEnumerable<FieldConverter> converters, bool keepsText)
    {
        (Name, Index, _converters, _keepsText) = (name, index, [.. converters], keepsText);
        Statistics = new ColumnStatistics();
        _passing = NewValue([], 0, -1);
        Array.Fill(_slots, -1);
    }

    /// <summary>Distinct cells remembered at most.</summary>
    public const int Capacity = 4096;

    public string Name { get; }

    public int Index { get; }

    public IReadOnlyList<FieldConverter> Converters => _converters;

    /// <summary>Whether its cells are subscriber ids, which nothing that is kept or shown may hold.</summary>
    public bool IsSecret => Array.Exists(_converters, c => c.Field.Type == Core.Canonical.FieldType.SubscriberId);

    /// <summary>What is known of the cells beyond the remembered ones.</summary>
    public ColumnStatistics Statistics { get; }

    /// <summary>Distinct cells remembered, in order of first occurrence.</summary>
    public ReadOnlySpan<ColumnValue> Remembered => _values.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Whether cells came that are not among the remembered ones.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The meaning of a cell. Valid until the next call where it is not remembered.</summary>
    public ColumnValue Observe(ReadOnlySpan<byte> cell)
    {
        var last = _last;
        if (last is not null && cell.SequenceEqual(last.Utf8))
        {
            last.Count++;
            return last;
        }

        var hash = CellHash.Of(cell);
        if (_isBypassed || cell.Length > LongestRemembered) return Pass(cell, hash);
        var slot = Slot(cell, hash);
        if (_slots[slot] >= 0)
        {
            _hits++;
            var known = _values[_slots[slot]];
            known.Count++;
            _last = known;
            return known;
        }

        if (Count == Capacity)
        {
            Judge();
            return Pass(cell, hash);
        }

        return _last = Remember(cell, hash, slot);
    }

    /// <summary>A remembered cell as people may see it: cut, mobile numbers hidden; a subscriber id not at all.</summary>
    public string Shown(ColumnValue value)
    {
        const int longest = 60;
        if (IsSecret) return "(subscriber id)";
        var text = Privacy.MobileNumberMask.Hide(RawRow.Decode(value.Utf8));
        return text.Length <= longest ? text : string.Concat(text.AsSpan(0, longest), "…");
    }

    /// <summary>Whether one of the converters read a date from a cell.</summary>
    public static bool IsDate(ColumnValue value)
    {
        foreach (var mark in value.DateMarks)
        {
            if (mark >= 0) return true;
        }

        return false;
    }

    private ColumnValue NewValue(byte[] utf8, ulong hash, int code) => new()
    {
        Utf8 = utf8,
        Hash = hash,
        Code = code,
        Values = new Core.Canonical.FieldValue[_converters.Length],
        Faults = new string?[_converters.Length],
        DateMarks = new int[_converters.Length],
    };

    private int Slot(ReadOnlySpan<byte> cell, ulong hash)
    {
        _lookups++;
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot] >= 0)
        {
            var value = _values[_slots[slot]];
            if (value.Hash == hash && cell.SequenceEqual(value.Utf8)) break;
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private ColumnValue Remember(ReadOnlySpan<byte> cell, ulong hash, int slot)
    {
        var value = NewValue(cell.ToArray(), hash, Count);
        Convert(value, cell);
        value.Count = 1;
        if (Count == _values.Length)
        {
            Grow();
            slot = Slot(cell, hash);
        }

        _values[Count] = value;
        _slots[slot] = Count++;
        return value;
    }

    private void Grow()
    {
        Array.Resize(ref _values, _values.Length * 2);
        _slots = new int[_values.Length * 2];
        Array.Fill(_slots, -1);
        for (var i = 0; i < Count; i++)
        {
            var slot = (int)_values[i].Hash & (_slots.Length - 1);
            while (_slots[slot] >= 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = i;
        }
    }

    // A full memory that seldom answers only costs time.
    private void Judge()
    {
        if (_lookups < ProbeRows) return;
        _isBypassed = _hits * 4 < _lookups;
        (_lookups, _hits) = (0, 0);
    }

    private ColumnValue Pass(ReadOnlySpan<byte> cell, ulong hash)
    {
        HasMore = true;
        if (_keepsText) _passing.Utf8 = cell.ToArray();
        _passing.Hash = hash;
        _passing.Code = (int)hash | int.MinValue;
        Convert(_passing, cell);
        for (var i = 0; i < _converters.Length; i++)
        {
            _converters[i].Tally?.Add(_passing.DateMarks[i], 1);
        }

        Statistics.Add(cell, hash, _passing.IsBlank, 1, IsDate(_passing));
        return _passing;
    }

    private void Convert(ColumnValue value, ReadOnlySpan<byte> cell)
    {
        value.IsBlank = CellText.Trim(cell).IsEmpty;
        for (var i = 0; i < _converters.Length; i++)
        {
            value.Values[i] = _converters[i].Convert(cell, out value.Faults[i], out value.DateMarks[i]);
        }
    }
}
