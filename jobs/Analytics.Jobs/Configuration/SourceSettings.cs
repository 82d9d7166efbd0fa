using Analytics.Core;
using Analytics.Jobs.Cli;
using Analytics.Pipeline.Pull;
using Analytics.Storage.Sources.Databases;

namespace Analytics.Jobs.Configuration;

/// <summary>Reads the section <c>Sources</c>: one source a name. Settings that do not belong to a source's kind are unknown ones.</summary>
internal static class SourceSettings
{
    private const string FolderKind = "Folder";
    private static readonly string[] Kinds = [.. Enum.GetNames<DatabaseKind>(), FolderKind];
    private static readonly DatabaseQuery Query = new();
    private static readonly DatabaseAddress Address = new(DatabaseKind.Sqlite, "");
    private static readonly DropFolder Folder = new("");

    /// <summary>Every configured source; of one with faults only what could be read.</summary>
    /// <param name="read">Settings; faults go there.</param>
    /// <param name="timeZone">Zone of local times where a source names none.</param>
    public static IReadOnlyList<SourceDefinition> Read(SettingsReader read, string timeZone) =>
        [.. read.Names("Sources").Select(name => Source(read, name, timeZone))];

    private static SourceDefinition Source(SettingsReader read, string name, string timeZone)
    {
        var at = $"Sources:{name}";
        var faults = read.Faults.Count;
        var kind = read.Choice($"{at}:Kind", "", Kinds);
        Require(read, name, kind.Length > 0 || read.Faults.Count > faults, "it has no Kind", $"Write one of: {string.Join(", ", Kinds)}.");
        var source = new SourceDefinition
        {
            Name = name,
            Table = TableNames.Table(read.Choice($"{at}:Canonical", "complaints", TableNames.All)),
            MappingFile = read.Text($"{at}:Mapping", ""),
            TimeZone = read.Parsed($"{at}:TimeZone", timeZone, OptionsBinder.ParseTimeZone),
        };
        Require(
            read,
            name,
            source.MappingFile.Length > 0,
            "it has no Mapping",
            "Name the JSON file that maps its columns; 'analytics mapping suggest' writes a first one.");
        if (kind == FolderKind)
        {
            return source with { Folder = ReadFolder(read, name, at) };
        }

        return kind.Length == 0
            ? source
            : source with { Address = ReadAddress(read, name, at, Enum.Parse<DatabaseKind>(kind)), Query = ReadQuery(read, name, at) };
    }

    private static DatabaseAddress ReadAddress(SettingsReader read, string name, string at, DatabaseKind kind)
    {
        var (file, variable) = (read.Text($"{at}:PasswordFile", ""), read.Text($"{at}:PasswordEnvironment", ""));
        Require(
            read,
            name,
            file.Length == 0 || variable.Length == 0,
            "it has both PasswordFile and PasswordEnvironment",
            "Keep the one that holds the password.");
        var connection = read.Text($"{at}:ConnectionString", "");
        var address = new DatabaseAddress(kind, connection, file.Length + variable.Length == 0 ? null : () => Password(name, file, variable))
        {
            Encrypt = read.Flag($"{at}:Encrypt", Address.Encrypt),
            CommandTimeout = TimeSpan.FromSeconds(read.Number($"{at}:CommandTimeoutSeconds", Address.CommandTimeout.TotalSeconds, 1, 86_400)),
            Retries = read.Whole($"{at}:Retries", Address.Retries, 0, 100),
            FirstWait = TimeSpan.FromSeconds(read.Number($"{at}:RetryWaitSeconds", Address.FirstWait.TotalSeconds, 0.01, 60)),
        };
        Require(
            read,
            name,
            connection.Length > 0,
            "it has no ConnectionString",
            "Write it, without the password, which PasswordFile or PasswordEnvironment gives.");
        try
        {
            _ = address.Place;
        }
        catch (AnalyticsException fault)
        {
            read.Faults.Add(new AnalyticsException(fault.Code, $"Source '{name}': {fault.Problem}", fault.Remedy, fault.Kind));
        }

        return address;
    }

    private static DatabaseQuery ReadQuery(SettingsReader read, string name, string at)
    {
        var query = new DatabaseQuery
        {
            Table = OrNull(read.Text($"{at}:Table", "")),
            Query = OrNull(read.Text($"{at}:Query", "")),
            GroupBy = Columns(read.Text($"{at}:GroupBy", "")),
            WatermarkColumn = OrNull(read.Text($"{at}:WatermarkColumn", "")),
            KeyColumns = Columns(read.Text($"{at}:KeyColumns", "")),
            Overlap = read.Parsed($"{at}:Overlap", Query.Overlap.ToString(), WatermarkOverlap.Parse),
            PageRows = read.Whole($"{at}:PageRows", Query.PageRows, 1, 10_000_000),
        };
        Require(
            read,
            name,
            (query.Table is null) != (query.Query is null),
            query.Table is null ? "it has neither Table nor Query" : "it has both Table and Query",
            "Name the table, or write the SELECT, that gives its rows.");
        Require(read, name, query.GroupBy.Count == 0 || !query.IsKeyed, "it has both GroupBy and KeyColumns", "Counts have no keys: leave KeyColumns out.");
        return query;
    }

    private static DropFolder ReadFolder(SettingsReader read, string name, string at)
    {
        var path = read.Text($"{at}:Folder", "");
        Require(read, name, path.Length > 0, "it has no Folder", "Name the folder files are put into.");
        var usual = new DropFolder(path);
        var folder = usual with
        {
            Pattern = read.Text($"{at}:Pattern", Folder.Pattern),
            DoneFolder = read.Text($"{at}:DoneFolder", usual.DoneFolder),
            RejectedFolder = read.Text($"{at}:RejectedFolder", usual.RejectedFolder),
            SettleTime = TimeSpan.FromSeconds(read.Number($"{at}:SettleSeconds", Folder.SettleTime.TotalSeconds, 0, 86_400)),
        };
        var apart = path.Length == 0
            || new[] { path, folder.DoneFolder, folder.RejectedFolder }.Select(f => Path.GetFullPath(f).TrimEnd('/')).Distinct().Count() == 3;
        Require(read, name, apart, "its Folder, DoneFolder and RejectedFolder are not three folders", "Give each its own.");
        return folder;
    }

    private static void Require(SettingsReader read, string name, bool holds, string problem, string remedy)
    {
        if (!holds)
        {
            read.Faults.Add(new AnalyticsException("AN2325", $"The source '{name}' is not fully described: {problem}.", remedy, FaultKind.Usage));
        }
    }

    private static string Password(string name, string file, string variable)
    {
        if (variable.Length > 0)
        {
            return Environment.GetEnvironmentVariable(variable)
                ?? throw NoPassword(name, $"the environment variable '{variable}' is not set");
        }

        try
        {
            return File.ReadLines(file).FirstOrDefault("").Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw NoPassword(name, $"the file '{Path.GetFullPath(file)}' cannot be read ({fault.Message})");
        }
    }

    private static AnalyticsException NoPassword(string name, string why) => new(
        "AN2326",
        $"The password of the source '{name}' is not to be had: {why}.",
        "Set the variable where the program is started, or let this account read the file.",
        FaultKind.Usage);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static string[] Columns(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
