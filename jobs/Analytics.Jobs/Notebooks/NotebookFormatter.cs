using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analytics.Core.Reports;
using Analytics.Reporting.Charts;

namespace Analytics.Jobs.Notebooks;

/// <summary>Turns a value into the forms a viewer may choose from: a picture or HTML where there is one, and always plain text.</summary>
internal static partial class NotebookFormatter
{
    private const int MostRows = 1000;

    /// <summary>The value by media type, as nbformat stores it.</summary>
    public static JsonObject Bundle(object? value) => value switch
    {
        NotebookHtml html =>
            new JsonObject
            {
                ["text/html"] = NotebookCell.Lines(html.Html),
                ["text/plain"] = NotebookCell.Lines(WebUtility.HtmlDecode(AnyTag().Replace(html.Html, ""))),
            },
        NotebookSvg svg => Picture(svg.Svg, "SVG"),
        ChartFile chart => Picture(chart.Svg, chart.Name),
        IEnumerable rows and not string when Table(rows) is { } table =>
            new JsonObject { ["text/html"] = NotebookCell.Lines(Html(table)), ["text/plain"] = NotebookCell.Lines(Plain(table)) },
        _ => new JsonObject { ["text/plain"] = NotebookCell.Lines(Text(value)) },
    };

    private static JsonObject Picture(string svg, string name) =>
        new() { ["image/svg+xml"] = NotebookCell.Lines(svg), ["text/plain"] = NotebookCell.Lines(name) };

    /// <summary>Header and rows of a sequence of objects with properties; null for a sequence of plain values.</summary>
    private static List<string[]>? Table(IEnumerable rows)
    {
        var items = rows.Cast<object?>().Take(MostRows + 1).ToList();
        if (items.Count == 0 || items.Find(i => i is not null)?.GetType() is not { } type || IsPlain(type))
        {
            return null;
        }

        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).ToArray();
        if (properties.Length == 0)
        {
            return null;
        }

        List<string[]> table = [[.. properties.Select(p => p.Name)]];
        table.AddRange(items.Take(MostRows).Select(item => properties.Select(p => item is null ? "" : Text(p.GetValue(item))).ToArray()));
        if (items.Count > MostRows)
        {
            table.Add([.. properties.Select((_, i) => i == 0 ? $"… only the first {MostRows} rows are shown" : "")]);
        }

        return table;
    }

    private static bool IsPlain(Type type) =>
        type.IsPrimitive
            || type.IsEnum || type == typeof(string) || type == typeof(decimal) || type == typeof(DateTime) || type == typeof(DateOnly)
            || type == typeof(Figure);

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => text,
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        Figure { State: FigureState.Known } figure => Known(figure),
        Figure { State: FigureState.Suppressed } => "○",
        Figure figure => "— " + figure.Reason,
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Take(MostRows).Select(Text)) + "]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Known(Figure figure)
    {
        var value = Text(figure.Value);
        return figure is { Lower: { } lower, Upper: { } upper } ? $"{value} [{Text(lower)}, {Text(upper)}]" : value;
    }

    private static string Html(List<string[]> table)
    {
        var html = new StringBuilder("<table>\n<thead><tr>");
        html.AppendJoin("", table[0].Select(h => "<th>" + WebUtility.HtmlEncode(h) + "</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Skip(1))
        {
            html.Append("<tr>")
                .AppendJoin("", row.Select(c => (IsNumber(c) ? "<td style=\"text-align:right\">" : "<td>") + WebUtility.HtmlEncode(c) + "</td>"))
                .Append("</tr>\n");
        }

        return html.Append("</tbody>\n</table>").ToString();
    }

    private static bool IsNumber(string cell) => double.TryParse(cell.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static string Plain(List<string[]> table)
    {
        var widths = Enumerable.Range(0, table[0].Length).Select(c => table.Max(row => Width(row[c]))).ToArray();
        return string.Join('\n', table.Select(row => string.Join("  ", row.Select((cell, c) => cell + new string(' ', widths[c] - Width(cell)))).TrimEnd()));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex AnyTag();

    private static int Width(string text) => text.EnumerateRunes().Sum(r => r.Value >= 0x2E80 ? 2 : 1);
}
