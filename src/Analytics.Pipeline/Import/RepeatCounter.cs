namespace Analytics.Pipeline.Import;

/// <summary>
/// Counts how many hashes came again, in bounded memory: exact up to about 1.5 million distinct hashes; beyond that only hashes that
/// end in ever more zero bits are followed and the count is scaled up.
/// </summary>
internal sealed class RepeatCounter
{
    private const int SmallestSize = 1 << 12;
    private readonly int _largestSize;
    private (ulong Hash, uint Seen)[] _slots = new (ulong, uint)[SmallestSize];
    private int _count;
    private int _level;

    public RepeatCounter(int largestSize = 1 << 21) => _largestSize = largestSize;

    /// <summary>Occurrences beyond the first, over all hashes; scaled where sampled.</summary>
    public long Repeats
    {
        get
        {
            long repeats = 0;
            foreach (var (_, seen) in _slots)
            {
                if (seen > 1)
                {
                    repeats += seen - 1;
                }
            }

            return repeats << _level;
        }
    }

    /// <summary>One in how many hashes is followed; 1 where the count is exact.</summary>
    public long OneIn => 1L << _level;

    public void Add(ulong hash)
    {
        if (hash == 0)
        {
            hash = 1;
        }

        if (!IsFollowed(hash))
        {
            return;
        }

        ref var slot = ref _slots[Slot(hash)];
        if (slot.Seen++ > 0)
        {
            return;
        }

        slot.Hash = hash;
        if (++_count * 4 < _slots.Length * 3)
        {
            return;
        }

        if (_slots.Length < _largestSize)
        {
            Rebuild(_slots.Length * 2);
        }
        else
        {
            Thin();
        }
    }

    private bool IsFollowed(ulong hash) => (hash >> 40 & ((1UL << _level) - 1)) == 0;

    private int Slot(ulong hash)
    {
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        while (_slots[slot].Seen > 0 && _slots[slot].Hash != hash)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Thin()
    {
        while (_count * 2 > _slots.Length)
        {
            _level++;
            Rebuild(_slots.Length);
        }
    }

    private void Rebuild(int size)
    {
        var old = _slots;
        (_slots, _count) = (new (ulong, uint)[size], 0);
        foreach (var kept in old.Where(k => k.Seen > 0 && IsFollowed(k.Hash)))
        {
            _slots[Slot(kept.Hash)] = kept;
            _count++;
        }
    }
}
