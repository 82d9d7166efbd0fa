using Analytics.Core.Canonical;
using Analytics.Storage.Warehouse.Engines;
using Microsoft.Data.Sqlite;

namespace Analytics.Storage.Warehouse.Importing;

/// <summary>
/// Inserts many rows a statement, with only the columns that have values in them: the cost of a statement is shared, and columns a
/// source does not have cost nothing. The statement is made of the table's own insert file. It fails rather than aborts, for the caller gives
/// the whole transaction up then: to be able to undo a statement, SQLite would keep a copy of every page it touches.
/// </summary>
internal sealed class FactGroup : IDisposable
{
    /// <summary>Rows a statement inserts.</summary>
    public const int Rows = 16;

    private readonly BulkStatement _statement;
    private readonly DimensionKeys _dimensions;
    private readonly Column[] _columns;

    /// <param name="connection">The writer's connection.</param>
    /// <param name="table">Canonical table.</param>
    /// <param name="dimensions">Keys of labels.</param>
    /// <param name="used">By field: whether it has a value in some row.</param>
    public FactGroup(SqliteConnection connection, CanonicalTable table, DimensionKeys dimensions, ReadOnlySpan<bool> used)
    {
        _dimensions = dimensions;
        var text = SqlFile.Read("insert_" + table.Name);
        var names = Listed(text, text.IndexOf('(', StringComparison.Ordinal));
        var parameters = Listed(text, text.LastIndexOf('(')).Select(p => p.TrimStart('@')).ToArray();
        var columns = new List<(string Name, string Parameter, Column Column)>();
        for (var i = 0; i < names.Length; i++)
        {
            var field = parameters[i] == "id" ? null : table.Find(parameters[i]) ?? table["subscriber_id"];
            if (field is null || used[field.Index])
            {
                columns.Add((names[i], parameters[i], new Column(field, parameters[i] == "subscriber_low")));
            }
        }

        _columns = [.. columns.Select(c => c.Column)];
        var groups = Enumerable.Range(0, Rows).Select(row => $"({string.Join(", ", columns.Select(c => FormattableString.Invariant($"@{c.Parameter}_{row}")))})");
        _statement = new BulkStatement(connection, $"{text[..text.IndexOf('(', StringComparison.Ordinal)].Replace("INSERT INTO", "INSERT OR FAIL INTO", StringComparison.Ordinal)}({string.Join(", ", columns.Select(c => c.Name))}) VALUES {string.Join(", ", groups)}");
    }

    private readonly record struct Column(CanonicalField? Field, bool IsLowHalf);

    /// <summary>Binds row <paramref name="position"/> of the statement.</summary>
    public void Bind(int position, ReadOnlySpan<FieldValue> row, long id)
    {
        var parameter = position * _columns.Length;
        foreach (ref readonly var column in _columns.AsSpan())
        {
            parameter++;
            if (column.Field is not { } field)
            {
                _statement.Bind(parameter, id);
            }
            else if (row[field.Index].IsMissing)
            {
                _statement.BindNull(parameter);
            }
            else
            {
                Bind(parameter, field, column.IsLowHalf, row[field.Index]);
            }
        }
    }

    /// <summary>Inserts the rows bound.</summary>
    public void Execute() => _statement.Execute();

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private static string[] Listed(string sql, int open) => sql[(open + 1)..sql.IndexOf(')', open)].Split(',', StringSplitOptions.TrimEntries);

    private void Bind(int parameter, CanonicalField field, bool isLowHalf, in FieldValue value)
    {
        switch (field.Type)
        {
            case FieldType.Dimension:
                _statement.Bind(parameter, _dimensions.KeyOf(field, value.Text!));
                break;
            case FieldType.Real:
                _statement.Bind(parameter, value.Real);
                break;
            case FieldType.Id:
                _statement.Bind(parameter, value.Text!);
                break;
            case FieldType.SubscriberId:
                var subscriber = SubscriberKey.Parse(value.Text!);
                _statement.Bind(parameter, isLowHalf ? subscriber.Low : subscriber.High);
                break;
            default:
                _statement.Bind(parameter, value.Integer);
                break;
        }
    }
}
