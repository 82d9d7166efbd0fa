using Analytics.Core.Reports.Satisfaction;
using Analytics.Reporting.Words;
using Analytics.Reporting.Workbook;

namespace Analytics.Reporting.Sections.Satisfaction;

/// <summary>Cells the tables of the satisfaction model share, and what they say of missed tests and their subjects.</summary>
internal static class ModelCells
{
    /// <summary>A statistic of the model, or — where there is no such thing for this row.</summary>
    public static void Statistic(this SheetDraft sheet, int row, int column, double? value, string format)
        => sheet.Optional(row, column, value, format, "model.undefined");

    /// <summary>Mark of a missed test: ■ where it holds the model back, ▲ where it warns; ● where none was missed.</summary>
    public static string MarkOf(IEnumerable<ModelFinding> findings)
    {
        var worst = "●";
        foreach (var finding in findings)
        {
            if (finding.Blocks)
            {
                return "■";
            }

            worst = "▲";
        }

        return worst;
    }

    /// <summary>Item, construct or pair <c>A ~ B</c>, every name as the report's language has it.</summary>
    public static string Subject(string subject, ReportWords words)
        => subject.Length == 0 ? words.Get("model.whole") : string.Join(" ~ ", subject.Split(" ~ ").Select(words.Label));
}
