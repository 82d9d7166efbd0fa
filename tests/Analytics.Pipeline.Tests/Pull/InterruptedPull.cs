using System.Diagnostics;
using System.Runtime.CompilerServices;
using Analytics.Core.Canonical;
using Analytics.Pipeline.Pull;
using Analytics.Storage.Sources.Databases;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Pipeline.Tests.Pull;

/// <summary>A pull that can be done in a process of its own, so that the process can be killed.</summary>
internal static class InterruptedPull
{
    private const string WarehouseVariable = "ANALYTICS_TEST_PULL_WAREHOUSE";
    private const string SourceVariable = "ANALYTICS_TEST_PULL_SOURCE";
    private const string MappingVariable = "ANALYTICS_TEST_PULL_MAPPING";
    private const string FolderVariable = "ANALYTICS_TEST_PULL_FOLDER";

    /// <summary>The test assembly started again with these variables set pulls instead of running tests.</summary>
    [ModuleInitializer]
    internal static void RunAsChild()
    {
        if (Environment.GetEnvironmentVariable(WarehouseVariable) is not { } warehouse)
        {
            return;
        }

        Console.WriteLine("begun");
        Pull(
            warehouse,
            Environment.GetEnvironmentVariable(SourceVariable)!,
            Environment.GetEnvironmentVariable(MappingVariable)!,
            Environment.GetEnvironmentVariable(FolderVariable) is "yes");
        Environment.Exit(0);
    }

    public static Process Start(string warehouse, string source, string mapping, bool isFolder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(InterruptedPull).Assembly.Location]) { RedirectStandardOutput = true };
        start.Environment[WarehouseVariable] = warehouse;
        start.Environment[SourceVariable] = source;
        start.Environment[MappingVariable] = mapping;
        start.Environment[FolderVariable] = isFolder ? "yes" : "no";
        return Process.Start(start)!;
    }

    public static PullResult Pull(string warehouse, string source, string mapping, bool isFolder)
    {
        using var database = WarehouseDatabase.Open(new WarehouseOptions(warehouse), TimeProvider.System);
        return PullRun.Execute(isFolder ? Folder(source, mapping) : Database(source, mapping), database, PullWorld.Pseudonyms, TimeProvider.System);
    }

    private static SourceDefinition Database(string source, string mapping) => new()
    {
        Name = "crm",
        Table = CanonicalTable.Complaint,
        MappingFile = mapping,
        TimeZone = "UTC",
        Address = new DatabaseAddress(
            source.Contains('=', StringComparison.Ordinal) ? DatabaseKind.PostgreSql : DatabaseKind.Sqlite,
            source) { Encrypt = false },
        Query = new DatabaseQuery
        {
            Table = "complaints",
            WatermarkColumn = "changed_at",
            KeyColumns = ["id"],
            Overlap = WatermarkOverlap.Parse("3d"),
            PageRows = 150,
        },
        BatchRows = 100,
    };

    private static SourceDefinition Folder(string source, string mapping) => new()
    {
        Name = "drop",
        Table = CanonicalTable.Complaint,
        MappingFile = mapping,
        TimeZone = "UTC",
        Folder = new DropFolder(source) { SettleTime = TimeSpan.Zero },
        BatchRows = 100,
    };
}
