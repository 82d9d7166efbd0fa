using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Ledgers;

/// <summary>A row of the import ledger.</summary>
internal sealed record LedgerEntry
{
    public const string Running = "running";
    public const string Complete = "complete";
    public const string Abandoned = "abandoned";
    public const string Retried = "retried";

    /// <summary>A pull that ended without anything new: it is not listed.</summary>
    public const string Unchanged = "unchanged";

    public long Id { get; init; }

    public string TableName { get; init; } = "";

    public string Source { get; init; } = "";

    public string ContentHash { get; init; } = "";

    public string MappingHash { get; init; } = "";

    public int DatePrecision { get; init; }

    public string Header { get; init; } = "";

    public string Status { get; init; } = Running;

    /// <summary>First complete import of the same content under the same mapping; null where this is the first.</summary>
    public long? RepeatOf { get; init; }

    public long FirstRowId { get; init; }

    public long SourceRows { get; init; }

    public long RowsRead { get; init; }

    public long Stored { get; init; }

    public long AlreadyThere { get; init; }

    public long Quarantined { get; init; }

    public long RepeatedRows { get; init; }

    public long RepeatedIds { get; init; }

    public ImportCounts Counts => new(RowsRead, Stored, AlreadyThere, Quarantined, RepeatedRows, RepeatedIds);
}
