namespace Analytics.Core.Canonical;

/// <summary>
/// A block of checked canonical rows on its way from a source to the warehouse. The buffers are reused: a consumer copies what it keeps.
/// </summary>
public sealed class RowBatch
{
    private readonly FieldValue[] _values;

    /// <param name="table">What the rows are.</param>
    /// <param name="capacity">Rows it can hold.</param>
    public RowBatch(CanonicalTable table, int capacity)
    {
        Table = table;
        Capacity = capacity;
        _values = new FieldValue[capacity * table.Fields.Count];
        Lines = new long[capacity];
    }

    /// <summary>What the rows are.</summary>
    public CanonicalTable Table { get; }

    /// <summary>Rows it can hold.</summary>
    public int Capacity { get; }

    /// <summary>Rows it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Whether <see cref="Add"/> would fail.</summary>
    public bool IsFull => Count == Capacity;

    /// <summary>Source line of each row (1-based; header included), the first <see cref="Count"/> entries valid.</summary>
    public long[] Lines { get; }

    /// <summary>Source rows read up to and including this batch, good and bad: the watermark an interrupted import resumes behind.</summary>
    public long SourceRowsRead { get; set; }

    /// <summary>
    /// Where the source stands after this batch, for sources that go on by position rather than by count; written down in the batch's own
    /// transaction. Null for files.
    /// </summary>
    public string? SourcePosition { get; set; }

    /// <summary>Rows of this block that failed a check, in source order.</summary>
    public List<QuarantinedRow> Quarantined { get; } = [];

    /// <summary>
    /// Gives the whole source row behind a row of this block, as <see cref="QuarantinedRow.Raw"/>, for rows the warehouse itself has to
    /// refuse (an id repeated with other content); valid until the block is cleared. Null where the reader does not keep them.
    /// </summary>
    public Func<int, string>? RawRow { get; set; }

    /// <summary>The values of row <paramref name="row"/>, in field order.</summary>
    public Span<FieldValue> Row(int row) => _values.AsSpan(row * Table.Fields.Count, Table.Fields.Count);

    /// <summary>Adds an empty row and returns its values for filling.</summary>
    public Span<FieldValue> Add(long line)
    {
        Lines[Count] = line;
        var row = Row(Count++);
        row.Clear();
        return row;
    }

    /// <summary>Takes the row added last back, because a check failed.</summary>
    public void RemoveLast() => Count--;

    /// <summary>Empties the block for reuse.</summary>
    public void Clear()
    {
        Count = 0;
        SourceRowsRead = 0;
        SourcePosition = null;
        Quarantined.Clear();
    }
}
