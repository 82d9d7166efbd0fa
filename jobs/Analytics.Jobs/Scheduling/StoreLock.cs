using System.Globalization;
using Analytics.Core;

namespace Analytics.Jobs.Scheduling;

/// <summary>
/// One scheduler a file: an embedded job store belongs to one <c>analytics serve</c>, which the operating system makes sure of however it dies.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _held;

    private StoreLock(FileStream held) => _held = held;

    /// <summary>Takes the lock of an embedded store.</summary>
    /// <exception cref="AnalyticsException">AN6003: another process has it.</exception>
    public static StoreLock Take(string store)
    {
        var path = store + ".lock";
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(path + ".pid", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new StoreLock(file);
        }
        catch (IOException fault) when (File.Exists(path))
        {
            throw new AnalyticsException(
                "AN6003",
                $"Another 'analytics serve'{Holder(path)} runs the jobs of '{store}'.",
                "End it first; or, to share the jobs among several processes, set Scheduler:Provider to PostgreSql or SqlServer.",
                FaultKind.Usage,
                fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static string Holder(string path)
    {
        try
        {
            return $" (process {File.ReadAllText(path + ".pid")})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
