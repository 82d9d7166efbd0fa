using System.Text;
using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Import;

/// <summary>The quarantined rows of one import read as if they were a source.</summary>
internal sealed class WaitingRecords(IReadOnlyList<string> header, IEnumerable<QuarantineEntry> entries) : ISourceReader
{
    private readonly IEnumerator<QuarantineEntry> _entries = entries.GetEnumerator();
    private byte[][] _fields = [];

    public string Name => Current.Source;

    public IReadOnlyList<string> Header { get; } = header;

    /// <summary>The row being tried.</summary>
    public QuarantineEntry Current => _entries.Current;

    public long Line => Current.Line;

    public long Rows { get; private set; }

    public int FieldCount => _fields.Length;

    // Rows that were no records of the file cannot become any; the others are mapped afresh.
    public string? Fault { get; private set; }

    public double Fraction => 0;

    public IReadOnlyList<Finding> Findings => [];

    public bool Read()
    {
        if (!_entries.MoveNext())
        {
            return false;
        }

        Rows++;
        Fault = Current.Rule is SourceRules.GitConflictMarker or SourceRules.RepeatedHeader or SourceRules.UnterminatedQuote ? Current.Rule
            : Current.Fields.Count < Header.Count || Current.Fields.Skip(Header.Count).Any(f => f.Length > 0) ? SourceRules.WrongFieldCount
            : null;
        _fields = [.. Current.Fields.Select((f, i) => Encoding.UTF8.GetBytes(IsStoredPseudonym(i) && f.Length > 0 ? SubscriberPseudonymizer.Prefix + f : f))];
        return true;
    }

    public ReadOnlySpan<byte> Field(int index) => index < _fields.Length ? _fields[index] : default;

    public void Dispose() => _entries.Dispose();

    private bool IsStoredPseudonym(int index) => Current.IsCanonical && index < Header.Count && Header[index] == "subscriber_id";
}
