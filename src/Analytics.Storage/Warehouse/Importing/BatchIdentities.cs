using Analytics.Core.Canonical;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>The identities of a batch, and the order in which natural keys are looked up: by key, so that each page of the key table is touched once.</summary>
internal sealed class BatchIdentities(CanonicalTable table)
{
    private readonly RowHasher _hasher = new(table);
    private readonly bool _isSubscriber = ReferenceEquals(table, CanonicalTable.Subscriber);
    private readonly int _dateIndex = table.DateField.Index;
    private readonly long _ticksPerDay = table.DateField.Type == FieldType.Day ? 1 : TimeSpan.TicksPerDay;
    private long[] _keys = [];
    private int[] _order = [];
    private RowIdentity[] _identities = [];
    private int _natural;
    private bool _isLoaded;

    /// <summary>Numbers of the batch's rows that have a natural key, ordered by key, equal keys in source order.</summary>
    public ReadOnlySpan<int> Order => _order.AsSpan(0, _natural);

    /// <summary>The identity of a row of the batch.</summary>
    public ref readonly RowIdentity this[int row] => ref _identities[row];

    /// <summary>Reads the rows of <paramref name="batch"/>, unless they are read already. Needs no database.</summary>
    public void Load(RowBatch batch)
    {
        if (_isLoaded)
        {
            return;
        }

        _isLoaded = true;
        if (_identities.Length < batch.Count)
        {
            _identities = new RowIdentity[batch.Capacity];
            _keys = new long[batch.Capacity];
            _order = new int[batch.Capacity];
        }

        _natural = 0;
        for (var row = 0; row < batch.Count; row++)
        {
            _identities[row] = Identify(batch.Row(row));
            if (_identities[row].IsNatural)
            {
                _keys[_natural] = SortKey(_identities[row], _identities[0].Part);
                _order[_natural++] = row;
            }
        }

        Array.Sort(_keys, _order, 0, _natural);
        SettleTies(_natural);
    }

    /// <summary>Where the rows of one key end in <see cref="Order"/>, exclusive.</summary>
    /// <param name="start">Where they begin.</param>
    public int EndOfKey(int start)
    {
        var end = start + 1;
        while (end < _natural && _identities[_order[end]].SameKey(_identities[_order[start]]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Makes ready for the rows that come next.</summary>
    public void Clear() => _isLoaded = false;

    private RowIdentity Identify(ReadOnlySpan<FieldValue> row)
    {
        var content = _hasher.Content(row);
        if (_isSubscriber)
        {
            return new RowIdentity(SubscriberKey.Parse(row[0].Text ?? ""), (int)row[1].Integer, content, IsNatural: true);
        }

        return _hasher.Key(row) is { } key
            ? new RowIdentity(key, 0, content, IsNatural: true)
            : new RowIdentity(content, (int)(row[_dateIndex].Integer / _ticksPerDay), content, IsNatural: false);
    }

    /// <summary>A number that sorts nearly as (part, key) do; rows it cannot tell apart are settled by comparison.</summary>
    private static long SortKey(in RowIdentity identity, int firstPart) => ((long)(short)(identity.Part - firstPart) << 48) | (identity.Key.High >>> 16);

    private void SettleTies(int count)
    {
        for (var start = 0; start < count;)
        {
            var end = start + 1;
            while (end < count && _keys[end] == _keys[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                Array.Sort(_order, start, end - start, Comparer<int>.Create(Compare));
            }

            start = end;
        }
    }

    private int Compare(int left, int right)
    {
        ref readonly var a = ref _identities[left];
        ref readonly var b = ref _identities[right];
        var byKey = (a.Part, a.Key.High, a.Key.Low).CompareTo((b.Part, b.Key.High, b.Key.Low));
        return byKey != 0 ? byKey : left.CompareTo(right);
    }
}
