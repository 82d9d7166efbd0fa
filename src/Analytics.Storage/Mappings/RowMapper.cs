using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Mappings;

/// <summary>
/// A mapping made ready for one source: takes the source's current record and yields the canonical rows it becomes, none or several
/// where the mapping unpivots. Not thread-safe; one per source being read.
/// </summary>
public sealed class RowMapper
{
    private readonly SourceColumns _names;
    private readonly SourceColumn[] _columns;
    private readonly ColumnValue[] _current;
    private readonly FieldFeed[] _feeds;
    private readonly UnpivotFeed[] _groups;
    private readonly List<(UnpivotFeed Group, int Cell)> _rows = [];
    private readonly FieldValue[] _base;
    private readonly int[] _required;
    private readonly RawRow _raw;
    private RowFault? _fault;

    /// <summary>Makes a mapping ready for a source with these columns.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="header">Column names of the source.</param>
    /// <param name="sourceName">Name of the source, for messages.</param>
    /// <param name="pseudonyms">Replaces subscriber ids.</param>
    /// <param name="timeZone">IANA zone of local times where the mapping names none.</param>
    /// <exception cref="AnalyticsException">AN2103: the mapping names columns that the source does not have; all of them in the text.</exception>
    public RowMapper(Mapping mapping, IReadOnlyList<string> header, string sourceName, SubscriberPseudonymizer pseudonyms, string timeZone)
    {
        Mapping = mapping;
        _names = new SourceColumns(header, sourceName);
        if (_names.FaultsOf(mapping) is { Count: > 0 } faults) throw MappingFile.Faulty(sourceName, faults);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(mapping.TimeZone ?? timeZone);
        var plan = new MapperPlan(mapping, _names, header.Count, new MappingContext(pseudonyms, zone, mapping.Precision));
        (_feeds, _groups) = (plan.Feeds, plan.Groups);
        _columns = [.. header.Select((_, i) => new SourceColumn(_names.UniqueName(i), i, plan.Converters[i], plan.IsUnpivoted(i)))];
        _current = new ColumnValue[header.Count];
        _base = new FieldValue[mapping.Table.Fields.Count];
        _required = [.. mapping.Table.Fields.Where(f => f.Required).Select(f => f.Index)];
        _raw = new RawRow(_columns, pseudonyms);
        Precision = plan.Precision;
        Profile = new SourceProfiler(_columns);
    }

    /// <summary>The mapping.</summary>
    public Mapping Mapping { get; }

    /// <summary>How exactly rows are dated, from the mapping; null where its formats do not tell and the values must.</summary>
    public DatePrecision? Precision { get; }

    /// <summary>Coarsest precision among the dates read so far; null where none was read.</summary>
    public DatePrecision? SeenPrecision
    {
        get
        {
            var feed = Array.Find(_feeds, f => f.Field == Mapping.Table.DateField);
            if (feed is null || feed.Column < 0) return null;
            DatePrecision? coarsest = null;
            foreach (var value in _columns[feed.Column].Remembered)
            {
                if (_columns[feed.Column].Converters[feed.Converter].PrecisionOf(value.DateMarks[feed.Converter]) is not { } precision) continue;
                if (coarsest is null || precision > coarsest) coarsest = precision;
            }

            return coarsest;
        }
    }

    /// <summary>Source column, 0-based, that dates the rows; null where none does.</summary>
    public int? DateColumn => Array.Find(_feeds, f => f.Field == Mapping.Table.DateField) is { Column: >= 0 } feed ? feed.Column : null;

    /// <summary>What the columns of the source held so far.</summary>
    public SourceProfiler Profile { get; }

    /// <summary>Hash of the whole current record; equal records have equal hashes in every run.</summary>
    public ulong RecordHash { get; private set; }

    /// <summary>Canonical rows a record becomes at most.</summary>
    public int MostRows => Math.Max(1, _groups.Sum(g => g.Cells.Length));

    /// <summary>Takes the source's current record in.</summary>
    /// <returns>Canonical rows it becomes, faulty ones included; 1 for a record that cannot be mapped.</returns>
    public int Load(ISourceReader source)
    {
        _fault = null;
        _rows.Clear();
        if (source.Fault is { } rule)
        {
            _fault = new RowFault("", "", rule);
            RecordHash = 0;
            return 1;
        }

        Observe(source);
        foreach (var group in _groups)
        {
            for (var cell = 0; cell < group.Cells.Length; cell++)
            {
                if (group.IsTicked(_current[group.Cells[cell].Column])) _rows.Add((group, cell));
            }
        }

        if (_groups.Length > 0 && _rows.Count == 0) return 0;
        FillBase(source);
        return _fault is null ? Math.Max(1, _rows.Count) : 1;
    }

    /// <summary>Fills one of the rows that <see cref="Load"/> announced.</summary>
    /// <param name="row">0-based among them.</param>
    /// <param name="values">Values in field order; all missing on entry.</param>
    /// <returns>Null where every field passed, else the first fault; the values are then of no use.</returns>
    public RowFault? Fill(int row, Span<FieldValue> values)
    {
        if (_fault is not null) return _fault;
        _base.CopyTo(values);
        if (_rows.Count > 0 && _rows[row].Group.Fill(_rows[row].Cell, values, _current) is { } fault) return fault;
        foreach (var field in _required)
        {
            if (values[field].IsMissing) return new RowFault(Mapping.Table.Fields[field].Name, "", FieldRules.Required);
        }

        return null;
    }

    /// <summary>
    /// For a fault that a check of a whole row found: names the source column where the row is one of several of its record, so that a
    /// retry can tell them apart.
    /// </summary>
    public string SourceOf(int row) => _rows.Count > 0 ? _rows[row].Group.Cells[_rows[row].Cell].Name : "";

    /// <summary>Whether <paramref name="column"/> is the name of an unpivoted source column, as <see cref="SourceOf"/> gives it.</summary>
    public bool IsUnpivoted(string column) => _groups.Any(g => g.Cells.Any(c => c.Name == column));

    /// <summary>The current record as quarantine keeps it: no subscriber id, no mobile number.</summary>
    public QuarantinedRow Quarantine(ISourceReader source, RowFault fault)
    {
        const int longest = 500;
        var value = fault.Value.Length <= longest ? fault.Value : fault.Value[..longest];
        return new QuarantinedRow(source.Line, fault.Field, MobileNumberMask.Hide(value), fault.Rule, _raw.Write(source));
    }

    private void Observe(ISourceReader source)
    {
        ulong hash = 0;
        for (var i = 0; i < _columns.Length; i++)
        {
            var value = _columns[i].Observe(source.Field(i));
            _current[i] = value;
            hash = CellHash.Combine(hash, value.Hash);
        }

        RecordHash = hash;
        Profile.Observe(_current);
    }

    private void FillBase(ISourceReader source)
    {
        foreach (var feed in _feeds)
        {
            var value = feed.Read(_current, source.Line - Mapping.Source.HeaderRow, out var rule);
            _base[feed.Field.Index] = value;
            if (rule is null && feed.IsRequired && value.IsMissing) rule = FieldRules.Required;
            if (rule is null) continue;
            var shown = feed.Column < 0 || feed.Field.Type == FieldType.SubscriberId ? "" : RawRow.Decode(source.Field(feed.Column));
            _fault = new RowFault(feed.Field.Name, shown, rule);
            return;
        }
    }
}
