using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Pipeline.Import;

/// <summary>
/// Tries quarantined rows again, under a mapping that may have been corrected. Rows that pass go into the warehouse and leave the
/// quarantine; the others wait on under the rule they break now.
/// </summary>
public static class QuarantineRetry
{
    private const int BatchRows = 4096;

    /// <summary>Tries the waiting rows a request names.</summary>
    /// <param name="request">Which rows, and the mapping.</param>
    /// <param name="warehouse">Where they wait.</param>
    /// <param name="pseudonyms">Replaces subscriber ids; ids in waiting rows are pseudonyms already and stay.</param>
    /// <param name="cancellation">Stops between imports.</param>
    /// <exception cref="AnalyticsException">
    /// AN2101…AN2103 the mapping, also where it names columns the waiting rows do not have; AN3xxx the warehouse.
    /// </exception>
    public static RetryResult Execute(
        RetryRequest request, WarehouseDatabase warehouse, SubscriberPseudonymizer pseudonyms, CancellationToken cancellation = default)
    {
        var mapping = MappingFile.Load(request.MappingFile);
        var filter = new QuarantineFilter(mapping.Table, request.Rule, request.Source);
        var groups = warehouse.Quarantine(filter).Select(e => (e.ImportId, e.IsCanonical)).Distinct().ToList();
        var total = new RetryResult(0, 0, 0, 0);
        foreach (var (import, isCanonical) in groups)
        {
            cancellation.ThrowIfCancellationRequested();
            var entries = warehouse.Quarantine(filter with { ImportId = import }).Where(e => e.IsCanonical == isCanonical);
            var first = entries.First();
            using var records = new WaitingRecords(first.Header, entries);
            var used = isCanonical ? Canonical(mapping.Table) : mapping;
            var mapper = new RowMapper(used, first.Header, first.Source, pseudonyms, request.TimeZone);
            var counts = Retry(records, mapper, warehouse, import, request.Rule);
            total = new RetryResult(
                total.Tried + records.Rows,
                total.Stored + counts.Stored,
                total.AlreadyThere + counts.AlreadyThere,
                total.Quarantined + counts.Quarantined);
        }

        return total;
    }

    // Rows the warehouse itself refused are kept as canonical columns: every field is read from the column of its name.
    private static Mapping Canonical(CanonicalTable table) => new()
    {
        Table = table,
        TimeZone = "UTC",
        Columns = table.Fields.ToDictionary(f => f.Name, f => new ColumnMapping { Source = f.Name }),
    };

    private static ImportCounts Retry(WaitingRecords records, RowMapper mapper, WarehouseDatabase warehouse, long import, string? rule)
    {
        using var session = warehouse.BeginRetry(import, rule);
        var checks = new RowChecks(mapper.Mapping);
        var batch = new RowBatch(mapper.Mapping.Table, BatchRows + mapper.MostRows);
        long line = -1;
        while (records.Read())
        {
            // The rows of one line are settled together.
            if (records.Line != line && batch.Count + batch.Quarantined.Count >= BatchRows)
            {
                Flush(session, batch);
            }

            line = records.Line;
            Take(records, mapper, checks, batch);
        }

        Flush(session, batch);
        return session.Complete([]);
    }

    private static void Take(WaitingRecords records, RowMapper mapper, RowChecks checks, RowBatch batch)
    {
        var rows = mapper.Load(records);
        var cell = mapper.IsUnpivoted(records.Current.Field) ? records.Current.Field : null;
        for (var row = 0; row < rows; row++)
        {
            if (cell is not null && mapper.SourceOf(row) is { Length: > 0 } column && column != cell)
            {
                continue;
            }

            var values = batch.Add(records.Line);
            if ((mapper.Fill(row, values) ?? checks.Find(values)) is not { } fault)
            {
                continue;
            }

            batch.RemoveLast();
            batch.Quarantined.Add(mapper.Quarantine(records, fault));
        }

        batch.SourceRowsRead = records.Rows;
    }

    private static void Flush(ImportSession session, RowBatch batch)
    {
        if (batch.SourceRowsRead > 0)
        {
            session.Write(batch);
        }

        batch.Clear();
    }
}
