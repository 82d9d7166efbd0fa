using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analytics.Core;
using Analytics.Study.Models;

namespace Analytics.Pipeline.Survey;

/// <summary>
/// Drafts a model from a survey's items: by the words of their names, by a name before a number (<c>IMAG1</c>, <c>IMAG2</c>), and for the rest
/// by which construct they correlate with. A draft for people to correct, not a finding.
/// </summary>
public static partial class ModelSuggestion
{
    /// <summary>Correlation with a construct's items from which an item without a telling name is taken into it.</summary>
    private const double Joins = 0.3;

    private static readonly string[] Numbering = ["ITEM", "QUESTION", "QUEST", "VAR", "COL", "FIELD", "题", "题目", "题项", "问题", "第"];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A model file's text, which <see cref="ModelFile.Parse"/> accepts.</summary>
    /// <param name="survey">Items with answers.</param>
    /// <exception cref="AnalyticsException">AN7046: no item speaks of satisfaction, or nothing could explain it.</exception>
    public static string Of(SurveyProfile survey)
    {
        var constructs = Group(survey, out var left);
        if (constructs.All(c => c.Role != ConstructRole.Satisfaction) || constructs.Count < 2)
        {
            throw new AnalyticsException(
                "AN7046",
                $"No model can be drafted from the {survey.Items.Count} items: "
                    + $"{(constructs.Count < 2 ? "they make fewer than two constructs" : "none speaks of satisfaction")}.",
                "Name items by what they ask (总体满意度, coverage…) or by construct and number (SATI1, SATI2), or begin with a template: analytics model template.",
                FaultKind.Usage);
        }

        var text = Write(survey, constructs, left).ToJsonString(Json) + "\n";
        ModelFile.Parse(text, "suggestion");
        return text;
    }

    private static List<(string Name, ConstructRole? Role, List<int> Items)> Group(SurveyProfile survey, out List<string> left)
    {
        var constructs = new List<(string Name, ConstructRole? Role, List<int> Items)>();
        var rest = new List<int>();
        var prefixes = survey.Items.Select(Prefix).ToList();
        for (var i = 0; i < survey.Items.Count; i++)
        {
            var role = ConstructRole.Of(survey.Items[i]);
            var isSeries = prefixes[i].Length > 0 && prefixes.Count(p => p == prefixes[i]) > 1;
            var name = role?.Name ?? (isSeries ? prefixes[i] : "");
            if (name.Length == 0)
            {
                rest.Add(i);
                continue;
            }

            if (!constructs.Exists(c => c.Name == name))
            {
                constructs.Add((name, role, []));
            }

            constructs.Find(c => c.Name == name).Items.Add(i);
        }

        left = [];
        foreach (var i in rest)
        {
            var best = constructs.Select(c => (c.Items, Mean: c.Items.Average(j => Correlation(survey.Columns[i], survey.Columns[j]))))
                .OrderByDescending(c => c.Mean)
                .FirstOrDefault();
            if (best.Mean >= Joins)
            {
                best.Items.Add(i);
            }
            else
            {
                left.Add(survey.Items[i]);
            }
        }

        return constructs;
    }

    private static JsonObject Write(SurveyProfile survey, List<(string Name, ConstructRole? Role, List<int> Items)> constructs, List<string> left)
    {
        var order = constructs.OrderBy(c => Step(c.Role)).ToList();
        var paths = ConstructRole.Paths.Where(p => order.Exists(c => c.Role == p.From) && order.Exists(c => c.Role == p.To))
            .Select(p => (From: p.From.Name, To: p.To.Name))
            .Concat(order.Where(c => c.Role is null).Select(c => (From: c.Name, To: ConstructRole.Satisfaction.Name)));
        return new JsonObject
        {
            ["$schema"] = "model.schema.json",
            ["name"] = "suggestion",
            ["note"] = $"Drafted from item names and correlations; check every construct and path before using "
                + $"it.{(left.Count == 0 ? "" : $" Left out: {string.Join(", ", left)}.")}",
            ["scale"] = new JsonObject { ["minimum"] = survey.Scale.Minimum, ["maximum"] = survey.Scale.Maximum },
            ["target"] = ConstructRole.Satisfaction.Name,
            ["constructs"] = new JsonArray([.. order.Select(c => (JsonNode)new JsonObject
            {
                ["name"] = c.Name,
                ["label"] = new JsonObject { ["zh-CN"] = c.Name, ["en"] = c.Role?.English ?? c.Name },
                ["mode"] = "A",
                ["items"] = new JsonArray([.. c.Items.Select(i => (JsonNode)survey.Items[i])]),
            })]),
            ["paths"] = new JsonArray([.. paths.Select(p => (JsonNode)new JsonArray(p.From, p.To))]),
        };
    }

    /// <summary>Causes first.</summary>
    private static int Step(ConstructRole? role) =>
        role is null
            ? 2
            : Array.IndexOf(
                [
                    ConstructRole.Image, ConstructRole.Expectation, ConstructRole.Network, ConstructRole.Service, ConstructRole.Billing, ConstructRole.Value,
                    ConstructRole.Satisfaction, ConstructRole.Complaints, ConstructRole.Loyalty,
                ],
                role);

    /// <summary>The letters before a closing number; empty where the name is not of that kind, or only numbers questions (<c>Q17</c>).</summary>
    private static string Prefix(string item) =>
        Series().Match(item) is { Success: true } match
            && match.Groups[1].Value.ToUpperInvariant() is var prefix && (prefix.Length > 2 || prefix[0] > 0x2E7F) && !Numbering.Contains(prefix)
            ? prefix
            : "";

    /// <summary>Correlation over the respondents who answered both; 0 where either does not vary.</summary>
    private static double Correlation(double[] one, double[] two)
    {
        int[] rows = [.. Enumerable.Range(0, one.Length).Where(r => !double.IsNaN(one[r]) && !double.IsNaN(two[r]))];
        var (x, y) = (rows.Sum(r => one[r]) / Math.Max(1, rows.Length), rows.Sum(r => two[r]) / Math.Max(1, rows.Length));
        var (xx, yy, xy) = (rows.Sum(r => (one[r] - x) * (one[r] - x)), rows.Sum(r => (two[r] - y) * (two[r] - y)), rows.Sum(r => (one[r] - x) * (two[r] - y)));
        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    [GeneratedRegex(@"^(\p{L}+)[_ -]?\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Series();
}
