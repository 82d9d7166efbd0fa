using Analytics.Core;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Jobs.Configuration;

/// <summary>The configured warehouse, as the storage takes it.</summary>
internal static class WarehouseLocation
{
    /// <summary>The warehouse with the password of its file or environment variable, for whoever opens it.</summary>
    /// <exception cref="AnalyticsException">AN3109: the password file cannot be read.</exception>
    public static WarehouseOptions Warehouse(this AnalyticsOptions options) => options.WarehouseWithoutPassword() with { Password = Password(options) };

    /// <summary>The warehouse, for whoever names it.</summary>
    public static WarehouseOptions WarehouseWithoutPassword(this AnalyticsOptions options) => options.WarehouseProvider == WarehouseProvider.Sqlite
        ? new WarehouseOptions(options.WarehousePath) { LockWait = options.LockWait }
        : new WarehouseOptions("") { Provider = options.WarehouseProvider, ConnectionString = options.WarehouseConnectionString, LockWait = options.LockWait };

    /// <summary>Full path of the embedded file, or server and database.</summary>
    public static string WarehousePlace(this AnalyticsOptions options) =>
        options.WarehouseProvider == WarehouseProvider.Sqlite ? Path.GetFullPath(options.WarehousePath) : options.WarehouseWithoutPassword().Place;

    private static string Password(AnalyticsOptions options)
    {
        if (options.WarehouseProvider == WarehouseProvider.Sqlite)
        {
            return "";
        }

        return options.WarehousePasswordFile.Length > 0
            ? FirstLine(options.WarehousePasswordFile)
            : Environment.GetEnvironmentVariable(options.WarehousePasswordEnvironment) ?? "";
    }

    private static string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault("").Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new AnalyticsException(
                "AN3109",
                $"The password file '{Path.GetFullPath(file)}' of the warehouse cannot be read: {fault.Message}",
                "Check the path in Warehouse:PasswordFile, and that this user may read it.",
                FaultKind.Usage,
                fault);
        }
    }
}
