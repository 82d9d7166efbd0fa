using Analytics.Core;
using Analytics.Core.Canonical;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse;

/// <summary>
/// Integer keys of dimension labels, 1…65,535, given in the order labels are first met. One dimension per canonical name, shared by
/// the tables: a region is the same key in complaints and in subscribers.
/// </summary>
internal sealed class DimensionKeys : IDisposable
{
    private readonly Dictionary<string, int>?[] _keys;
    private readonly string?[] _lastText;
    private readonly int[] _lastKey;
    private readonly BulkStatement _insert;

    public DimensionKeys(SqliteConnection connection, CanonicalTable table)
    {
        _insert = new BulkStatement(connection, SqlFile.Read("insert_dimension_value"));
        _keys = [.. table.Fields.Select(f => f.Type == FieldType.Dimension ? Load(connection, f.Name) : null)];
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

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();

    private static Dictionary<string, int> Load(SqliteConnection connection, string dimension)
    {
        var labels = DimensionLabels.Load(connection, dimension);
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

        _insert.Bind(1, dimension);
        _insert.Bind(2, key);
        _insert.Bind(3, label);
        _insert.Execute();
        keys.Add(label, key);
        return key;
    }
}
