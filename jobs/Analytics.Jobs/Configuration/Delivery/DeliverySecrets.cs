using Analytics.Core;
using Analytics.Pipeline.Deliver;

namespace Analytics.Jobs.Configuration.Delivery;

/// <summary>Reads secrets from files that only their owner can read, or from the environment; never from settings.</summary>
internal static class DeliverySecrets
{
    /// <summary>Environment variable of the mail server's password.</summary>
    public const string SmtpPassword = "ANALYTICS_SMTP_PASSWORD";

    /// <summary>The secret, or null where there is none.</summary>
    /// <param name="file">File; empty for the environment.</param>
    /// <param name="variable">Environment variable.</param>
    /// <exception cref="AnalyticsException">AN6104: the file cannot be read, or others may read it.</exception>
    public static Secret? Find(string file, string variable)
    {
        var value = file.Length > 0 ? FirstLine(file) : Environment.GetEnvironmentVariable(variable) ?? "";
        return value.Length == 0 ? null : new Secret(value);
    }

    /// <summary>The secret.</summary>
    /// <param name="what">What it is, for the fault.</param>
    /// <param name="file">File; empty for the environment.</param>
    /// <param name="variable">Environment variable.</param>
    /// <param name="setting">Setting that names the file.</param>
    /// <exception cref="AnalyticsException">AN6103: there is none. AN6104: the file cannot be read, or others may read it.</exception>
    public static Secret Required(string what, string file, string variable, string setting) => Find(file, variable)
        ?? throw new AnalyticsException(
            "AN6103",
            $"There is no {what}.",
            $"Put it into the environment variable {variable}, or into a file of its owner only and name that in {setting}.",
            FaultKind.Usage);

    private static string FirstLine(string file)
    {
        try
        {
            const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
            {
                throw Unsafe(file, "others than its owner may read it.", $"chmod 600 '{Path.GetFullPath(file)}'.");
            }

            return File.ReadLines(file).FirstOrDefault("").Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unsafe(file, fault.Message, "Check its path, and that this user may read it.", fault);
        }
    }

    private static AnalyticsException Unsafe(string file, string why, string remedy, Exception? inner = null)
        => new("AN6104", $"The secret in '{Path.GetFullPath(file)}' is not used: {why}", remedy, FaultKind.Usage, inner);
}
