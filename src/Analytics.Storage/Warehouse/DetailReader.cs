using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;

namespace Analytics.Storage.Warehouse;

/// <summary>Reads complaints one by one for the list of cases.</summary>
internal static class DetailReader
{
    /// <summary>The first rows of the window that pass the filters, by time of receipt.</summary>
    public static IReadOnlyList<ComplaintCase> Read(WarehouseSession session, WindowRequest request, IReadOnlyList<Filter> where, int limit)
    {
        if (!where.All(filter => WarehouseColumns.Has(FactTable.Complaints, filter.Column)))
        {
            return [];
        }

        var columns = where.Select(filter => filter.Column).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => WarehouseColumns.Find(FactTable.Complaints, name)).ToArray();
        var query = new WindowQuery(session, request, columns, new LocalDays(request.TimeZone), WindowReader.Base(session, request.To).Day);
        using var details = query.Prepare("complaint_details");
        return [.. Matching(query, where, details).Take(limit)];
    }

    /// <summary>Both queries give the same rows in the same order: one is filtered by, the other is shown.</summary>
    private static IEnumerable<ComplaintCase> Matching(WindowQuery query, IReadOnlyList<Filter> where, BulkStatement details)
    {
        foreach (var block in query.Rows("complaint_window"))
        {
            var tests = where.Select(filter => Test(block, filter)).ToArray();
            for (var row = 0; row < block.Rows; row++)
            {
                details.Step();
                if (Array.TrueForAll(tests, test => test(row)))
                {
                    yield return Detail(details);
                }
            }
        }
    }

    private static Func<int, bool> Test(DataWindow block, Filter filter)
    {
        var values = filter.Values.ToHashSet(StringComparer.Ordinal);
        if (!block.Dimensions.TryGetValue(filter.Column, out var dimension))
        {
            var numbers = block.Measures[filter.Column];
            return row => values.Contains(double.IsNaN(numbers[row]) ? "" : numbers[row].ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        }

        bool[] isAllowed = [.. dimension.Labels.Select(values.Contains)];
        return row => isAllowed[dimension.Keys[row]];
    }

    private static ComplaintCase Detail(BulkStatement row) => new(
        Text(row, 0),
        row.IsNull(1) ? null : SubscriberKey.Format(row.Integer(1), row.Integer(2)),
        Moment(row, 3)!.Value,
        Text(row, 4),
        Text(row, 5),
        Text(row, 6),
        Text(row, 7),
        Text(row, 8),
        Moment(row, 9),
        Moment(row, 10),
        row.IsNull(11) ? null : row.Integer(11) != 0,
        Text(row, 12),
        row.IsNull(13) ? null : row.Real(13),
        Text(row, 14),
        row.Integer(15));

    private static string? Text(BulkStatement row, int column) => row.IsNull(column) ? null : row.Text(column);

    private static DateTime? Moment(BulkStatement row, int column) => row.IsNull(column) ? null : new DateTime(row.Integer(column), DateTimeKind.Utc);
}
