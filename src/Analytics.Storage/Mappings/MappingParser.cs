using System.Globalization;
using System.Text.Json;
using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Sources;

namespace Analytics.Storage.Mappings;

/// <summary>From JSON to <see cref="Mapping"/>; what is wrong goes to the faults, and reading goes on.</summary>
internal static class MappingParser
{
    public static Mapping? Parse(JsonPart root, string hash)
    {
        var table = Table(root);
        var mapping = new Mapping
        {
            Table = table ?? CanonicalTable.Complaint,
            Hash = hash,
            Description = root.Text("description") ?? "",
            Columns = Columns(root, table),
            Unpivot = [.. root.Parts("unpivot").Select(p => Unpivot(p, table))],
            Labels = Labels(root),
            Scales = Scales(root),
        };
        mapping = WithFile(mapping, root.Part("file"));
        root.RejectUnknown();
        if (table is not null) CheckTargets(mapping, root);
        return table is null ? null : mapping;
    }

    private static CanonicalTable? Table(JsonPart root)
    {
        var names = CanonicalTable.All.Select(t => (t.Name, t)).ToArray();
        var name = root.Text("table");
        if (name is null && root.Property("table") is null) root.Fault($"table: missing; one of {string.Join(", ", names.Select(n => n.Name))}");
        if (name is null) return null;
        var found = Array.Find(names, n => n.Name == name || n.Name + "s" == name).t;
        if (found is null) root.Fault($"table: '{name}' is none of {string.Join(", ", names.Select(n => n.Name))}.{NearestName.Hint(name, names.Select(n => n.Name))}");
        return found;
    }

    private static Mapping WithFile(Mapping mapping, JsonPart? file)
    {
        if (file is null) return mapping;
        var delimiter = file.Text("delimiter");
        if (delimiter is not null && delimiter.Length != 1) file.Fault($"delimiter: '{delimiter}' is not one character");
        var headerRow = file.Number("headerRow") ?? 1;
        if (headerRow < 1 || headerRow != Math.Floor(headerRow)) file.Fault($"headerRow: {headerRow.ToString(CultureInfo.InvariantCulture)} is not a row number from 1");
        var zone = file.Text("timeZone");
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) file.Fault($"timeZone: '{zone}' is not an IANA zone such as Asia/Shanghai");
        var result = mapping with
        {
            Source = new SourceOptions(
                file.Choice("format", ("csv", FileFormat.Csv), ("xlsx", FileFormat.Xlsx)),
                file.Text("encoding"),
                delimiter is { Length: 1 } ? delimiter[0] : null,
                file.Text("sheet"),
                (int)Math.Clamp(headerRow, 1, int.MaxValue)),
            TimeZone = zone,
            Precision = file.Choice("precision", ("instant", DatePrecision.Instant), ("day", DatePrecision.Day), ("month", DatePrecision.Month)),
            DecimalComma = file.Flag("decimalComma") ?? false,
            Missing = file.Texts("missing"),
        };
        file.RejectUnknown();
        return result;
    }

    private static Dictionary<string, ColumnMapping> Columns(JsonPart root, CanonicalTable? table)
    {
        var columns = new Dictionary<string, ColumnMapping>(StringComparer.Ordinal);
        foreach (var (name, value) in root.Members("columns"))
        {
            var place = $"columns.{name}";
            CheckField(root, table, name, place);
            if (value.ValueKind == JsonValueKind.String) columns[name] = new ColumnMapping { Source = value.GetString() };
            else if (root.PartOf(value, place) is { } part) columns[name] = Column(part, table?.Find(name), isCell: false);
        }

        return columns;
    }

    private static ColumnMapping Column(JsonPart part, CanonicalField? field, bool isCell)
    {
        var column = new ColumnMapping
        {
            Source = isCell ? null : part.Text("source"),
            Constant = isCell ? null : part.Scalar("constant"),
            RowNumber = isCell ? null : part.Text("rowNumber"),
            TimeSource = isCell ? null : part.Text("time"),
            Formats = part.Texts("formats"),
            TimeFormats = isCell ? [] : part.Texts("timeFormats"),
            Values = part.Map("values"),
            Otherwise = part.Choice("otherwise", ("keep", UnlistedValue.Keep), ("missing", UnlistedValue.Missing), ("quarantine", UnlistedValue.Quarantine)) ?? UnlistedValue.Keep,
            Allowed = part.Texts("allowed"),
            Missing = part.Texts("missing"),
            DecimalComma = part.Flag("decimalComma"),
            Scale = part.Number("scale") ?? 1,
            Minimum = part.Number("minimum"),
            Maximum = part.Number("maximum"),
            Required = part.Flag("required") ?? false,
        };
        part.RejectUnknown();
        CheckColumn(part, column, field, isCell);
        return column;
    }

    private static void CheckColumn(JsonPart part, ColumnMapping column, CanonicalField? field, bool isCell)
    {
        var origins = (column.Source is null ? 0 : 1) + (column.Constant is null ? 0 : 1) + (column.RowNumber is null ? 0 : 1);
        if (!isCell && origins != 1) part.Fault($"give exactly one of source, constant and rowNumber; {origins} are given");
        if (column.Scale == 0 || !double.IsFinite(column.Scale)) part.Fault("scale: 0 would erase every value");
        if (column.Minimum > column.Maximum) part.Fault("minimum is above maximum");
        if (field is null) return;
        var isDate = field.Type is FieldType.Day or FieldType.Instant;
        var isNumber = field.Type is FieldType.Integer or FieldType.Real or FieldType.Money;
        if (!isDate && (column.Formats.Count > 0 || column.TimeSource is not null)) part.Fault($"formats and time are for dates; '{field.Name}' is {Described(field.Type)}");
        if (field.Type != FieldType.Instant && column.TimeSource is not null) part.Fault($"time: '{field.Name}' holds no time of day");
        if (!isNumber && (column.Scale != 1 || column.Minimum is not null || column.Maximum is not null)) part.Fault($"scale, minimum and maximum are for numbers; '{field.Name}' is {Described(field.Type)}");
        foreach (var format in column.Formats.Concat(column.TimeFormats))
        {
            if (!DateFormat.IsUsable(format)) part.Fault($"formats: '{format}' is not a date format in .NET notation, such as yyyy-MM-dd");
        }
    }

    private static string Described(FieldType type) => type switch
    {
        FieldType.Integer => "a whole number",
        FieldType.Real => "a number",
        FieldType.Money => "money",
        FieldType.Boolean => "true or false",
        FieldType.Day => "a day",
        FieldType.Instant => "a moment",
        FieldType.SubscriberId or FieldType.Id => "an id",
        _ => "text",
    };

    private static UnpivotMapping Unpivot(JsonPart part, CanonicalTable? table)
    {
        var columns = part.Texts("columns");
        if (columns.Count == 0) part.Fault("columns: name at least one source column");
        var label = part.Text("label");
        if (label is null) part.Fault("label: missing; the canonical column that takes the source column's name");
        else CheckField(part, table, label, "label", FieldType.Dimension, FieldType.Text);
        var value = part.Property("value");
        var valueName = value is { ValueKind: JsonValueKind.String } ? value.Value.GetString() : null;
        var cell = new ColumnMapping();
        if (value is { ValueKind: JsonValueKind.Object } && part.PartOf(value.Value, "value") is { } cellPart)
        {
            valueName = cellPart.Text("into");
            if (valueName is null) cellPart.Fault("into: missing; the canonical column that takes the cell");
            cell = Column(cellPart, valueName is null ? null : table?.Find(valueName), isCell: true);
        }
        else if (value is not null && valueName is null)
        {
            part.Fault("value: give a canonical column, or an object with \"into\"");
        }

        if (valueName is not null) CheckField(part, table, valueName, "value");
        var set = part.Map("set");
        foreach (var name in set.Keys)
        {
            CheckField(part, table, name, $"set.{name}");
        }

        var result = new UnpivotMapping
        {
            Columns = columns,
            Label = label ?? "",
            Value = valueName,
            ValueColumn = cell,
            Unticked = part.Texts("unticked"),
            Names = part.Map("names"),
            Set = set,
            Notes = part.Map("notes"),
        };
        if (result.Notes.Count > 0) CheckField(part, table, "text", "notes");
        part.RejectUnknown();
        return result;
    }

    private static void CheckField(JsonPart part, CanonicalTable? table, string name, string place, params FieldType[] allowed)
    {
        if (table is null) return;
        var names = table.Fields.Select(f => f.Name).ToArray();
        if (table.Find(name) is not { } field) part.Fault($"{place}: the table '{table.Name}' has no column '{name}'.{NearestName.Hint(name, names)} It has {string.Join(", ", names)}");
        else if (allowed.Length > 0 && !allowed.Contains(field.Type)) part.Fault($"{place}: '{name}' is {Described(field.Type)} and cannot take a name");
    }

    private static void CheckTargets(Mapping mapping, JsonPart root)
    {
        foreach (var (group, i) in mapping.Unpivot.Select((g, i) => (g, i)))
        {
            string?[] targets = [group.Label, group.Value, .. group.Set.Keys, group.Notes.Count > 0 ? "text" : null];
            foreach (var twice in targets.OfType<string>().GroupBy(t => t).Where(g => g.Count() > 1 || mapping.Columns.ContainsKey(g.Key)))
            {
                root.Fault($"unpivot[{i}]: the column '{twice.Key}' is filled twice");
            }
        }

        foreach (var field in mapping.Table.Fields.Where(f => f.Required && f.Name != "count" && !mapping.Columns.ContainsKey(f.Name)))
        {
            var fed = mapping.Unpivot.Count > 0 && mapping.Unpivot.All(g => g.Label == field.Name || g.Value == field.Name || g.Set.ContainsKey(field.Name));
            if (!fed) root.Fault($"columns: '{field.Name}' is required in '{mapping.Table.Name}' and nothing fills it");
        }
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Labels(JsonPart root)
    {
        var labels = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (root.Part("labels") is not { } part) return labels;
        foreach (var (language, _) in root.Members("labels"))
        {
            labels[language] = part.Map(language);
        }

        return labels;
    }

    private static Dictionary<string, ItemScale> Scales(JsonPart root)
    {
        var scales = new Dictionary<string, ItemScale>(StringComparer.Ordinal);
        foreach (var (item, value) in root.Members("scales"))
        {
            if (root.PartOf(value, $"scales.{item}") is not { } part) continue;
            var (minimum, maximum) = (part.Number("minimum"), part.Number("maximum"));
            part.RejectUnknown();
            if (minimum < maximum) scales[item] = new ItemScale(minimum.Value, maximum.Value);
            else part.Fault("give minimum and maximum, the first below the second");
        }

        return scales;
    }
}
