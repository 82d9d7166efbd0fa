using System.Globalization;
using Analytics.Core;

namespace Analytics.Storage.Sources.Databases;

/// <summary>The faults of source databases, each with its stable code and remedy, in one place. None repeats a connection string or a password.</summary>
internal static class DatabaseFaults
{
    public static AnalyticsException ConnectionStringUnreadable(string engine) => new(
        "AN2311",
        $"A connection string is none of {engine}'s; it is not shown, since it may hold a password.",
        $"Write it as {Example(engine)}, and give the password by PasswordFile or PasswordEnvironment.",
        FaultKind.Usage);

    public static AnalyticsException Unreachable(string source, string place, string why, Exception? inner) => new(
        "AN2312",
        $"The source '{source}' ({place}) cannot be reached: {Sentence(why)}",
        "Check server, port and network, then run the same command again: it goes on where it was.",
        inner: inner);

    public static AnalyticsException SignInRefused(string source, string place, string why, Exception? inner) => new(
        "AN2313",
        $"The source '{source}' ({place}) refuses the sign-in: {Sentence(why)}",
        "Check the user in ConnectionString, the password in PasswordFile or PasswordEnvironment, and that the user may read this database.",
        inner: inner);

    public static AnalyticsException NoColumn(string source, string setting, string column, IReadOnlyList<string> columns) => new(
        "AN2314",
        $"The source '{source}' has no column '{column}', which its {setting} names.{NearestName.Hint(column, columns)} It has {string.Join(", ", columns.Select(c => $"'{c}'"))}.",
        $"If it was renamed at the source, write the new name into {setting}; nothing was read, and what is stored stays.",
        FaultKind.Usage);

    public static AnalyticsException Refused(string source, string place, string why, Exception? inner) => new(
        "AN2315",
        $"The source '{source}' ({place}) refuses what is asked of it: {Sentence(why)}",
        "Check Table or Query, and that the user may read it; a Query is a SELECT without ORDER BY. What is stored stays.",
        inner: inner);

    public static AnalyticsException BrokeOff(string source, string place, int tries, long rows, string why, Exception? inner) => new(
        "AN2316",
        string.Create(CultureInfo.InvariantCulture, $"The source '{source}' ({place}) broke off after row {rows} and did not come back in {tries} tries: {Sentence(why)}"),
        "Rows stored so far stay. Run the same command again when the source answers: it goes on where it was.",
        inner: inner);

    public static AnalyticsException TimedOut(string source, string place, TimeSpan limit, Exception? inner) => new(
        "AN2317",
        string.Create(CultureInfo.InvariantCulture, $"The source '{source}' ({place}) did not answer a statement within {limit.TotalSeconds:0} s."),
        "An index over watermark and key columns, in that order, makes each page quick; else lower PageRows or raise CommandTimeoutSeconds. Rows stored so far stay.",
        inner: inner);

    public static AnalyticsException OverlapUnfit(string source, string column, object watermark, string overlap) => new(
        "AN2318",
        $"The overlap '{overlap}' of the source '{source}' does not fit its watermark column '{column}', whose highest value is '{KeysetPosition.Shown(watermark)}'.",
        "Write a time such as 2d for dates, a whole number for numbers, or 0 for none.",
        FaultKind.Usage);

    public static AnalyticsException NotEncrypted(string source, string place, string why, Exception? inner) => new(
        "AN2319",
        $"No encrypted connection could be made to the source '{source}' ({place}): {Sentence(why)}",
        "Have encryption set up at the server, or its certificate trusted here. Only where the network is safe, as on this machine, set Encrypt to false for this source.",
        inner: inner);

    private static string Sentence(string message) => message.ReplaceLineEndings(" ").TrimEnd('.', ' ') + ".";

    private static string Example(string engine) => engine switch
    {
        "PostgreSQL" => "Host=…;Database=…;Username=…",
        "SQL Server" => "Server=…;Database=…;User Id=…",
        _ => "Data Source=… or a path alone",
    };
}
