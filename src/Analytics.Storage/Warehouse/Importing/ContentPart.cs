using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// The contents of one day's rows that have no id, each with how often it is stored and how often the import at work has met it. A run
/// is what a batch changed in it, as bytes: 24 an entry, little-endian; later runs override earlier ones. Its arrays come from the pool: days come and go by the hundred.
/// </summary>
internal sealed class ContentPart : IDisposable
{
    private const int SmallestCapacity = 32;
    private const int EntriesPerRun = 3000;
    private readonly List<int> _changed = [];
    private Entry[] _entries = [];
    private int[] _slots = [];
    private int _capacity;
    private int _written;

    /// <summary>An empty part.</summary>
    public ContentPart() => Hold(SmallestCapacity);

    /// <summary>What is known of a content.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Entry
    {
        public Hash128 Content;
        public int Stored;
        public int Seen;
    }

    /// <summary>Distinct contents.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the batch that used the part last.</summary>
    public long UsedBy { get; set; }

    /// <summary>Whether <see cref="TakeRuns"/> would give a row that is stored.</summary>
    public bool HasStored { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => Return(_entries, _slots);

    /// <summary>Takes up a run.</summary>
    /// <param name="run">Its bytes.</param>
    /// <param name="isOwn">Whether the import at work wrote it: what another has met does not count.</param>
    public void Load(ReadOnlySpan<byte> run, bool isOwn)
    {
        foreach (ref readonly var loaded in MemoryMarshal.Cast<byte, Entry>(run))
        {
            var position = PositionOf(loaded.Content);
            ref var entry = ref _entries[position];
            entry.Stored = loaded.Stored;
            entry.Seen = isOwn ? loaded.Seen : entry.Seen;
        }

        _written = Count;
    }

    /// <summary>Meets a row of the import at work.</summary>
    /// <param name="content">What it holds.</param>
    /// <param name="isRepeat">Whether the import has met this content before.</param>
    /// <returns><see cref="RowFate.AlreadyThere"/> where the warehouse has at least as many rows of this content as the import has brought by now.</returns>
    public RowFate Meet(in Hash128 content, out bool isRepeat)
    {
        var position = PositionOf(content);
        ref var entry = ref _entries[position];
        if (position < _written)
        {
            _changed.Add(position);
        }

        isRepeat = entry.Seen > 0;
        if (++entry.Seen <= entry.Stored)
        {
            return RowFate.AlreadyThere;
        }

        entry.Stored = entry.Seen;
        HasStored = true;
        return RowFate.Store;
    }

    /// <summary>What has changed since it was last taken, or since the part was loaded; small runs, which garbage collection takes back at once.</summary>
    public IReadOnlyList<byte[]> TakeRuns()
    {
        var runs = _changed.Distinct().Concat(Enumerable.Range(_written, Count - _written)).Chunk(EntriesPerRun).Select(Run).ToList();
        _changed.Clear();
        _written = Count;
        HasStored = false;
        return runs;
    }

    /// <summary>Everything in one run that has met nothing.</summary>
    public byte[] WholeRun()
    {
        var run = _entries.AsSpan(0, Count).ToArray();
        foreach (ref var entry in run.AsSpan())
        {
            entry.Seen = 0;
        }

        return MemoryMarshal.AsBytes(run.AsSpan()).ToArray();
    }

    private byte[] Run(int[] positions)
    {
        var bytes = new byte[positions.Length * Unsafe.SizeOf<Entry>()];
        var run = MemoryMarshal.Cast<byte, Entry>(bytes.AsSpan());
        for (var i = 0; i < positions.Length; i++)
        {
            run[i] = _entries[positions[i]];
        }

        return bytes;
    }

    /// <summary>Where the content stands, at the end where it is new.</summary>
    private int PositionOf(in Hash128 content)
    {
        var mask = (2 * _capacity) - 1;
        var slot = (int)content.High & mask;
        while (_slots[slot] is var taken && taken != 0)
        {
            if (_entries[taken - 1].Content == content)
            {
                return taken - 1;
            }

            slot = (slot + 1) & mask;
        }

        return Add(content, slot);
    }

    private int Add(in Hash128 content, int slot)
    {
        if (Count == _capacity)
        {
            Grow();
            return PositionOf(content);
        }

        _entries[Count] = new Entry { Content = content };
        _slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        var (entries, slots) = (_entries, _slots);
        Hold(2 * _capacity);
        entries.AsSpan(0, Count).CopyTo(_entries);
        Return(entries, slots);
        var mask = (2 * _capacity) - 1;
        for (var position = 0; position < Count; position++)
        {
            var slot = (int)_entries[position].Content.High & mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _slots[slot] = position + 1;
        }
    }

    private void Hold(int capacity)
    {
        _capacity = capacity;
        _entries = ArrayPool<Entry>.Shared.Rent(capacity);
        _slots = ArrayPool<int>.Shared.Rent(2 * capacity);
        _slots.AsSpan(0, 2 * capacity).Clear();
    }

    private static void Return(Entry[] entries, int[] slots)
    {
        ArrayPool<Entry>.Shared.Return(entries);
        ArrayPool<int>.Shared.Return(slots);
    }
}
