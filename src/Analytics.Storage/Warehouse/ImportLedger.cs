using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>The ledger of imports: which run, how far they are, what came of them.</summary>
internal static class ImportLedger
{
    /// <summary>
    /// Opens an import: takes up an interrupted one of the same content and mapping, else begins anew. Every other unfinished import
    /// into that table is marked abandoned, since what it had met of its file is no longer known once another writes.
    /// </summary>
    public static LedgerEntry Open(SqliteConnection connection, ImportIdentity identity, DateTime now)
    {
        using var transaction = connection.BeginTransaction();
        var same = new { table_name = identity.Table.Name, content_hash = identity.ContentHash, mapping_hash = identity.MappingHash };
        var entry = connection.QueryFirstOrDefault<LedgerEntry>(SqlFile.Read("find_interrupted_import"), same);
        if (entry is null)
        {
            entry = new LedgerEntry
            {
                Id = connection.ExecuteScalar<long>(SqlFile.Read("next_import_id")),
                TableName = identity.Table.Name,
                Source = identity.Source,
                ContentHash = identity.ContentHash,
                MappingHash = identity.MappingHash,
                DatePrecision = (int)identity.Precision,
                Header = identity.Header,
                RepeatOf = connection.ExecuteScalar<long?>(SqlFile.Read("first_import_of_content"), same),
                FirstRowId = connection.ExecuteScalar<long>(SqlFile.Read("next_row_id"), same),
            };
            Insert(connection, entry, now);
        }

        connection.Execute(SqlFile.Read("abandon_imports"), new { table_name = identity.Table.Name, id = entry.Id });
        transaction.Commit();
        return entry;
    }

    /// <summary>Opens a retry of the quarantined rows of an import; its counts are carried over to that import when it completes.</summary>
    public static LedgerEntry OpenRetry(SqliteConnection connection, LedgerEntry import, DateTime now)
    {
        using var transaction = connection.BeginTransaction();
        var entry = import with
        {
            Id = connection.ExecuteScalar<long>(SqlFile.Read("next_import_id")),
            RepeatOf = null,
            FirstRowId = connection.ExecuteScalar<long>(SqlFile.Read("next_row_id"), new { table_name = import.TableName }),
            SourceRows = 0,
            RowsRead = 0,
            Stored = 0,
            AlreadyThere = 0,
            Quarantined = 0,
            RepeatedRows = 0,
            RepeatedIds = 0,
        };
        Insert(connection, entry with { Status = LedgerEntry.Retried }, now);
        connection.Execute(SqlFile.Read("abandon_imports"), new { table_name = import.TableName, id = entry.Id });
        transaction.Commit();
        return entry;
    }

    /// <summary>The ledger row of that id, or null.</summary>
    public static LedgerEntry? Find(SqliteConnection connection, long id) => connection.QueryFirstOrDefault<LedgerEntry>(SqlFile.Read("find_import"), new { id });

    /// <summary>Moves the watermark and the counts, within the batch's transaction.</summary>
    public static void Advance(SqliteConnection connection, LedgerEntry entry) => connection.Execute(SqlFile.Read("advance_import"), new
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

    /// <summary>Marks an import complete and keeps its findings.</summary>
    public static void Finish(SqliteConnection connection, LedgerEntry entry, IReadOnlyList<Finding> findings, DateTime now)
    {
        for (var position = 0; position < findings.Count; position++)
        {
            var finding = findings[position];
            connection.Execute(SqlFile.Read("insert_finding"), new
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

        connection.Execute(SqlFile.Read("finish_import"), new { id = entry.Id, finished_at = Migrations.Iso(now) });
        connection.Execute(SqlFile.Read("supersede_quarantine"), new { id = entry.Id, table_name = entry.TableName, content_hash = entry.ContentHash, mapping_hash = entry.MappingHash });
    }

    /// <summary>Row counts per source; a repeat of content that is in already is not listed again.</summary>
    public static IReadOnlyList<ImportSummary> Summaries(SqliteConnection connection) =>
        [.. connection.Query<(string Table, string Source, long Read, long Stored, long AlreadyThere, long Quarantined)>(SqlFile.Read("import_summaries"))
            .Select(s => new ImportSummary(s.Table, s.Source, s.Read, s.Stored, s.AlreadyThere, s.Quarantined))];

    /// <summary>Findings of the complete imports, each once.</summary>
    public static IReadOnlyList<Finding> Findings(SqliteConnection connection) =>
        [.. connection.Query<(string Rule, string Source, string Field, long Count, string Detail)>(SqlFile.Read("findings"))
            .Select(f => new Finding(f.Rule, f.Source, f.Field, f.Count, f.Detail))];

    private static void Insert(SqliteConnection connection, LedgerEntry entry, DateTime now) => connection.Execute(SqlFile.Read("insert_import"), new
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
