using System.Text.Json;
using Analytics.Core.Reports;
using Analytics.Reporting.Json;

namespace Analytics.Pipeline.Tests.CrossTabs;

/// <summary>Compares reports figure by figure: equal, but for the last digits of sums that were added in another order.</summary>
internal static class ReportComparison
{
    private const double Tolerance = 1e-9;

    /// <summary>Every place where two reports differ, with both values.</summary>
    public static IReadOnlyList<string> Differences(Report expected, Report actual)
    {
        using var a = JsonSerializer.SerializeToDocument(expected, ReportJson.Options);
        using var b = JsonSerializer.SerializeToDocument(actual, ReportJson.Options);
        return [.. Differences("", a.RootElement, b.RootElement)];
    }

    private static IEnumerable<string> Differences(string path, JsonElement a, JsonElement b)
    {
        if (a.ValueKind != b.ValueKind)
        {
            return [$"{path}: {a} / {b}"];
        }

        return a.ValueKind switch
        {
            JsonValueKind.Object => a.EnumerateObject().Select(p => p.Name).Union(b.EnumerateObject().Select(p => p.Name)).SelectMany(name =>
                a.TryGetProperty(name, out var left) && b.TryGetProperty(name, out var right)
                    ? Differences($"{path}.{name}", left, right)
                    : [$"{path}.{name}: only in one"]),
            JsonValueKind.Array => a.GetArrayLength() == b.GetArrayLength()
                ? a.EnumerateArray().Zip(b.EnumerateArray()).SelectMany((pair, i) => Differences($"{path}[{i}]", pair.First, pair.Second))
                : [$"{path}: {a.GetArrayLength()} / {b.GetArrayLength()} items"],
            JsonValueKind.Number => Math.Abs(a.GetDouble() - b.GetDouble()) <= Tolerance * Math.Max(1, Math.Abs(a.GetDouble())) ? [] : [$"{path}: {a} / {b}"],
            _ => a.ToString() == b.ToString() ? [] : [$"{path}: {a} / {b}"],
        };
    }
}
