using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>The ledger of imports: which run, how far they are, what came of them.</summary>
internal static class ImportLedger
{
    /// <summary>
    /// Opens an import: takes up an interrupted one of the same content and mapping, else begins anew. Every other unfinished import
    /// into that table is marked abandoned, since what it had met of its file is no longer known once another writes.
    /// </summary>
    public static LedgerEntry Open(WarehouseSession session, ImportIdentity identity, DateTime now) => session.InTransaction(() =>
    {
        var same = new { table_name = identity.Table.Name, content_hash = identity.ContentHash, mapping_hash = identity.MappingHash };
        var entry = session.First<LedgerEntry>("find_interrupted_import", same);
        if (entry is null)
        {
            entry = new LedgerEntry
            {
                Id = session.Scalar<long>("next_import_id"),
                TableName = identity.Table.Name,
                Source = identity.Source,
                ContentHash = identity.ContentHash,
                MappingHash = identity.MappingHash,
                DatePrecision = (int)identity.Precision,
                Header = identity.Header,
                RepeatOf = session.Scalar<long?>("first_import_of_content", same),
                FirstRowId = session.Scalar<long>("next_row_id", same),
            };
            Insert(session, entry, now);
        }

        session.Execute("abandon_imports", new { table_name = identity.Table.Name, id = entry.Id });
        return entry;
    });

    /// <summary>Opens a retry of the quarantined rows of an import; its counts are carried over to that import when it completes.</summary>
    public static LedgerEntry OpenRetry(WarehouseSession session, LedgerEntry import, DateTime now) => session.InTransaction(() =>
    {
        var entry = import with
        {
            Id = session.Scalar<long>("next_import_id"),
            RepeatOf = null,
            FirstRowId = session.Scalar<long>("next_row_id", new { table_name = import.TableName }),
            SourceRows = 0,
            RowsRead = 0,
            Stored = 0,
            AlreadyThere = 0,
            Quarantined = 0,
            RepeatedRows = 0,
            RepeatedIds = 0,
        };
        Insert(session, entry with { Status = LedgerEntry.Retried }, now);
        session.Execute("abandon_imports", new { table_name = import.TableName, id = entry.Id });
        return entry;
    });

    /// <summary>The ledger row of that id, or null.</summary>
    public static LedgerEntry? Find(WarehouseSession session, long id) => session.First<LedgerEntry>("find_import", new { id });

    /// <summary>Moves the watermark and the counts, within the batch's transaction.</summary>
    public static void Advance(WarehouseSession session, LedgerEntry entry) => session.Execute("advance_import", new
    {
        id = entry.Id,
        source_rows = entry.SourceRows,
        rows_read = entry.RowsRead,
        stored = entry.Stored,
        already_there = entry.AlreadyThere,
        quarantined = entry.Quarantined,
        repeated_rows = entry.RepeatedRows,
        repeated_ids = entry.RepeatedIds,
    });

    /// <summary>Marks an import complete, or a pull as one without anything new, and keeps its findings.</summary>
    public static void Finish(WarehouseSession session, LedgerEntry entry, IReadOnlyList<Finding> findings, DateTime now, string status = LedgerEntry.Complete)
    {
        for (var position = 0; position < findings.Count; position++)
        {
            var finding = findings[position];
            session.Execute("insert_finding", new
            {
                import_id = entry.Id,
                position,
                rule_name = finding.Rule,
                source = finding.Source,
                field = finding.Field,
                occurrences = finding.Count,
                detail = finding.Detail,
            });
        }

        session.Execute("finish_import", new { id = entry.Id, status, finished_at = Migrations.Iso(now) });
        session.Execute("supersede_quarantine", new { id = entry.Id, table_name = entry.TableName, content_hash = entry.ContentHash, mapping_hash = entry.MappingHash });
    }

    /// <summary>Row counts per source; a repeat of content that is in already is not listed again.</summary>
    public static IReadOnlyList<ImportSummary> Summaries(WarehouseSession session) =>
        [.. session.Query<(string Table, string Source, long Read, long Stored, long AlreadyThere, long Quarantined)>("import_summaries")
            .Select(s => new ImportSummary(s.Table, s.Source, s.Read, s.Stored, s.AlreadyThere, s.Quarantined))];

    /// <summary>Findings of the complete imports, each once.</summary>
    public static IReadOnlyList<Finding> Findings(WarehouseSession session) =>
        [.. session.Query<(string Rule, string Source, string Field, long Count, string Detail)>("findings")
            .Select(f => new Finding(f.Rule, f.Source, f.Field, f.Count, f.Detail))];

    private static void Insert(WarehouseSession session, LedgerEntry entry, DateTime now) => session.Execute("insert_import", new
    {
        id = entry.Id,
        table_name = entry.TableName,
        source = entry.Source,
        content_hash = entry.ContentHash,
        mapping_hash = entry.MappingHash,
        date_precision = entry.DatePrecision,
        header = entry.Header,
        status = entry.Status,
        repeat_of = entry.RepeatOf,
        first_row_id = entry.FirstRowId,
        started_at = Migrations.Iso(now),
    });
}
