using System.Text.Json;
using Analytics.Core;

namespace Analytics.Storage.Mappings;

/// <summary>One object of a mapping file with its place: reads properties, and collects every fault instead of stopping at the first.</summary>
internal sealed class JsonPart(JsonElement element, string path, List<string> faults)
{
    private readonly HashSet<string> _asked = ["$schema"];

    public string Path { get; } = path;

    public void Fault(string text) => faults.Add(Path.Length == 0 ? text : $"{Path}: {text}");

    /// <summary>The property, or null where absent or null.</summary>
    public JsonElement? Property(string name)
    {
        _asked.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public string? Text(string name)
    {
        if (Property(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        FaultAt(name, $"expected a text, found {Kind(value)}");
        return null;
    }

    /// <summary>A text, number or boolean as text: constants may be written either way.</summary>
    public string? Scalar(string name) => Property(name) is { } value ? ScalarText(value, name) : null;

    public double? Number(string name)
    {
        if (Property(name) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number) return value.GetDouble();
        FaultAt(name, $"expected a number, found {Kind(value)}");
        return null;
    }

    public bool? Flag(string name)
    {
        if (Property(name) is not { } value) return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        FaultAt(name, $"expected true or false, found {Kind(value)}");
        return null;
    }

    /// <summary>One of the names, given in lower case, or null.</summary>
    public T? Choice<T>(string name, params (string Name, T Value)[] choices)
        where T : struct
    {
        if (Text(name) is not { } text) return null;
        foreach (var (choice, value) in choices)
        {
            if (string.Equals(choice, text, StringComparison.OrdinalIgnoreCase)) return value;
        }

        FaultAt(name, $"'{text}' is none of {string.Join(", ", choices.Select(c => c.Name))}.{NearestName.Hint(text, choices.Select(c => c.Name))}");
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (Property(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array) return ScalarText(value, name) is { } one ? [one] : [];
        return [.. value.EnumerateArray().Select((item, i) => ScalarText(item, $"{name}[{i}]")).OfType<string>()];
    }

    /// <summary>An object whose values are scalars.</summary>
    public IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Members(name))
        {
            if (ScalarText(value, $"{name}.{key}") is { } text) map[key] = text;
        }

        return map;
    }

    /// <summary>The members of an object property; a member written twice is a fault.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Members(string name)
    {
        if (Property(name) is not { } value) yield break;
        if (value.ValueKind != JsonValueKind.Object)
        {
            FaultAt(name, $"expected an object, found {Kind(value)}");
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (seen.Add(member.Name)) yield return (member.Name, member.Value);
            else FaultAt(name, $"'{member.Name}' is given twice");
        }
    }

    /// <summary>A property that is an object; a fault and null where it is something else.</summary>
    public JsonPart? Part(string name) => Property(name) is { } value ? PartOf(value, name) : null;

    /// <summary>The objects of a list property.</summary>
    public IEnumerable<JsonPart> Parts(string name)
    {
        if (Property(name) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select((item, i) => PartOf(item, $"{name}[{i}]")).OfType<JsonPart>().ToList();
        FaultAt(name, $"expected a list, found {Kind(value)}");
        return [];
    }

    public JsonPart? PartOf(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Object) return new JsonPart(value, Place(name), faults);
        FaultAt(name, $"expected an object, found {Kind(value)}");
        return null;
    }

    /// <summary>Reports every property nobody asked for.</summary>
    public void RejectUnknown()
    {
        foreach (var member in element.EnumerateObject())
        {
            if (!_asked.Contains(member.Name)) FaultAt(member.Name, $"no such property here.{NearestName.Hint(member.Name, _asked)}");
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"the text '{value.GetString()}'",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => value.GetRawText(),
    };

    private string Place(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private void FaultAt(string name, string text) => faults.Add($"{Place(name)}: {text}");

    private string? ScalarText(JsonElement value, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return value.GetRawText();
            default:
                FaultAt(name, $"expected a text or number, found {Kind(value)}");
                return null;
        }
    }
}
