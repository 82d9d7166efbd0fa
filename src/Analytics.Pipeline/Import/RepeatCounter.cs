namespace Analytics.Pipeline.Import;

/// <summary>
/// Counts how many hashes came again, in bounded memory: exact up to about 1.5 million distinct hashes; beyond that only hashes that
/// end in ever more zero bits are followed and the count is scaled up.
/// </summary>
internal sealed class RepeatCounter
{
    private const int SmallestSize = 1 << 12;
    private readonly int _largestSize;
    private ulong[] _hashes = new ulong[SmallestSize];
    private uint[] _seen = new uint[SmallestSize];
    private int _count;
    private int _level;

    public RepeatCounter(int largestSize = 1 << 21) => _largestSize = largestSize;

    /// <summary>Occurrences beyond the first, over all hashes; scaled where sampled.</summary>
    public long Repeats
    {
        get
        {
            long repeats = 0;
            foreach (var seen in _seen)
            {
                if (seen > 1) repeats += seen - 1;
            }

            return repeats << _level;
        }
    }

    /// <summary>One in how many hashes is followed; 1 where the count is exact.</summary>
    public long OneIn => 1L << _level;

    public void Add(ulong hash)
    {
        if (hash == 0) hash = 1;
        if (!IsFollowed(hash)) return;
        var slot = Slot(hash);
        if (_seen[slot]++ > 0) return;
        _hashes[slot] = hash;
        if (++_count * 4 < _hashes.Length * 3) return;
        if (_hashes.Length < _largestSize) Rebuild(_hashes.Length * 2);
        else Thin();
    }

    private bool IsFollowed(ulong hash) => (hash >> 40 & ((1UL << _level) - 1)) == 0;

    private int Slot(ulong hash)
    {
        var mask = _hashes.Length - 1;
        var slot = (int)hash & mask;
        while (_seen[slot] > 0 && _hashes[slot] != hash)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Thin()
    {
        while (_count * 2 > _hashes.Length)
        {
            _level++;
            Rebuild(_hashes.Length);
        }
    }

    private void Rebuild(int size)
    {
        var (hashes, seen) = (_hashes, _seen);
        (_hashes, _seen, _count) = (new ulong[size], new uint[size], 0);
        for (var i = 0; i < hashes.Length; i++)
        {
            if (seen[i] == 0 || !IsFollowed(hashes[i])) continue;
            var slot = Slot(hashes[i]);
            (_hashes[slot], _seen[slot]) = (hashes[i], seen[i]);
            _count++;
        }
    }
}
