using Analytics.Core.Canonical;
using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Reads complaints one by one for the list of cases.</summary>
internal static class DetailReader
{
    /// <summary>The first rows of the window that pass the filters, by time of receipt.</summary>
    public static IReadOnlyList<ComplaintCase> Read(WarehouseSession session, WindowRequest request, IReadOnlyList<Filter> where, int limit)
    {
        if (limit == 0 || !where.All(filter => WarehouseColumns.Has(FactTable.Complaints, filter.Column)))
        {
            return [];
        }

        var columns = where.Select(filter => filter.Column).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => WarehouseColumns.Find(FactTable.Complaints, name)).ToArray();
        var query = new WindowQuery(session, request, columns, new LocalDays(request.TimeZone), WindowReader.Base(session, request.To).Day);
        var rows = where.Count == 0 ? null : Matching(query, where).Take(limit).ToList();
        return rows is null ? Read(query, Enumerable.Range(0, limit), limit) : rows.Count == 0 ? [] : Read(query, rows, rows[^1] + 1);
    }

    /// <summary>Row numbers of the window that pass the filters.</summary>
    private static IEnumerable<int> Matching(WindowQuery query, IReadOnlyList<Filter> where)
    {
        var first = 0;
        foreach (var block in query.Rows("complaint_window"))
        {
            var tests = where.Select(filter => Test(block, filter)).ToArray();
            for (var row = 0; row < block.Rows; row++)
            {
                if (Array.TrueForAll(tests, test => test(row)))
                {
                    yield return first + row;
                }
            }

            first += block.Rows;
        }
    }

    /// <summary>The details of these rows: both queries give the same rows in the same order, one is filtered by, the other is shown.</summary>
    private static List<ComplaintCase> Read(WindowQuery query, IEnumerable<int> rows, int limit)
    {
        var found = new List<ComplaintCase>();
        using var details = query.Open("complaint_details", limit);
        var position = -1;
        foreach (var row in rows)
        {
            while (position < row)
            {
                if (!details.Step())
                {
                    return found;
                }

                position++;
            }

            found.Add(Detail(details));
        }

        return found;
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

    private static ComplaintCase Detail(IRowCursor row) => new(
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

    private static string? Text(IRowCursor row, int column) => row.IsNull(column) ? null : row.Text(column);

    private static DateTime? Moment(IRowCursor row, int column) => row.IsNull(column) ? null : new DateTime(row.Integer(column), DateTimeKind.Utc);
}
