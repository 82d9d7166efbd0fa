using System.Text;

namespace Analytics.Storage.Mappings;

/// <summary>Running statistics of a column's cells, in constant memory.</summary>
internal sealed class ColumnStatistics
{
    private const int LongestShown = 60;
    private static readonly DateReader UsualDates = DateReader.Of([]);
    private readonly Lazy<DistinctSketch> _distinct = new(() => new DistinctSketch());
    private byte[]? _smallest;
    private byte[]? _largest;

    public long Rows { get; private set; }

    public long Blank { get; private set; }

    public long WholeNumbers { get; private set; }

    public long Numbers { get; private set; }

    public long Texts { get; private set; }

    public long Dates { get; private set; }

    public long WithControlCharacters { get; private set; }

    public long WithMobileNumbers { get; private set; }

    public double SmallestNumber { get; private set; } = double.PositiveInfinity;

    public double LargestNumber { get; private set; } = double.NegativeInfinity;

    /// <summary>Smallest text in ordinal order, cut for display; null where there is none.</summary>
    public string? SmallestText => Shown(_smallest);

    /// <summary>Largest text in ordinal order, cut for display; null where there is none.</summary>
    public string? LargestText => Shown(_largest);

    /// <summary>Estimated distinct cells among those added, blank ones not counted.</summary>
    public long Distinct => _distinct.IsValueCreated ? _distinct.Value.Estimate() : 0;

    /// <summary>Adds a cell that came <paramref name="count"/> times; <paramref name="isDate"/> where a date was read from it already.</summary>
    public void Add(ReadOnlySpan<byte> cell, ulong hash, bool isBlank, long count, bool isDate)
    {
        Rows += count;
        if (isBlank)
        {
            Blank += count;
            return;
        }

        _distinct.Value.Add(hash);
        var trimmed = CellText.Trim(cell);
        if (!isDate && LooksNumeric(trimmed) && NumberReader.TryRead(trimmed, false, out var number))
        {
            Numbers += count;
            if (number == Math.Floor(number)) WholeNumbers += count;
            SmallestNumber = Math.Min(SmallestNumber, number);
            LargestNumber = Math.Max(LargestNumber, number);
            return;
        }

        Texts += count;
        if (isDate || LooksLikeDate(trimmed)) Dates += count;
        else AddText(cell, count);
        Widen(trimmed);
    }

    /// <summary>Adds what another collected.</summary>
    public void AddAll(ColumnStatistics other)
    {
        Rows += other.Rows;
        Blank += other.Blank;
        WholeNumbers += other.WholeNumbers;
        Numbers += other.Numbers;
        Texts += other.Texts;
        Dates += other.Dates;
        WithControlCharacters += other.WithControlCharacters;
        WithMobileNumbers += other.WithMobileNumbers;
        SmallestNumber = Math.Min(SmallestNumber, other.SmallestNumber);
        LargestNumber = Math.Max(LargestNumber, other.LargestNumber);
        if (other._smallest is not null && (_smallest is null || other._smallest.AsSpan().SequenceCompareTo(_smallest) < 0)) _smallest = other._smallest;
        if (other._largest is not null && (_largest is null || other._largest.AsSpan().SequenceCompareTo(_largest) > 0)) _largest = other._largest;
        if (other._distinct.IsValueCreated) _distinct.Value.Merge(other._distinct.Value);
    }

    private static bool LooksNumeric(ReadOnlySpan<byte> cell) => cell.Length <= 40 && cell[0] is (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'+' or (byte)'.';

    private static string? Shown(byte[]? utf8)
    {
        if (utf8 is null) return null;
        var text = Encoding.UTF8.GetString(utf8).ReplaceLineEndings(" ").TrimEnd('\uFFFD');
        return utf8.Length == LongestShown ? text + "…" : text;
    }

    // The usual formats all begin with the year.
    private static bool LooksLikeDate(ReadOnlySpan<byte> cell) =>
        cell.Length is >= 6 and <= 32 && cell[..4].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 && UsualDates.TryRead(cell, out _, out _);

    private void AddText(ReadOnlySpan<byte> cell, long count)
    {
        if (HasControlCharacter(cell)) WithControlCharacters += count;
        if (cell.Length >= 11 && Privacy.MobileNumberMask.Finds(cell)) WithMobileNumbers += count;
    }

    private void Widen(ReadOnlySpan<byte> cell)
    {
        var shown = cell[..Math.Min(cell.Length, LongestShown)];
        if (_smallest is null || shown.SequenceCompareTo(_smallest) < 0) _smallest = shown.ToArray();
        if (_largest is null || shown.SequenceCompareTo(_largest) > 0) _largest = shown.ToArray();
    }

    private static bool HasControlCharacter(ReadOnlySpan<byte> cell)
    {
        foreach (var b in cell)
        {
            if (b < 0x20 ? b is not ((byte)'\t' or (byte)'\n' or (byte)'\r') : b == 0x7F) return true;
        }

        return false;
    }
}
