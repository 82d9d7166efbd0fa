using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;
using Analytics.Storage.Sources;

namespace Analytics.Pipeline.Import;

/// <summary>Takes source records into batches: maps, checks, quarantines, and keeps what the findings need.</summary>
internal sealed class RowIntake(ISourceReader source, RowMapper mapper, bool mayRepeat)
{
    private readonly RowChecks _checks = new(mapper.Mapping);
    private readonly KeyHash _key = new(mapper.Mapping.Table);
    private readonly RepeatCounter _records = new();
    private readonly RepeatCounter _keys = new();

    /// <summary>Canonical rows so far, faulty ones included.</summary>
    public long Read { get; private set; }

    /// <summary>Rows refused so far.</summary>
    public long Quarantined { get; private set; }

    /// <summary>Whether a batch may not have room for another record.</summary>
    public bool IsFull(RowBatch batch) => batch.Count + mapper.MostRows > batch.Capacity || batch.Quarantined.Count + mapper.MostRows > batch.Capacity;

    /// <summary>Takes the current record into a batch; with null it is looked at for the findings only, as rows that are stored already are.</summary>
    public void Take(RowBatch batch, bool isStored)
    {
        var rows = mapper.Load(source);
        if (mayRepeat && source.Fault is null)
        {
            _records.Add(mapper.RecordHash);
        }

        for (var row = 0; row < rows; row++)
        {
            Read++;
            var values = batch.Add(source.Line);
            var fault = mapper.Fill(row, values) ?? Named(_checks.Find(values), row);
            if (fault is null && _key.Of(values) is { } key)
            {
                _keys.Add(key);
            }

            if (fault is not null)
            {
                Quarantined++;
            }

            if (fault is not null && !isStored)
            {
                batch.Quarantined.Add(mapper.Quarantine(source, fault));
            }

            if (fault is not null || isStored)
            {
                batch.RemoveLast();
            }
        }

        batch.SourceRowsRead = source.Rows;
    }

    /// <summary>Findings over all records taken.</summary>
    public IReadOnlyList<Finding> Findings()
    {
        var findings = new List<Finding>(source.Findings);
        if (Repeated("repeated-rows", "", _records, "records are the same as an earlier one; each is kept") is { } rows)
        {
            findings.Add(rows);
        }

        var keyName = mapper.Mapping.Table.NaturalKey[0].Name;
        if (Repeated("repeated-ids", keyName, _keys, "rows carry the id of an earlier one") is { } ids)
        {
            findings.Add(ids);
        }

        findings.AddRange(mapper.Profile.Findings(source.Name));
        return findings;
    }

    private Finding? Repeated(string rule, string field, RepeatCounter counter, string what)
    {
        if (counter.Repeats == 0)
        {
            return null;
        }

        var basis = counter.OneIn == 1 ? "" : $" (estimated from 1 in {counter.OneIn})";
        return new Finding(rule, source.Name, field, counter.Repeats, what + basis);
    }

    private RowFault? Named(RowFault? fault, int row) =>
        fault is not null && mapper.SourceOf(row) is { Length: > 0 } column ? fault with { Field = column } : fault;
}
