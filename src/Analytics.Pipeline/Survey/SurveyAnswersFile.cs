using System.Globalization;
using System.Text;
using Analytics.Core;
using Analytics.Statistics.PathModels.Specify;
using Analytics.Storage.Sources;
using Analytics.Study.Models;

namespace Analytics.Pipeline.Survey;

/// <summary>Reads the answers a model needs straight from a CSV or XLSX file with one row a respondent.</summary>
public static class SurveyAnswersFile
{
    private const int FaultsShown = 10;

    private static readonly string[] MissingTexts = ["", "NA", "N/A", "NaN", "null", "-"];

    /// <summary>Reads a file.</summary>
    /// <param name="path">CSV or XLSX, plain or .gz.</param>
    /// <param name="definition">The model: its items, scales and missing codes.</param>
    /// <param name="weight">Column of survey weights, or null.</param>
    /// <param name="columns">Further columns to hand on as text: groups, segments.</param>
    /// <exception cref="AnalyticsException">
    /// AN7043: a column is absent; AN7044: answers that are no numbers or off their scale, the first ten of them. Those of <see cref="SourceFile.Open"/>.
    /// </exception>
    public static SurveyAnswers Read(string path, ModelDefinition definition, string? weight, params IReadOnlyList<string> columns)
    {
        using var source = SourceFile.Open(path, SourceOptions.Sniffed);
        var header = source.Header.ToList();
        var wanted = definition.Items.Concat(new[] { weight }.OfType<string>()).Concat(columns).ToList();
        var absent = wanted.Where(name => !header.Contains(name)).ToList();
        if (absent.Count > 0)
        {
            throw new AnalyticsException(
                "AN7043",
                $"'{source.Name}' has no column {string.Join(", ", absent.Select(a => $"'{a}'{NearestName.Hint(a, header)}"))}.",
                $"Name the file's columns in the model; they are {string.Join(", ", header)}.",
                FaultKind.Usage);
        }

        return Read(
            source,
            definition,
            weight is null ? -1 : header.IndexOf(weight),
            [.. columns.Select(c => (c, header.IndexOf(c)))],
            [.. definition.Items.Select(i => header.IndexOf(i))]);
    }

    private static SurveyAnswers Read(ISourceReader source, ModelDefinition definition, int weightAt, (string Name, int At)[] further, int[] itemsAt)
    {
        var items = definition.Items;
        var columns = items.Select(_ => new List<double>()).ToList();
        var (weights, texts, faults, missing) = (new List<double>(), further.Select(_ => new List<string>()).ToList(), new List<string>(), 0);
        while (source.Read())
        {
            for (var i = 0; i < items.Count; i++)
            {
                var answer = definition.Ticks.Contains(items[i]) ? Tick(source, itemsAt[i]) : Number(source, itemsAt[i], items[i], faults);
                answer = definition.MissingCodes.Contains(answer) ? double.NaN : double.IsNaN(answer)
                    && definition.ZeroWhereEmpty.Contains(items[i]) ? 0 : answer;
                var scale = definition.ScaleOf(items[i]);
                if (answer < scale.Minimum || answer > scale.Maximum)
                {
                    Add(
                        faults,
                        FormattableString.Invariant($"line {source.Line}, {items[i]}: {answer} is off its scale of {scale.Minimum} to {scale.Maximum}"));
                }

                missing += double.IsNaN(answer) ? 1 : 0;
                columns[i].Add(definition.Reversed.Contains(items[i]) ? scale.Minimum + scale.Maximum - answer : answer);
            }

            if (weightAt >= 0)
            {
                var value = Number(source, weightAt, source.Header[weightAt], faults);
                weights.Add(double.IsNaN(value) ? 0 : value);
            }

            for (var i = 0; i < further.Length; i++)
            {
                texts[i].Add(Encoding.UTF8.GetString(source.Field(further[i].At)).Trim());
            }
        }

        if (faults.Count > 0)
        {
            throw new AnalyticsException(
                "AN7044",
                $"'{source.Name}' holds answers that cannot be used: {string.Join("; ", faults)}{(faults.Count == FaultsShown ? "; …" : "")}.",
                "Correct them, give the items their own scale under \"scales\", or list codes for missing answers under \"missingCodes\" in the model.");
        }

        var table = new ItemTable(items, [.. columns.Select(c => c.ToArray())], weightAt < 0 ? null : weights, [.. items.Select(definition.ScaleOf)]);
        return new SurveyAnswers(
            table,
            further.Select((f, i) => (f.Name, Texts: texts[i])).ToDictionary(f => f.Name, IReadOnlyList<string> (f) => f.Texts, StringComparer.Ordinal),
            missing);
    }

    private static double Tick(ISourceReader source, int index)
    {
        var text = Encoding.UTF8.GetString(source.Field(index)).Trim();
        return text.Length == 0 ? double.NaN : text is "-1" or "0" ? 0 : 1;
    }

    private static double Number(ISourceReader source, int index, string name, List<string> faults)
    {
        var text = Encoding.UTF8.GetString(source.Field(index)).Trim();
        if (MissingTexts.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return value;
        }

        Add(faults, $"line {source.Line}, {name}: '{text}' is no number");
        return double.NaN;
    }

    private static void Add(List<string> faults, string fault)
    {
        if (faults.Count < FaultsShown)
        {
            faults.Add(fault);
        }
    }
}
