using Analytics.Core.CrossTabs;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Importing;

namespace Analytics.Storage.Warehouse.Reading;

/// <summary>Reads whole survey responses: a row a respondent, a column an item.</summary>
internal static class ResponseReader
{
    /// <summary>Responses of a window by the time they were given.</summary>
    public static SurveyResponses Read(WarehouseSession session, WindowRequest request)
    {
        WarehouseColumn[] columns = [.. request.Columns.Distinct().Order(StringComparer.Ordinal).Select(name => WarehouseColumns.Find(FactTable.SurveyAnswers, name))];
        var query = new WindowQuery(session, request, columns, new LocalDays(request.TimeZone), WindowReader.Base(session, request.To).Day);
        var (ids, moments, respondents) = Respondents(query);
        int[] order = [.. Enumerable.Range(0, ids.Count).OrderBy(i => moments[i]).ThenBy(i => ids[i], StringComparer.Ordinal)];
        var rows = new Dictionary<string, int>(order.Length, StringComparer.Ordinal);
        for (var row = 0; row < order.Length; row++)
        {
            rows.Add(ids[order[row]], row);
        }

        var (items, answers) = Answers(query, rows, DimensionLabels.Load(session, "item"));
        return new SurveyResponses(Ordered(respondents, order), items, answers);
    }

    private static (List<string> Ids, List<long> Moments, DataWindow Respondents) Respondents(WindowQuery query)
    {
        var (ids, moments) = (new List<string>(), new List<long>());
        var labels = query.Labels();
        using var cursor = query.Open("respondent_window");
        var (id, moment) = (cursor.Ordinal("response_id"), cursor.Ordinal("answered_at"));
        var block = query.Block(cursor, labels);
        while (cursor.Step())
        {
            ids.Add(cursor.Text(id));
            moments.Add(cursor.Integer(moment));
            block.Add();
        }

        return (ids, moments, block.Drain());
    }

    private static (IReadOnlyList<string> Items, IReadOnlyList<double[]> Answers) Answers(WindowQuery query, Dictionary<string, int> rows, string[] labels)
    {
        var columns = new double[labels.Length][];
        using (var cursor = query.Open("answer_window"))
        {
            var (last, row) = ("", -1);
            while (cursor.Step())
            {
                var id = cursor.Text(0);
                if (id != last)
                {
                    (last, row) = (id, rows[id]);
                }

                var column = columns[cursor.Integer(1)] ??= Empty(rows.Count);
                column[row] = cursor.IsNull(2) ? double.NaN : cursor.Real(2);
            }
        }

        int[] asked = [.. Enumerable.Range(0, labels.Length).Where(i => columns[i] is not null).OrderBy(i => labels[i], StringComparer.Ordinal)];
        return ([.. asked.Select(i => labels[i])], [.. asked.Select(i => columns[i])]);
    }

    private static double[] Empty(int rows)
    {
        var column = new double[rows];
        Array.Fill(column, double.NaN);
        return column;
    }

    private static DataWindow Ordered(DataWindow window, int[] order) => new(
        order.Length,
        window.Dimensions.ToDictionary(d => d.Key, d => d.Value with { Keys = [.. order.Select(i => d.Value.Keys[i])] }, StringComparer.Ordinal),
        window.Measures.ToDictionary(m => m.Key, double[] (m) => [.. order.Select(i => m.Value[i])], StringComparer.Ordinal));
}
