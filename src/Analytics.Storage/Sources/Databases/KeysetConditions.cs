using System.Globalization;

namespace Analytics.Storage.Sources.Databases;

/// <summary>Writes the bounds of a range as conditions, and what they are compared with as parameters.</summary>
internal sealed class KeysetConditions(DatabaseEngine engine, List<DatabaseColumn> order, List<(string Name, object Value, string TypeName)> bound)
{
    /// <summary>A condition every row meets.</summary>
    public const string Always = "1 = 1";

    /// <summary>Rows of <paramref name="range"/> behind <paramref name="after"/>; rows without a complete order are left out.</summary>
    public string Of(KeysetPosition? after, DatabaseRange range)
    {
        var conditions = order.Where(c => c.MayBeNull).Select(c => $"{engine.Quote(c.Name)} IS NOT NULL").ToList();
        after ??= range.After is { } text ? KeysetPosition.Parse(text) : null;
        if (after is not null) conditions.Add(Behind(after));
        else if (range.From is { } from) conditions.Add($"{Column(0)} >= {Parameter("from", KeysetPosition.Parse(from).Values[0], 0)}");
        if (range.Until is { } until) conditions.Add($"{Column(0)} <= {Parameter("until", KeysetPosition.Parse(until).Values[0], 0)}");
        return conditions.Count == 0 ? Always : string.Join(" AND ", conditions);
    }

    private string Behind(KeysetPosition after)
    {
        var values = after.Values.Select((v, i) => Parameter(string.Create(CultureInfo.InvariantCulture, $"after{i}"), v, i)).ToList();
        if (engine.ComparesRows) return $"({string.Join(", ", values.Select((_, i) => Column(i)))}) > ({string.Join(", ", values)})";
        var condition = "";
        for (var i = values.Count - 1; i >= 0; i--)
        {
            condition = condition.Length == 0 ? $"{Column(i)} > {values[i]}" : $"({Column(i)} > {values[i]} OR ({Column(i)} = {values[i]} AND {condition}))";
        }

        // the first column alone bounds an index scan
        return values.Count == 1 ? condition : $"{Column(0)} >= {values[0]} AND {condition}";
    }

    private string Column(int index) => engine.Quote(order[index].Name);

    private string Parameter(string name, object value, int column)
    {
        bound.Add(("@" + name, value, order[column].TypeName));
        return "@" + name;
    }
}
