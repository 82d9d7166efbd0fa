using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analytics.Storage.Warehouse;

/// <summary>
/// The contents of one day's rows that have no id, each with how often it is stored and how often the import at work has met it. A run
/// is what a batch changed in it, as bytes: 24 an entry, little-endian; later runs override earlier ones.
/// </summary>
internal sealed class ContentPart
{
    private const int SmallestSize = 64;
    private const int EntriesPerRun = 3000;
    private readonly List<int> _changed = [];
    private Entry[] _entries = new Entry[SmallestSize / 2];
    private int[] _slots = new int[SmallestSize];
    private int _written;

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
        var mask = _slots.Length - 1;
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
        if (Count == _entries.Length)
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
        Array.Resize(ref _entries, _entries.Length * 2);
        _slots = new int[_entries.Length * 2];
        var mask = _slots.Length - 1;
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
}
