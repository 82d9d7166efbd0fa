using System.Globalization;
using System.Text;
using Analytics.Core.Canonical;
using Analytics.Storage.Privacy;

namespace Analytics.Storage.Mappings;

/// <summary>The findings over one column of a source.</summary>
internal static class ColumnFindings
{
    public static IEnumerable<Finding> Of(string source, SourceColumn column, ColumnStatistics total)
    {
        Finding Found(string rule, long count, string detail) => new(rule, source, column.Name, count, detail);
        if (total.Rows > 1 && total.Blank == total.Rows) yield return Found("empty-column", total.Rows, "every cell is blank");
        else if (total.Rows > 1 && column is { Count: 1, HasMore: false }) yield return Found("constant-column", total.Rows, $"every cell is '{column.Shown(column.Remembered[0])}'");
        if (Mixed(column, total) is { } mixed) yield return Found("mixed-types", mixed.Rows, mixed.Detail);
        if (MissingWays(column, total) is { } ways) yield return Found("missing-several-ways", ways.Rows, ways.Detail);
        if (Variants(column) is { } variants) yield return Found("spelling-variants", variants.Rows, variants.Detail);
        if (total.WithControlCharacters > 0) yield return Found("control-characters", total.WithControlCharacters, "cells hold control characters; they are kept");
        if (total.WithMobileNumbers > 0 && column.Converters.Any(c => c.Field.Type is FieldType.Text or FieldType.Dimension))
        {
            yield return Found("mobile-numbers-hidden", total.WithMobileNumbers, "cells held mobile numbers; their middle four digits were replaced by ****");
        }

        foreach (var converter in column.Converters)
        {
            if (Swapped(column, converter) is { } swapped) yield return Found("swapped-day-month", swapped.Rows, swapped.Evidence);
        }
    }

    // A column of numbers with any text, or of texts with a share of numbers that no free text has by chance.
    private static (long Rows, string Detail)? Mixed(SourceColumn column, ColumnStatistics total)
    {
        var texts = total.Texts - total.Dates;
        foreach (var value in column.Remembered)
        {
            if (!value.IsBlank && Words.MeansMissing(CellText.Trim(value.Utf8)) && !NumberReader.TryRead(CellText.Trim(value.Utf8), false, out _)) texts -= value.Count;
        }

        var isMixed = texts > 0 && (total.Numbers > texts || total.Numbers * 20 >= texts) && total.Numbers > 0;
        if (!isMixed) return null;
        return (Math.Min(total.Numbers, texts), FormattableString.Invariant($"{total.Numbers} numbers and {texts} texts, such as '{ATextOf(column) ?? (column.IsSecret ? "(subscriber id)" : MobileNumberMask.Hide(total.SmallestText ?? ""))}'"));
    }

    private static string? ATextOf(SourceColumn column)
    {
        foreach (var value in column.Remembered)
        {
            var trimmed = CellText.Trim(value.Utf8);
            if (!value.IsBlank && !Words.MeansMissing(trimmed) && !NumberReader.TryRead(trimmed, false, out _)) return column.Shown(value);
        }

        return null;
    }

    private static (long Rows, string Detail)? MissingWays(SourceColumn column, ColumnStatistics total)
    {
        var ways = new List<(string Text, long Rows)>();
        foreach (var value in column.Remembered)
        {
            var trimmed = CellText.Trim(value.Utf8);
            if (value.IsBlank) ways.Add((value.Utf8.Length == 0 ? "nothing" : $"{value.Utf8.Length} blanks", value.Count));
            else if (Words.MeansMissing(trimmed) && !(total.Numbers > 0 && IsOrdinaryNumber(trimmed, total))) ways.Add(($"'{column.Shown(value)}'", value.Count));
        }

        if (ways.Count < 2) return null;
        return (ways.Sum(w => w.Rows), $"no value is written in {ways.Count} ways: {string.Join(", ", ways.Select(w => $"{w.Text} {w.Rows.ToString(CultureInfo.InvariantCulture)}"))}");
    }

    // −1 marks no value only where nothing else is negative, 9999 only where it is the largest number by far.
    private static bool IsOrdinaryNumber(ReadOnlySpan<byte> trimmed, ColumnStatistics total) =>
        NumberReader.TryRead(trimmed, false, out var number) && (number < 0 ? total.SmallestNumber < number : total.LargestNumber > number || total.LargestNumber < number);

    private static (long Rows, string Detail)? Variants(SourceColumn column)
    {
        if (!column.Converters.Any(c => c.Field.Type == FieldType.Dimension)) return null;
        var groups = new Dictionary<string, List<ColumnValue>>(StringComparer.Ordinal);
        foreach (var value in column.Remembered)
        {
            if (value.IsBlank) continue;
            var key = Folded(RawRow.Decode(value.Utf8));
            if (!groups.TryGetValue(key, out var group)) groups[key] = group = [];
            if (!group.Exists(v => CellText.Trim(v.Utf8).SequenceEqual(CellText.Trim(value.Utf8)))) group.Add(value);
        }

        var variants = groups.Values.Where(g => g.Count > 1).ToList();
        if (variants.Count == 0) return null;
        var shown = variants.OrderByDescending(g => g.Sum(v => v.Count)).Take(3).Select(g => string.Join(" / ", g.Select(v => $"'{column.Shown(v)}' {v.Count.ToString(CultureInfo.InvariantCulture)}")));
        return (variants.Sum(g => g.Sum(v => v.Count) - g.Max(v => v.Count)), $"{variants.Count} labels are spelt in several ways, told apart only by case, width or blanks: {string.Join("; ", shown)}");
    }

    private static string Folded(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static (long Rows, string Evidence)? Swapped(SourceColumn column, FieldConverter converter)
    {
        if (converter.Tally is not { } tally) return null;
        var position = -1;
        for (var i = 0; i < column.Converters.Count; i++)
        {
            if (ReferenceEquals(column.Converters[i], converter)) position = i;
        }

        var whole = tally.Copy();
        foreach (var value in column.Remembered)
        {
            whole.Add(value.DateMarks[position], value.Count);
        }

        return whole.Swapped();
    }
}
