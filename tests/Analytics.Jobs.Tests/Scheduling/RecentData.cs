using System.Globalization;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>Complaints of the last three weeks that are over, imported once; every test works on a copy of the folder.</summary>
public sealed class RecentData : IDisposable
{
    private const int RowsAWeek = 120;
    private readonly TemporaryFolder _folder = new();

    public RecentData()
    {
        Write(_folder.File("complaints.csv"), Enumerable.Range(1, 3).SelectMany(week => Rows(week, 0, RowsAWeek)));
        File.WriteAllText(_folder.File("map.json"), """
            { "table": "complaint", "file": { "timeZone": "Asia/Shanghai" },
              "columns": { "complaint_id": "id", "received_at": { "source": "at", "formats": ["yyyy-MM-dd HH:mm:ss"] }, "channel": "channel",
                  "category": "category", "cause": "cause", "region": "region" } }
            """);
        Import(_folder.Path, "complaints.csv").ExitCode.ShouldBe(0);
    }

    /// <summary>The last week that is over in the report's zone.</summary>
    public static string Period { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{ISOWeek.GetYear(Monday(1)):0000}-W{ISOWeek.GetWeekOfYear(Monday(1)):00}");

    public void Dispose() => _folder.Dispose();

    /// <summary>A folder with the warehouse and these settings.</summary>
    internal TemporaryFolder Copy(string settings = "{}")
    {
        var copy = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var target = copy.File(Path.GetRelativePath(_folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(copy.File("appsettings.json"), settings);
        return copy;
    }

    /// <summary>Imports rows of the last week: new ones where their numbers are new, changed ones where not.</summary>
    internal static void AddRows(string folder, int first, int rows, string cause)
    {
        Write(Path.Combine(folder, $"late{first}.csv"), Rows(1, first, rows).Select(row => row.Replace("网络", cause, StringComparison.Ordinal)));
        Import(folder, $"late{first}.csv").ExitCode.ShouldBe(0);
    }

    /// <summary>Puts new rows of the last week into the folder <c>drop</c>, whole at once as a careful sender does.</summary>
    internal static void DropRows(string folder, int first, int rows)
    {
        var file = Path.Combine(folder, "drop", $"late{first}.csv");
        Write(file + ".part", Rows(1, first, rows));
        File.Move(file + ".part", file);
    }

    private static ProgramRun Import(string folder, string file) => ProgramRun.In(folder, "import", "complaints", file, "--map", "map.json");

    private static IEnumerable<string> Rows(int weeksAgo, int first, int count) => Enumerable.Range(first, count).Select(i => string.Create(
        CultureInfo.InvariantCulture,
        $"w{weeksAgo}-{i},{Monday(weeksAgo).AddHours(8 + (i % 140)):yyyy-MM-dd HH:mm:ss},{(i % 3 == 0 ? "热线" : "营业厅")},"
            + $"网络质量,网络{i % 4},{(i % 2 == 0 ? "武汉" : "宜昌")}"));

    private static void Write(string path, IEnumerable<string> rows) => File.WriteAllLines(path, rows.Prepend("id,at,channel,category,cause,region"));

    private static DateTime Monday(int weeksAgo)
    {
        var today = TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")).Date;
        return today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (7 * weeksAgo));
    }
}
