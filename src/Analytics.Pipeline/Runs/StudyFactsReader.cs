using System.Globalization;
using Analytics.Core.CrossTabs;
using Analytics.Core.Periods;
using Analytics.Core.Settings;
using Analytics.Storage.Warehouse;
using Analytics.Storage.Warehouse.Reading;
using Analytics.Study;

namespace Analytics.Pipeline.Runs;

/// <summary>Fills the facts a study needs beside cross-tabs from the warehouse.</summary>
public static class StudyFactsReader
{
    /// <summary>Reads the facts for a period with its comparison windows.</summary>
    /// <param name="warehouse">The data.</param>
    /// <param name="period">Period of the report.</param>
    /// <param name="scope">Filters of the report.</param>
    /// <param name="settings">Time zone, trailing window, how many cases are listed.</param>
    public static StudyFacts Read(WarehouseDatabase warehouse, ReportPeriod period, IReadOnlyList<Filter> scope, StudySettings settings)
    {
        var first = new[] { period.Add(-settings.TrailingPeriods).Start, period.YearBefore().Start }.Min();
        var known = warehouse.Facts(first, period.End, settings.TimeZone);
        var cutOff = known.CutOffUtc ?? DateTime.SpecifyKind(period.End.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc);
        var window = new WindowRequest(FactTable.Complaints, period.Start, period.End, [], settings.TimeZone, settings.RepeatWindow, cutOff);
        var cases = warehouse.ReadDetails(window, scope, settings.DetailRows);
        return new StudyFacts
        {
            CutOffUtc = cutOff,
            DataVersion = known.DataVersion,
            Precision = known.Precision,
            ComplaintDays = known.ComplaintDays,
            SurveyDays = known.SurveyDays,
            SnapshotDays = known.SnapshotDays,
            SurveyScales = known.Scales,
            Labels = known.Labels,
            Imports = warehouse.Imports(),
            Quarantine = warehouse.QuarantineSummaries(),
            Findings = warehouse.Findings(),
            PeriodRows = warehouse.PeriodRows(period.Start, period.End, settings.TimeZone),
            Cases = cases,
            TotalCases = cases.Count < settings.DetailRows ? cases.Count : Count(warehouse, window, scope),
        };
    }

    /// <summary>Rows, not what they stand for: the list shows rows.</summary>
    private static long Count(WarehouseDatabase warehouse, WindowRequest window, IReadOnlyList<Filter> scope)
    {
        if (!scope.All(filter => WarehouseColumns.Has(FactTable.Complaints, filter.Column)))
        {
            return 0;
        }

        var rows = 0L;
        foreach (var block in warehouse.Read(window with { Columns = [.. scope.Select(f => f.Column).Distinct(StringComparer.Ordinal)] }))
        {
            rows += scope.Count == 0 ? block.Rows : Passing(block, scope);
        }

        return rows;
    }

    private static int Passing(DataWindow block, IReadOnlyList<Filter> scope)
    {
        var tests = scope.Select(filter => Test(block, filter)).ToArray();
        var passing = 0;
        for (var row = 0; row < block.Rows; row++)
        {
            var at = row;
            passing += Array.TrueForAll(tests, test => test(at)) ? 1 : 0;
        }

        return passing;
    }

    private static Func<int, bool> Test(DataWindow block, Filter filter)
    {
        if (block.Dimensions.TryGetValue(filter.Column, out var dimension))
        {
            bool[] allowed = [.. dimension.Labels.Select(label => filter.Values.Contains(label))];
            return row => allowed[dimension.Keys[row]];
        }

        var numbers = block.Measures[filter.Column];
        return row => filter.Values.Contains(double.IsNaN(numbers[row]) ? "" : numbers[row].ToString("R", CultureInfo.InvariantCulture));
    }
}
