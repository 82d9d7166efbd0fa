using Analytics.Core.Canonical;
using Analytics.Core.Reports;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>Reads and releases quarantined rows.</summary>
internal static class QuarantineStore
{
    /// <summary>Waiting rows, by import and line, streamed.</summary>
    public static IEnumerable<QuarantineEntry> Read(WarehouseSession session, QuarantineFilter filter)
    {
        var rows = session.Each<Row>(
            "quarantine_entries",
            new { table_name = filter.Table?.Name, rule_name = filter.Rule, source = filter.Source, import_id = filter.ImportId, row_limit = filter.Limit ?? int.MaxValue });
        foreach (var row in rows)
        {
            yield return row.ToEntry();
        }
    }

    /// <summary>Waiting rows by table, rule and field.</summary>
    public static IReadOnlyList<QuarantineSummary> Summaries(WarehouseSession session) =>
        [.. session.Query<(string Table, string Rule, string Field, long Rows)>("quarantine_summaries").Select(s => new QuarantineSummary(s.Table, s.Rule, s.Field, s.Rows))];

    /// <summary>Takes rows out of quarantine without storing them.</summary>
    public static int Release(WarehouseSession session, IReadOnlyCollection<long> ids) =>
        session.InTransaction(() => ids.Sum(id => session.Execute("release_quarantine", new { id })));

    private sealed record Row
    {
        public long Id { get; init; }

        public long ImportId { get; init; }

        public string TableName { get; init; } = "";

        public string Source { get; init; } = "";

        public string MappingHash { get; init; } = "";

        public string Header { get; init; } = "";

        public long Line { get; init; }

        public string Field { get; init; } = "";

        public string Value { get; init; } = "";

        public string Rule { get; init; } = "";

        public string Raw { get; init; } = "";

        public long IsCanonical { get; init; }

        public QuarantineEntry ToEntry()
        {
            var header = IsCanonical == 0 ? RawText.Split(Header) : [.. CanonicalTable.All.Single(t => t.Name == TableName).Fields.Select(f => f.Name)];
            return new QuarantineEntry(Id, ImportId, TableName, Source, MappingHash, Line, Field, Value, Rule, header, RawText.Split(Raw), IsCanonical != 0);
        }
    }
}
