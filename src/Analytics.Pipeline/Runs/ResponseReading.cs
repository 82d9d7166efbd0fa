using System.Globalization;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Reading;
using Analytics.Study.Sections.Satisfaction;

namespace Analytics.Pipeline.Runs;

/// <summary>Reads the survey responses a satisfaction section rests on.</summary>
public static class ResponseReading
{
    private static readonly string[] NotOfRespondents = ["item", "score"];
    private static readonly string[] Always = ["day", "operator", "brand", "region", "weight"];

    /// <summary>Responses of the waves and scope.</summary>
    /// <param name="warehouse">The data.</param>
    /// <param name="period">Period of the report.</param>
    /// <param name="scope">Filters; one on a column survey answers lack leaves no response, as in every other table of the report.</param>
    /// <param name="settings">Waves, margins, segments, time zone.</param>
    public static SurveyResponses Read(WarehouseDatabase warehouse, ReportPeriod period, IReadOnlyList<Filter> scope, StudySettings settings)
    {
        var waves = SurveyWaves.Of(period, settings);
        var cut = settings.Satisfaction.Margins.Concat(settings.Satisfaction.SegmentBy).Select(d => d.Column);
        string[] columns =
        [
            .. Always.Concat(cut).Concat(scope.Select(f => f.Column)).Where(IsOfRespondents).Distinct(StringComparer.Ordinal),
        ];
        var request = new WindowRequest(FactTable.SurveyAnswers, waves[0].Start, period.End, columns, settings.TimeZone, settings.RepeatWindow, default);
        var responses = warehouse.ReadResponses(request);
        return scope.Count == 0 ? responses : Only(responses, scope);
    }

    private static bool IsOfRespondents(string column) => WarehouseColumns.Has(FactTable.SurveyAnswers, column) && !NotOfRespondents.Contains(column);

    private static SurveyResponses Only(SurveyResponses responses, IReadOnlyList<Filter> scope)
    {
        var tests = scope.Select(filter => Test(responses.Respondents, filter)).ToArray();
        int[] rows = [.. Enumerable.Range(0, responses.Respondents.Rows).Where(row => Array.TrueForAll(tests, test => test(row)))];
        var kept = responses.Respondents with
        {
            Rows = rows.Length,
            Dimensions = responses.Respondents.Dimensions.ToDictionary(
                d => d.Key, d => d.Value with { Keys = [.. rows.Select(r => d.Value.Keys[r])] }, StringComparer.Ordinal),
            Measures = responses.Respondents.Measures.ToDictionary(m => m.Key, double[] (m) => [.. rows.Select(r => m.Value[r])], StringComparer.Ordinal),
        };
        double[][] answers = [.. responses.Answers.Select(a => Array.ConvertAll(rows, r => a[r]))];
        int[] asked = [.. Enumerable.Range(0, answers.Length).Where(i => Array.Exists(answers[i], a => !double.IsNaN(a)))];
        return new SurveyResponses(kept, [.. asked.Select(i => responses.Items[i])], [.. asked.Select(i => answers[i])]);
    }

    private static Func<int, bool> Test(DataWindow respondents, Filter filter)
    {
        if (respondents.Dimensions.TryGetValue(filter.Column, out var dimension))
        {
            bool[] allowed = [.. dimension.Labels.Select(label => filter.Values.Contains(label))];
            return row => allowed[dimension.Keys[row]];
        }

        return respondents.Measures.TryGetValue(filter.Column, out var numbers)
            ? row => filter.Values.Contains(double.IsNaN(numbers[row]) ? "" : numbers[row].ToString("R", CultureInfo.InvariantCulture))
            : _ => false;
    }
}
