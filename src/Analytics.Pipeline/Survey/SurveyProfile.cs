using System.Globalization;
using System.Text;
using Analytics.Core.Canonical;
using Analytics.Storage.Sources;

namespace Analytics.Pipeline.Survey;

/// <summary>Columns of a survey that look like items, with their answers: what a model is drafted from.</summary>
/// <param name="Items">Names.</param>
/// <param name="Columns">Answers by item; NaN is missing.</param>
/// <param name="Scale">The smallest usual scale that holds all answers.</param>
public sealed record SurveyProfile(IReadOnlyList<string> Items, IReadOnlyList<double[]> Columns, ItemScale Scale)
{
    private const int MostRows = 20_000;
    private const int MostAnswers = 12;
    private static readonly ItemScale[] Usual = [new(1, 5), new(1, 7), new(1, 10), new(0, 10), new(0, 100)];

    /// <summary>
    /// Reads the first 20,000 rows of a file: an item has at most twelve different answers, all of them whole numbers of 0 or more (−1 marks what is not
    /// ticked or not asked).
    /// </summary>
    /// <param name="path">CSV or XLSX, plain or .gz.</param>
    /// <exception cref="Core.AnalyticsException">Those of <see cref="SourceFile.Open"/>.</exception>
    public static SurveyProfile Read(string path)
    {
        using var source = SourceFile.Open(path, SourceOptions.Sniffed);
        var names = source.Header.ToList();
        var columns = names.Select(_ => new List<double>()).ToList();
        var isItem = names.Select(_ => true).ToArray();
        for (var row = 0; row < MostRows && source.Read(); row++)
        {
            for (var c = 0; c < names.Count; c++)
            {
                var text = Encoding.UTF8.GetString(source.Field(c)).Trim();
                var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
                isItem[c] &= isNumber || text.Length == 0 || text is "NA" or "-";
                columns[c].Add(isNumber ? value : double.NaN);
            }
        }

        return Of(names, [.. columns.Select(c => c.ToArray())], isItem, null);
    }

    /// <summary>Keeps the columns that look like items.</summary>
    /// <param name="names">Names.</param>
    /// <param name="columns">Answers; NaN is missing.</param>
    /// <param name="scale">Scale where it is known.</param>
    public static SurveyProfile Of(IReadOnlyList<string> names, IReadOnlyList<double[]> columns, ItemScale? scale) =>
        Of(names, columns, [.. names.Select(_ => true)], scale);

    private static SurveyProfile Of(IReadOnlyList<string> names, IReadOnlyList<double[]> columns, bool[] may, ItemScale? scale)
    {
        int[] items = [.. Enumerable.Range(0, names.Count).Where(c => may[c] && LooksLikeAnItem(columns[c]))];
        var answers = items.SelectMany(c => columns[c]).Where(a => !double.IsNaN(a)).ToList();
        var fits = Usual.Where(s => answers.TrueForAll(a => a >= s.Minimum && a <= s.Maximum)).Take(1).ToList();
        var own = fits.Count > 0 || answers.Count == 0 ? fits.FirstOrDefault(Usual[0]) : new ItemScale(answers.Min(), answers.Max());
        return new SurveyProfile([.. items.Select(c => names[c])], [.. items.Select(c => columns[c])], scale ?? own);
    }

    private static bool LooksLikeAnItem(double[] column)
    {
        var distinct = column.Where(a => !double.IsNaN(a)).Distinct().Take(MostAnswers + 1).ToList();
        return distinct.Count is > 1 and <= MostAnswers && distinct.TrueForAll(a => a >= 0 && a == Math.Floor(a));
    }
}
