using Analytics.Core.Canonical;
using Analytics.Storage.Mappings;
using Analytics.Storage.Privacy;
using Analytics.Storage.Sources;
using Analytics.Storage.Tests.Sources;

namespace Analytics.Storage.Tests.Mappings;

/// <summary>Maps a small CSV and shows each row as text, or its fault.</summary>
public static class MappedRows
{
    public static SubscriberPseudonymizer Pseudonyms { get; } = new(new byte[16]);

    /// <summary>Rows as <c>field=value</c> of those that have one, or <c>rule field value</c>.</summary>
    public static List<string> Of(string csv, string mappingJson, string timeZone = "Asia/Shanghai") => Of(csv, mappingJson, out _, timeZone);

    public static List<string> Of(string csv, string mappingJson, out RowMapper mapper, string timeZone = "Asia/Shanghai")
    {
        using var files = new TestFile();
        return OfFile(files.Write("s.csv", csv), MappingFile.Parse(mappingJson), out mapper, timeZone);
    }

    public static List<string> OfFile(string path, Mapping mapping, out RowMapper mapper, string timeZone = "Asia/Shanghai")
    {
        using var source = SourceFile.Open(path, mapping.Source);
        mapper = new RowMapper(mapping, source.Header, source.Name, Pseudonyms, timeZone);
        var shown = new List<string>();
        var values = new FieldValue[mapping.Table.Fields.Count];
        while (source.Read())
        {
            var rows = mapper.Load(source);
            for (var row = 0; row < rows; row++)
            {
                Array.Clear(values);
                shown.Add(mapper.Fill(row, values) is { } fault ? $"! {fault.Rule} {fault.Field} {fault.Value}".TrimEnd() : Shown(mapping.Table, values));
            }
        }

        return shown;
    }

    /// <summary>One complaint column read under a column mapping: the values, or the faults.</summary>
    public static List<string> Column(string field, string columnJson, params string[] cells)
        => [.. Of("d,x\n" + string.Concat(cells.Select(c => $"2026-11-22,\"{c}\"\n")), $$"""{ "table": "complaint", "columns": { "received_at": "d", "{{field}}": {{columnJson}} } }""")
            .Select(r => r.StartsWith('!') ? r : string.Join(' ', r.Split(' ').Where(p => p.StartsWith(field + '=')).Select(p => p[(field.Length + 1)..])))];

    private static string Shown(CanonicalTable table, FieldValue[] values)
        => string.Join(' ', table.Fields.Where(f => !values[f.Index].IsMissing && !(f.Name == "count" && values[f.Index].Integer == 1)).Select(f => $"{f.Name}={values[f.Index].ToText(f.Type)}"));
}
