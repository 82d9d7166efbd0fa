using System.Globalization;
using Analytics.Core;

namespace Analytics.Storage.Mappings;

/// <summary>The columns of a source as mappings address them: by header, by <c>header#2</c> where a name is repeated, by <c>#7</c>.</summary>
internal sealed class SourceColumns
{
    private readonly IReadOnlyList<string> _header;
    private readonly string _sourceName;
    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);

    public SourceColumns(IReadOnlyList<string> header, string sourceName)
    {
        (_header, _sourceName) = (header, sourceName);
        for (var i = 0; i < header.Count; i++)
        {
            var name = Collapse(header[i]);
            if (name.Length == 0) continue;
            if (!_byName.TryGetValue(name, out var places)) _byName[name] = places = [];
            places.Add(i);
        }
    }

    /// <summary>A name for column <paramref name="index"/> that addresses it alone.</summary>
    public string UniqueName(int index)
    {
        var name = _header[index];
        if (name.Length == 0) return $"#{index + 1}";
        var places = _byName[Collapse(name)];
        return places.Count == 1 ? name : $"{name}#{places.IndexOf(index) + 1}";
    }

    /// <summary>Header of column <paramref name="index"/> as the source writes it.</summary>
    public string HeaderOf(int index) => _header[index].Length == 0 ? $"#{index + 1}" : _header[index];

    /// <summary>0-based index of a column, or −1 and a fault.</summary>
    public int Find(string reference, out string fault)
    {
        fault = "";
        var name = Collapse(reference);
        if (_byName.TryGetValue(name, out var places))
        {
            if (places.Count == 1) return places[0];
            var choices = string.Join(", ", places.Select((p, i) => $"'{reference}#{i + 1}' (column {p + 1})"));
            fault = $"the name '{reference}' is repeated in '{_sourceName}'; write one of {choices}";
            return -1;
        }

        var hash = name.LastIndexOf('#');
        if (hash >= 0 && int.TryParse(name.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            if (hash == 0 && number <= _header.Count) return number - 1;
            if (hash > 0 && _byName.TryGetValue(Collapse(name[..hash]), out places) && number <= places.Count) return places[number - 1];
        }

        fault = $"'{_sourceName}' has no column '{reference}'.{NearestName.Hint(reference, _header.Where(h => h.Length > 0))} {Listed()}";
        return -1;
    }

    /// <summary>Indexes of unpivot columns: single references and ranges <c>#6..#12</c>.</summary>
    public List<(string Reference, int Index)> FindAll(IEnumerable<string> references, List<string> faults)
    {
        var found = new List<(string, int)>();
        foreach (var reference in references)
        {
            var ends = reference.Split("..");
            if (ends.Length == 2 && !_byName.ContainsKey(Collapse(reference)))
            {
                var (from, to) = (Find(ends[0], out var faultFrom), Find(ends[1], out var faultTo));
                if (from < 0 || to < 0) faults.Add(from < 0 ? faultFrom : faultTo);
                else if (from > to) faults.Add($"the range '{reference}' runs backwards");
                for (var i = Math.Max(from, 0); i <= to && from >= 0; i++)
                {
                    found.Add((UniqueName(i), i));
                }
            }
            else if (Find(reference, out var fault) is >= 0 and var index)
            {
                found.Add((reference, index));
            }
            else
            {
                faults.Add(fault);
            }
        }

        return found;
    }

    /// <summary>Every column a mapping names that the source does not have.</summary>
    public List<string> FaultsOf(Mapping mapping)
    {
        var faults = new List<string>();
        foreach (var (name, column) in mapping.Columns)
        {
            if (column.Source is not null && Find(column.Source, out var fault) < 0) faults.Add($"columns.{name}.source: {fault}");
            if (column.TimeSource is not null && Find(column.TimeSource, out fault) < 0) faults.Add($"columns.{name}.time: {fault}");
        }

        for (var i = 0; i < mapping.Unpivot.Count; i++)
        {
            var group = mapping.Unpivot[i];
            var own = new List<string>();
            FindAll(group.Columns, own);
            own.AddRange(group.Names.Keys.Concat(group.Notes.Keys).Concat(group.Notes.Values).Select(r => Find(r, out var f) < 0 ? f : "").Where(f => f.Length > 0));
            faults.AddRange(own.Select(f => $"unpivot[{i}]: {f}"));
        }

        return faults;
    }

    // Headers come with doubled spaces, line breaks and full-width blanks; none of that is meant.
    private static string Collapse(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Listed()
    {
        const int shown = 12;
        var names = _header.Where(h => h.Length > 0).Take(shown).Select(h => $"'{h}'");
        return $"It has {string.Join(", ", names)}{(_header.Count > shown ? $" and {_header.Count - shown} more" : "")}";
    }
}
