using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Core.Canonical;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Mappings;

/// <summary>Writes a guess as a mapping with comments.</summary>
internal sealed class SuggestionWriter
{
    private readonly StringBuilder _text = new();
    private readonly ColumnGuess _guess;

    private SuggestionWriter(ColumnGuess guess) => _guess = guess;

    public static MappingSuggestion Write(ColumnGuess guess, SourceProfile profile, string sourceName)
    {
        var writer = new SuggestionWriter(guess);
        var needed = guess.Table.Fields.Where(f => f.Required && f.Name != "count" && !guess.Matches.ContainsKey(f.Name) && !writer.IsUnpivoted(f.Name)).Select(f => f.Name).ToArray();
        var unmapped = guess.Rest.Except(guess.Ticks).Except(guess.Items).ToArray();
        writer.Compose(profile, sourceName, needed, unmapped);
        return new MappingSuggestion(guess.Table, writer._text.ToString(), [.. guess.Matches.Keys], [.. unmapped.Select(c => c.Name)], needed);
    }

    private bool IsUnpivoted(string field) => field is "item" or "score" && _guess.Items.Count > 0;

    private void Compose(SourceProfile profile, string sourceName, string[] needed, ColumnProfile[] unmapped)
    {
        _text.Append("{\n");
        Line(1, $"\"description\": {Quoted($"Suggested from the headers of {sourceName}; to be checked by a person.")},");
        Line(1, $"\"table\": {Quoted(_guess.Table.Name)},");
        Line(1, $"\"file\": {{ {FileOptions(profile)} }},");
        Line(1, "\"columns\": {");
        foreach (var name in needed)
        {
            Line(2, $"// required, and no column seems to hold it: \"{name}\": {{ \"constant\": … }} or {{ \"source\": … }}{(name.EndsWith("_id", StringComparison.Ordinal) ? " or { \"rowNumber\": \"prefix-\" }" : "")}");
        }

        foreach (var field in _guess.Table.Fields.Where(f => _guess.Matches.ContainsKey(f.Name)))
        {
            Column(field, _guess.Matches[field.Name]);
        }

        foreach (var column in unmapped)
        {
            Line(2, $"// not mapped: {Quoted(column.Name)}, {Described(column)}");
        }

        Line(1, "},");
        Unpivot();
        _text.Append("}\n");
    }

    private static string FileOptions(SourceProfile profile) => profile.Format == FileFormat.Xlsx
        ? "\"format\": \"xlsx\""
        : $"\"format\": \"csv\", \"encoding\": {Quoted(profile.EncodingName)}, \"delimiter\": {Quoted(profile.Delimiter.ToString())}";

    private void Column(CanonicalField field, ColumnProfile column)
    {
        var parts = new List<string> { $"\"source\": {Quoted(column.Name)}" };
        var remark = "";
        if (field.Type is FieldType.Day or FieldType.Instant && _guess.Dates(column) is { Count: > 0 } formats)
        {
            parts.Add($"\"formats\": [{Quoted(formats[0])}]");
            if (formats.Count > 1) remark = $" // {formats[1]} reads every cell, too: which is meant?";
        }

        if (field == _guess.Table.DateField && _guess.TimeOfDay is { } time) parts.Add($"\"time\": {Quoted(time.Name)}");
        if (Scale(field.Name, column.Name) is { } scale) parts.Add($"\"scale\": {scale}");
        Line(2, parts.Count == 1 ? $"{Quoted(field.Name)}: {Quoted(column.Name)},{remark}" : $"{Quoted(field.Name)}: {{ {string.Join(", ", parts)} }},{remark}");
    }

    // Units in the header: usage is kept in MB, voice in minutes.
    private static string? Scale(string field, string header)
    {
        var name = header.ToUpperInvariant();
        if (field == "data_mb" && name.Contains("GB", StringComparison.Ordinal)) return "1024";
        if (field == "data_mb" && name.Contains("KB", StringComparison.Ordinal)) return "0.0009765625";
        if (field == "voice_minutes" && (name.Contains("SECOND", StringComparison.Ordinal) || name.Contains('秒'))) return "0.016666666666666666";
        return null;
    }

    private void Unpivot()
    {
        if (_guess.Items.Count > 0)
        {
            var (minimum, maximum) = ColumnGuess.Range(_guess.Items);
            Line(1, $"\"unpivot\": [{{ \"columns\": [{Names(_guess.Items)}], \"label\": \"item\", \"value\": \"score\" }}],");
            Line(1, string.Create(CultureInfo.InvariantCulture, $"\"scales\": {{ \"*\": {{ \"minimum\": {Math.Min(1, minimum)}, \"maximum\": {(maximum <= 5 ? 5 : maximum <= 7 ? 7 : 10)} }} }} // from the scores seen; write the questionnaire's own"));
        }
        else if (_guess.Ticks.Count > 0)
        {
            Line(1, $"\"unpivot\": [{{ \"columns\": [{Names(_guess.Ticks)}], \"label\": \"cause\", \"unticked\": [\"-1\"] }}]");
        }
    }

    private static string Names(IReadOnlyList<ColumnProfile> columns) => string.Join(", ", columns.Select(c => Quoted(c.Name)));

    private static string Described(ColumnProfile column)
    {
        var kind = column.Kind switch { ColumnKind.WholeNumber => "whole numbers", ColumnKind.Number => "numbers", ColumnKind.Date => "dates", ColumnKind.Mixed => "numbers and texts", _ => "texts" };
        return string.Create(CultureInfo.InvariantCulture, $"{kind}, {column.Distinct} distinct, {column.Missing} blank, {column.Minimum} … {column.Maximum}").ReplaceLineEndings(" ");
    }

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');
}
