using Analytics.Core.Canonical;

namespace Analytics.Storage.Warehouse;

/// <summary>The identities of a batch and the order in which they are looked up: by key, so that each page of the key table is touched once.</summary>
internal sealed class BatchIdentities(CanonicalTable table) : IDisposable
{
    private readonly RowHasher _hasher = new(table);
    private readonly bool _isSubscriber = ReferenceEquals(table, CanonicalTable.Subscriber);
    private long[] _keys = [];
    private RowIdentity[] _identities = [];

    /// <summary>Row numbers of the batch ordered by key, equal keys in source order.</summary>
    public int[] Order { get; private set; } = [];

    /// <summary>The identity of a row of the batch.</summary>
    public ref readonly RowIdentity this[int row] => ref _identities[row];

    /// <summary>Reads the rows of <paramref name="batch"/>.</summary>
    public void Load(RowBatch batch)
    {
        if (_identities.Length < batch.Count)
        {
            _identities = new RowIdentity[batch.Capacity];
            _keys = new long[batch.Capacity];
            Order = new int[batch.Capacity];
        }

        for (var row = 0; row < batch.Count; row++)
        {
            _identities[row] = Identify(batch.Row(row));
            _keys[row] = _identities[row].Key.High;
            Order[row] = row;
        }

        Array.Sort(_keys, Order, 0, batch.Count);
        SettleTies(batch.Count);
    }

    /// <inheritdoc/>
    public void Dispose() => _hasher.Dispose();

    private RowIdentity Identify(ReadOnlySpan<FieldValue> row)
    {
        var content = _hasher.Content(row);
        if (_isSubscriber)
        {
            return new RowIdentity(SubscriberKey.Parse(row[0].Text ?? ""), (int)row[1].Integer, content, IsNatural: true);
        }

        var key = _hasher.Key(row);
        return new RowIdentity(key ?? content, 0, content, key is not null);
    }

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
                Array.Sort(Order, start, end - start, Comparer<int>.Create(Compare));
            }

            start = end;
        }
    }

    private int Compare(int left, int right)
    {
        ref readonly var a = ref _identities[left];
        ref readonly var b = ref _identities[right];
        var byLow = a.Key.Low.CompareTo(b.Key.Low);
        var byPart = byLow != 0 ? byLow : a.Part.CompareTo(b.Part);
        return byPart != 0 ? byPart : left.CompareTo(right);
    }
}
