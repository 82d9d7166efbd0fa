using System.Text;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Import;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Pipeline.Tests.Import;

/// <summary>A folder with sources, mappings and a warehouse, that goes with its test.</summary>
public sealed class ImportWorld : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-import-").FullName;
    private WarehouseDatabase? _warehouse;

    public static SubscriberPseudonymizer Pseudonyms { get; } = new(new byte[16]);

    public WarehouseDatabase Warehouse =>
        _warehouse ??= WarehouseDatabase.Open(new WarehouseOptions(Path.Combine(_folder, "warehouse.db")), TimeProvider.System);

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    public ImportRequest Request(CanonicalTable table, string file, string mapping) => new(table, file, Write("map.json", mapping));

    public ImportResult Import(CanonicalTable table, string file, string mapping, int batchRows = 16_384) =>
        ImportRun.Execute(Request(table, file, mapping) with { BatchRows = batchRows }, Warehouse, Pseudonyms);

    public DryRunResult Try(CanonicalTable table, string content, string mapping) =>
        DryRun.Execute(Request(table, Write("source.csv", content), mapping), Pseudonyms);

    public void Dispose()
    {
        _warehouse?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
