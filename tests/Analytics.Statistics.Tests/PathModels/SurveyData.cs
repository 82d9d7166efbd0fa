using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels;

/// <summary>The public surveys and the tables other packages publish for them; tests are skipped where they are absent.</summary>
internal static class SurveyData
{
    /// <summary>The European index' mobile-phone survey (Tenenhaus et al. 2005): 250 respondents, 24 items from 1 to 10.</summary>
    public static ItemTable Mobi() => Items("mobi.csv");

    /// <summary>The public phone survey or the seeded one: the same items.</summary>
    public static ItemTable Phone(Survey survey) => survey == Survey.Seeded ? SeededSurvey.Phone() : Mobi();

    /// <summary>The bank survey of plspm: 250 respondents, 27 items from 1 to 10.</summary>
    public static ItemTable Bank() => Items("satisfaction.csv");

    /// <summary>A published table: row label, column label, value; NaN where it says NA.</summary>
    public static ExpectedTable Expected(string name)
    {
        var rows = Rows(name);
        var labelled = rows[0][0].Length == 0 || !double.TryParse(rows[1][0], NumberStyles.Float, CultureInfo.InvariantCulture, out _);
        var first = labelled ? 1 : 0;
        return new ExpectedTable(
            [.. rows.Skip(1).Select((row, i) => labelled ? row[0] : $"{i + 1}")],
            rows[0][first..],
            [.. rows.Skip(1).Select(row => row[first..])]);
    }

    public static string[] ItemNames(string prefix, int count) => [.. Enumerable.Range(1, count).Select(i => $"{prefix}{i}")];

    private static ItemTable Items(string file)
    {
        var rows = Rows(file);
        var numeric = Enumerable.Range(0, rows[0].Length)
            .Where(c => double.TryParse(rows[1][c], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .ToList();
        return new ItemTable(
            [.. numeric.Select(c => rows[0][c])],
            [.. numeric.Select(c => rows.Skip(1).Select(row => double.Parse(row[c], CultureInfo.InvariantCulture)).ToArray())],
            Scales: [.. numeric.Select(_ => new ItemScale(1, 10))]);
    }

    private static List<string[]> Rows(string name) =>
        [
            .. File.ReadLines(Find(Path.Combine("ecsi", name)))
                .Where(line => line.Length > 0)
                .Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray())
        ];

    private static string Find(string name)
    {
        var named = Environment.GetEnvironmentVariable("ANALYTICS_TEST_DATA") is { Length: > 0 } folder
            ? Path.Combine(folder, name)
            : Above(Path.Combine("shared", "data", name));
        Assert.SkipUnless(named is not null && File.Exists(named), $"The data set {name} is not there; ANALYTICS_TEST_DATA may name its folder.");
        return named!;
    }

    private static string? Above(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, relative);
            if (File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }
}
