using Analytics.Core;
using Analytics.Jobs.Configuration;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Jobs.Tests.Configuration;

public sealed class WarehouseLocationTests : IDisposable
{
    private static readonly AnalyticsOptions Server = new()
    {
        WarehouseProvider = WarehouseProvider.PostgreSql,
        WarehouseConnectionString = "Host=db;Database=analytics;Username=analytics",
    };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Password_OfAFile_IsItsFirstLine()
    {
        var file = Path.Combine(_folder.Path, "password");
        File.WriteAllText(file, "s3cr3t w0rd \nnot this\n");

        var options = (Server with { WarehousePasswordFile = file }).Warehouse();

        options.Password.ShouldBe("s3cr3t w0rd");
        options.ToString().ShouldBe("PostgreSql db:5432/analytics");
        (Server with { WarehousePasswordFile = file }).WarehousePlace().ShouldBe("db:5432/analytics");
    }

    [Fact]
    public void Password_OfAFileThatIsNotThere_NamesTheFile()
    {
        var fault = Should.Throw<AnalyticsException>(() => (Server with { WarehousePasswordFile = Path.Combine(_folder.Path, "none") }).Warehouse());

        (fault.Code, fault.Kind).ShouldBe(("AN3109", FaultKind.Usage));
        fault.Problem.ShouldContain(Path.Combine(_folder.Path, "none"));
    }

    [Fact]
    public void Warehouse_ThatIsEmbedded_NeedsNoPassword()
        => (new AnalyticsOptions { WarehousePasswordFile = "/no/such/file" })
            .Warehouse()
            .ShouldBe(new WarehouseOptions("analytics-data/warehouse.db") { LockWait = TimeSpan.FromSeconds(60) });
}
