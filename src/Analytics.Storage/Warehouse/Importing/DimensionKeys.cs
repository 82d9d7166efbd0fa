using Analytics.Core;
using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Analytics.Storage.Warehouse.Reading;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Integer keys of dimension labels, 1…65,535, given in the order labels are first met. One dimension per canonical name, shared by
/// the tables: a region is the same key in complaints and in subscribers.
/// </summary>
internal sealed class DimensionKeys : IDisposable
{
    private readonly Dictionary<string, int>?[] _keys;
    private readonly string?[] _lastText;
    private readonly int[] _lastKey;
    private readonly WarehouseSession _session;
    private readonly BulkStatement? _insert;
    private readonly List<(string Dimension, int Key, string Label)> _pending = [];

    public DimensionKeys(WarehouseSession session, CanonicalTable table)
    {
        _session = session;
        _insert = session.Dialect.Provider == WarehouseProvider.Sqlite ? new BulkStatement(session.Sqlite, SqlFile.Read("insert_dimension_value")) : null;
        _keys = [.. table.Fields.Select(f => f.Type == FieldType.Dimension ? Load(session, f.Name) : null)];
        _lastText = new string?[_keys.Length];
        _lastKey = new int[_keys.Length];
    }

    /// <summary>Key of a label, given now where it is new.</summary>
    /// <exception cref="AnalyticsException">AN3009: more than 65,535 labels.</exception>
    public int KeyOf(CanonicalField field, string label)
    {
        if (ReferenceEquals(_lastText[field.Index], label))
        {
            return _lastKey[field.Index];
        }

        var keys = _keys[field.Index]!;
        if (!keys.TryGetValue(label, out var key))
        {
            key = Add(field.Name, keys, label);
        }

        _lastText[field.Index] = label;
        _lastKey[field.Index] = key;
        return key;
    }

    /// <summary>Stores the labels met since the last flush, where the store takes them together; within the batch's transaction.</summary>
    public void Flush()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        using var load = _session.Load("dimension_value", ["dimension", "value_key", "label"]);
        foreach (var (dimension, key, label) in _pending)
        {
            load.StartRow();
            load.Write(dimension);
            load.Write((long)key);
            load.Write(label);
        }

        load.Complete();
        _pending.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _insert?.Dispose();

    private static Dictionary<string, int> Load(WarehouseSession session, string dimension)
    {
        var labels = DimensionLabels.Load(session, dimension);
        var keys = new Dictionary<string, int>(labels.Length, StringComparer.Ordinal);
        for (var key = 1; key < labels.Length; key++)
        {
            keys[labels[key]] = key;
        }

        return keys;
    }

    private int Add(string dimension, Dictionary<string, int> keys, string label)
    {
        var key = keys.Count + 1;
        if (key > ushort.MaxValue)
        {
            throw new AnalyticsException("AN3009", $"Column '{dimension}' has more than {ushort.MaxValue} different values ('{label}' is one more): it is not a dimension.", "Map the source column to a text or id column, or group its values in the mapping.");
        }

        keys.Add(label, key);
        Store(dimension, key, label);
        return key;
    }

    private void Store(string dimension, int key, string label)
    {
        if (_insert is null)
        {
            _pending.Add((dimension, key, label));
            return;
        }

        _insert.Bind(1, dimension);
        _insert.Bind(2, key);
        _insert.Bind(3, label);
        _insert.Execute();
    }
}
