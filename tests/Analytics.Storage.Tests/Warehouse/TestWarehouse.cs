using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using Analytics.Tests;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>A warehouse in a folder of its own, and short ways to fill it.</summary>
internal sealed class TestWarehouse : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analytics-warehouse-").FullName;

    public TestWarehouse(WarehouseProvider provider = WarehouseProvider.Sqlite)
    {
        Options = provider switch
        {
            WarehouseProvider.PostgreSql => new WarehouseOptions("") { Provider = provider, ConnectionString = PostgresServer.Shared.CreateDatabase() },
            WarehouseProvider.SqlServer => new WarehouseOptions("") { Provider = provider, ConnectionString = SqlServerDatabase.Create() },
            _ => new WarehouseOptions(Path.Combine(_folder, "warehouse.db")),
        };
        Database = WarehouseDatabase.Open(Options, TimeProvider.System);
    }

    public WarehouseOptions Options { get; }

    public string File => Options.File;

    public WarehouseDatabase Database { get; private set; }

    public static string Pseudonym(int number) => $"{unchecked((ulong)number * 0x9E3779B97F4A7C15UL):x16}{(ulong)number:x16}";

    public static FieldValue[] Row(CanonicalTable table, params (string Field, object? Value)[] values)
    {
        var row = new FieldValue[table.Fields.Count];
        if (table.Find("count") is { } count)
        {
            row[count.Index] = FieldValue.FromInteger(1);
        }

        foreach (var (name, value) in values)
        {
            row[table[name].Index] = Value(table[name].Type, value);
        }

        return row;
    }

    public static FieldValue[] Complaint(params (string Field, object? Value)[] values) => Row(CanonicalTable.Complaint, values);

    public static FieldValue[] Subscriber(params (string Field, object? Value)[] values) => Row(CanonicalTable.Subscriber, values);

    public static DateTime Utc(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);

    public ImportCounts Import(CanonicalTable table, string content, params IEnumerable<FieldValue[]> rows) => Import(table, content, 1000, rows);

    public ImportCounts Import(CanonicalTable table, string content, int batchRows, IEnumerable<FieldValue[]> rows, DatePrecision precision = DatePrecision.Instant)
    {
        using var session = Database.BeginImport(new ImportIdentity(table, content + ".csv", content, "m1", precision) { Header = "a\tb" });
        return Feed(session, table, batchRows, rows).Complete([]);
    }

    public static ImportSession Feed(ImportSession session, CanonicalTable table, int batchRows, IEnumerable<FieldValue[]> rows)
    {
        var batch = new RowBatch(table, batchRows);
        var read = session.ResumeAfter;
        foreach (var row in rows.Skip((int)read))
        {
            row.CopyTo(batch.Add(read + 2));
            batch.SourceRowsRead = ++read;
            if (batch.IsFull)
            {
                session.Write(batch);
                batch.Clear();
            }
        }

        if (batch.Count > 0)
        {
            session.Write(batch);
        }

        return session;
    }

    /// <summary>A connection of the test's own, for looking at tables.</summary>
    public WarehouseSession OpenSession() => WarehouseConnection.Open(Options, isForReading: true);

    public void Reopen() => Reopen(Options);

    public void Reopen(WarehouseOptions options)
    {
        Database.Dispose();
        Database = WarehouseDatabase.Open(options, TimeProvider.System);
    }

    public void Dispose()
    {
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
        switch (Options.Provider)
        {
            case WarehouseProvider.PostgreSql:
                PostgresServer.Shared.DropDatabase(Options.ConnectionString);
                break;
            case WarehouseProvider.SqlServer:
                SqlServerDatabase.Drop(Options.ConnectionString);
                break;
        }
    }

    private static FieldValue Value(FieldType type, object? value) => value switch
    {
        null => FieldValue.Missing,
        string text => FieldValue.FromText(text),
        bool flag => FieldValue.FromBoolean(flag),
        DateTime moment => FieldValue.FromInstant(moment),
        DateOnly day => FieldValue.FromDay(day),
        decimal money => FieldValue.FromMoney(money),
        double real => FieldValue.FromReal(real),
        int number when type == FieldType.Real => FieldValue.FromReal(number),
        int number => FieldValue.FromInteger(number),
        _ => throw new ArgumentException($"No field value for {value}."),
    };
}
