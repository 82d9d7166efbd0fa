using System.Globalization;

namespace Analytics.Statistics.Tests.PathModels;

/// <summary>A table another package publishes.</summary>
internal sealed record ExpectedTable(IReadOnlyList<string> RowNames, IReadOnlyList<string> ColumnNames, IReadOnlyList<string[]> Cells)
{
    public double this[int row, string column] => Parse(Cells[row][ColumnNames.ToList().IndexOf(column)]);

    public double this[string row, string column] => this[RowNames.ToList().IndexOf(row), column];

    public string Text(int row, string column) => Cells[row][ColumnNames.ToList().IndexOf(column)];

    /// <summary>Every cell that holds a number is equal to what <paramref name="actual"/> says, to an absolute tolerance.</summary>
    public void ShouldBe(Func<string, string, double> actual, double tolerance)
    {
        foreach (var row in RowNames)
        {
            foreach (var column in ColumnNames.Where(c => !double.IsNaN(this[row, c])))
            {
                actual(row, column).ShouldBe(this[row, column], tolerance, $"{row}, {column}");
            }
        }
    }

    private static double Parse(string cell) => cell == "NA" ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);
}
