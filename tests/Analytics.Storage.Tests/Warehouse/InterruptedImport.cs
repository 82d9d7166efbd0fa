using System.Diagnostics;
using System.Runtime.CompilerServices;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;
using static Analytics.Storage.Tests.Warehouse.TestWarehouse;

namespace Analytics.Storage.Tests.Warehouse;

/// <summary>A made-up file that can be imported in a process of its own, so that the process can be killed.</summary>
internal static class InterruptedImport
{
    private const string FileVariable = "ANALYTICS_TEST_CHILD_DATABASE";
    private const string ProviderVariable = "ANALYTICS_TEST_CHILD_PROVIDER";
    private const string NumberVariable = "ANALYTICS_TEST_CHILD_NUMBER";
    private const string LockVariable = "ANALYTICS_TEST_CHILD_LOCK";
    private const int Rows = 12_000;
    private const int BatchRows = 120;

    /// <summary>The test assembly started again with these variables set does this work instead of running tests.</summary>
    [ModuleInitializer]
    internal static void RunAsChild()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is not { } file)
        {
            return;
        }

        using (var warehouse = WarehouseDatabase.Open(Options(file, Enum.Parse<WarehouseProvider>(Environment.GetEnvironmentVariable(ProviderVariable)!)), TimeProvider.System))
        {
            if (Environment.GetEnvironmentVariable(LockVariable) is { } purpose)
            {
                HoldLock(warehouse, purpose);
            }
            else
            {
                Import(warehouse, int.Parse(Environment.GetEnvironmentVariable(NumberVariable)!), () => Console.WriteLine("written"));
            }
        }

        Environment.Exit(0);
    }

    public static Process StartImport(WarehouseOptions database, int number) => Start(database, (NumberVariable, number.ToString()));

    public static Process StartLock(WarehouseOptions database, string purpose) => Start(database, (LockVariable, purpose));

    /// <summary>Imports file <paramref name="number"/>, calling back after each batch; files overlap, repeat rows and ids, and have bad rows.</summary>
    public static ImportCounts Import(WarehouseDatabase warehouse, int number, Action onWritten)
    {
        var identity = Identity(number);
        var table = identity.Table;
        using var session = warehouse.BeginImport(identity);
        var batch = new RowBatch(table, BatchRows);
        for (var read = session.ResumeAfter; read < Rows; read++)
        {
            var random = new Random((int)(read * 31) + number);
            if (random.Next(20) == 0)
            {
                batch.Quarantined.Add(new QuarantinedRow(read + 2, "cause", "?", "not-allowed", "?" + read));
            }
            else
            {
                var row = table == CanonicalTable.Subscriber ? SubscriberRow(random, number) : ComplaintRow(random);
                row.CopyTo(batch.Add(read + 2));
            }

            batch.SourceRowsRead = read + 1;
            if (batch.SourceRowsRead % BatchRows == 0)
            {
                session.Write(batch);
                onWritten();
                batch.Clear();
            }
        }

        return session.Complete([new Finding("constant-column", $"f{number}.csv", "a", 1, "x")]);
    }

    /// <summary>Whether file <paramref name="number"/> was imported to its end.</summary>
    public static bool IsComplete(WarehouseOptions database, int number)
    {
        using var warehouse = WarehouseDatabase.Open(database, TimeProvider.System);
        return warehouse.IsImported(Identity(number));
    }

    private static ImportIdentity Identity(int number) =>
        new(number % 3 == 2 ? CanonicalTable.Subscriber : CanonicalTable.Complaint, $"f{number}.csv", $"content{number}", "m1", DatePrecision.Day) { Header = "a" };

    private static FieldValue[] ComplaintRow(Random random) => Complaint(
        ("complaint_id", random.Next(3) == 0 ? "id" + random.Next(3000) : null),
        ("subscriber_id", random.Next(2) == 0 ? Pseudonym(random.Next(500)) : null),
        ("received_at", Utc(2026, 11, 1 + random.Next(5))),
        ("cause", "cause" + random.Next(6)),
        ("text", random.Next(4) == 0 ? "text" + random.Next(10) : null));

    private static FieldValue[] SubscriberRow(Random random, int number) => Subscriber(
        ("subscriber_id", Pseudonym(random.Next(4000))),
        ("as_of", new DateOnly(2026, 1 + random.Next(2), 1)),
        ("brand", "brand" + random.Next(3)),
        ("arpu", (double)(random.Next(2) + number)));

    private static Process Start(WarehouseOptions database, (string Name, string Value) variable)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(InterruptedImport).Assembly.Location]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment[FileVariable] = database.Provider == WarehouseProvider.Sqlite ? database.File : database.ConnectionString;
        start.Environment[ProviderVariable] = database.Provider.ToString();
        start.Environment[variable.Name] = variable.Value;
        return Process.Start(start)!;
    }

    private static WarehouseOptions Options(string place, WarehouseProvider provider) =>
        provider == WarehouseProvider.Sqlite ? new WarehouseOptions(place) : new WarehouseOptions("") { Provider = provider, ConnectionString = place };

    private static void HoldLock(WarehouseDatabase warehouse, string purpose)
    {
        using var held = warehouse.AcquireWriteLock(TimeSpan.FromSeconds(10), purpose);
        Console.WriteLine("held");
        Console.ReadLine();
    }
}
