using System.Security.Cryptography;
using System.Text;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Ledgers;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// The rows of a source that earlier pulls put into quarantine, waiting or settled since: met again in the overlap they are not put away a second time.
/// Looked up when the first row is refused, 16 bytes a row.
/// </summary>
internal sealed class KnownQuarantine(WarehouseSession session, LedgerEntry import)
{
    private HashSet<UInt128>? _known;

    public bool Contains(QuarantinedRow row)
    {
        _known ??= [.. session.Each<Row>("quarantined_rows_of_source", new { table_name = import.TableName, source = import.Source, id = import.Id }).Select(r => HashOf(r.Rule, r.Field, r.Raw))];
        return _known.Contains(HashOf(row.Rule, row.Field, row.Raw));
    }

    private static UInt128 HashOf(string rule, string field, string raw) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule}\n{field}\n{raw}")));

    private sealed record Row
    {
        public string Rule { get; init; } = "";

        public string Field { get; init; } = "";

        public string Raw { get; init; } = "";
    }
}
