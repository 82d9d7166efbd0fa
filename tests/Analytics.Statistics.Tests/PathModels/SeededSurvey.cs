using System.Globalization;
using Analytics.Core.Canonical;
using Analytics.Statistics.PathModels.Specify;

namespace Analytics.Statistics.Tests.PathModels;

/// <summary>The surveys of Fixtures, made by surveys.R, and what R says of them: beside the tests in every clone.</summary>
internal static class SeededSurvey
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "PathModels", "Fixtures");

    /// <summary>300 respondents, 24 items from 1 to 10, named as those of <see cref="SurveyData.Mobi"/>.</summary>
    public static ItemTable Phone() => Items("phone.csv");

    /// <summary>200 respondents, 27 items from 1 to 10, named as those of <see cref="SurveyData.Bank"/>.</summary>
    public static ItemTable Bank() => Items("bank.csv");

    /// <summary>A table of R's: a number a row.</summary>
    public static IReadOnlyList<ExpectedFigure> Table(string name) =>
        [.. Rows(Path.Combine("tables", $"{name}.csv")).Skip(1).Select(row => new ExpectedFigure(row[0], row[1], row[2], Number(row[3])))];

    private static ItemTable Items(string file)
    {
        var rows = Rows(file);
        return new ItemTable(
            rows[0],
            [.. rows[0].Select((_, column) => rows.Skip(1).Select(row => Number(row[column])).ToArray())],
            Scales: [.. rows[0].Select(_ => new ItemScale(1, 10))]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<string[]> Rows(string name) => [.. File.ReadLines(Path.Combine(Folder, name)).Select(line => line.Split(','))];
}
