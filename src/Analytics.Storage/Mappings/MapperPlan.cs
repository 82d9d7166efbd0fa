using Analytics.Core.Canonical;

namespace Analytics.Storage.Mappings;

/// <summary>Resolves a mapping's names against a source: which column feeds which field through which converter.</summary>
internal sealed class MapperPlan
{
    private readonly Mapping _mapping;
    private readonly SourceColumns _names;
    private readonly MappingContext _context;
    private readonly HashSet<int> _unpivoted = [];

    public MapperPlan(Mapping mapping, SourceColumns names, int columnCount, MappingContext context)
    {
        (_mapping, _names, _context) = (mapping, names, context);
        Converters = [.. Enumerable.Range(0, columnCount).Select(_ => new List<FieldConverter>())];
        var feeds = mapping.Columns.Select(c => Feed(mapping.Table[c.Key], c.Value)).ToList();
        if (mapping.Table.Find("count") is { } count && !mapping.Columns.ContainsKey("count"))
        {
            feeds.Add(new FieldFeed { Field = count, Constant = FieldValue.FromInteger(1), Context = context });
        }

        AddSourceKey(feeds);
        Feeds = [.. feeds];
        Groups = [.. mapping.Unpivot.Select(Group)];
        Precision = mapping.Precision ?? DatePrecisionOf(mapping);
    }

    public FieldFeed[] Feeds { get; }

    public UnpivotFeed[] Groups { get; }

    /// <summary>Converters of each source column.</summary>
    public List<FieldConverter>[] Converters { get; }

    public DatePrecision? Precision { get; }

    public bool IsUnpivoted(int column) => _unpivoted.Contains(column);

    // rows of a database that have no id of their own are known by the key they have there
    private void AddSourceKey(List<FieldFeed> feeds)
    {
        var id = _mapping.Table.NaturalKey[0];
        if (id.Type != FieldType.Id || id.Required || _names.Find(Sources.Databases.SourceKey.Column, out _) is not (>= 0 and var column)) return;
        var converter = Add(column, new FieldConverter(id, new ColumnMapping(), _mapping with { Missing = [] }, _context));
        var at = feeds.FindIndex(f => f.Field == id);
        if (at < 0) feeds.Add(new FieldFeed { Field = id, Column = column, Converter = converter, Context = _context });
        else feeds[at] = feeds[at] with { FallbackColumn = column, FallbackConverter = converter };
    }

    private static DatePrecision? DatePrecisionOf(Mapping mapping)
    {
        if (!mapping.Columns.TryGetValue(mapping.Table.DateField.Name, out var column)) return null;
        if (column.TimeSource is not null) return DatePrecision.Instant;
        return DateReader.Of(column.Formats).NamedPrecision ?? (column.Constant is { } constant ? ConstantPrecision(constant) : null);
    }

    private static DatePrecision? ConstantPrecision(string constant)
    {
        var reader = DateReader.Of([]);
        return reader.TryRead(System.Text.Encoding.UTF8.GetBytes(constant), out _, out var format) ? reader.Formats[format].Precision : null;
    }

    private FieldFeed Feed(CanonicalField field, ColumnMapping column)
    {
        if (column.Source is not { } source)
        {
            return new FieldFeed { Field = field, Constant = Constant(field, column), RowNumberPrefix = column.RowNumber, IsRequired = column.Required, Context = _context };
        }

        var index = _names.Find(source, out _);
        var part = column.TimeSource is null ? FieldConverter.DatePart.Whole : FieldConverter.DatePart.LocalDate;
        var converter = Add(index, new FieldConverter(field, column, _mapping, _context, part));
        var (timeIndex, timeConverter) = (-1, 0);
        if (column.TimeSource is not null)
        {
            timeIndex = _names.Find(column.TimeSource, out _);
            timeConverter = Add(timeIndex, new FieldConverter(field, column, _mapping, _context, FieldConverter.DatePart.LocalTime));
        }

        return new FieldFeed
        {
            Field = field,
            Column = index,
            Converter = converter,
            TimeColumn = timeIndex,
            TimeConverter = timeConverter,
            IsRequired = column.Required,
            Context = _context,
        };
    }

    private FieldValue Constant(CanonicalField field, ColumnMapping column)
    {
        if (column.Constant is not { } constant) return default;
        var converter = new FieldConverter(field, column, _mapping with { Missing = [], DecimalComma = false }, _context);
        var value = converter.Convert(System.Text.Encoding.UTF8.GetBytes(constant), out var fault, out _);
        if (fault is null) return value;
        throw MappingFile.Faulty(_mapping.Table.Name, [$"columns.{field.Name}.constant: '{constant}' breaks the rule {fault}"]);
    }

    private UnpivotFeed Group(UnpivotMapping group)
    {
        var table = _mapping.Table;
        var columns = _names.FindAll(group.Columns, []);
        var names = ByIndex(group.Names);
        var notes = ByIndex(group.Notes);
        var cells = columns.Select(c => new UnpivotCell(
            c.Index,
            _names.UniqueName(c.Index),
            FieldValue.FromText(names.TryGetValue(c.Index, out var name) ? name : _names.HeaderOf(c.Index)),
            notes.TryGetValue(c.Index, out var note) ? _names.Find(note, out _) : -1)).ToArray();
        _unpivoted.UnionWith(cells.Select(c => c.Column));
        var value = group.Value is null ? null : table[group.Value];
        return new UnpivotFeed
        {
            Cells = cells,
            LabelField = table[group.Label].Index,
            ValueField = value?.Index ?? -1,
            CellConverters = [.. cells.Select(c => value is null ? -1 : Add(c.Column, new FieldConverter(value, group.ValueColumn, _mapping, _context)))],
            NoteConverters = [.. cells.Select(c => c.NoteColumn < 0 ? -1 : Add(c.NoteColumn, new FieldConverter(table["text"], new ColumnMapping(), _mapping, _context)))],
            TextField = table.Find("text")?.Index ?? -1,
            Set = [.. group.Set.Select(s => (table[s.Key].Index, Constant(table[s.Key], new ColumnMapping { Constant = s.Value })))],
            Unticked = [.. group.Unticked.Select(u => System.Text.Encoding.UTF8.GetBytes(u.Trim()))],
        };
    }

    private Dictionary<int, string> ByIndex(IReadOnlyDictionary<string, string> byReference) =>
        byReference.ToDictionary(p => _names.Find(p.Key, out _), p => p.Value);

    private int Add(int column, FieldConverter converter)
    {
        Converters[column].Add(converter);
        return Converters[column].Count - 1;
    }
}
