using System.Text.Json.Nodes;

namespace Analytics.Jobs.Notebooks;

/// <summary>One cell of a notebook.</summary>
/// <param name="Number">Position among all cells, from 1.</param>
/// <param name="Json">The cell as stored.</param>
public sealed record NotebookCell(int Number, JsonObject Json)
{
    /// <summary>Whether it is executed.</summary>
    public bool IsCode => (string?)Json["cell_type"] == "code";

    /// <summary>Its text; nbformat allows one string or a list of lines.</summary>
    public string Source => Json["source"] switch
    {
        JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
        JsonValue text => (string?)text ?? "",
        _ => "",
    };

    /// <summary>Whether it carries a tag (<c>parameters</c>).</summary>
    public bool HasTag(string tag) => Json["metadata"]?["tags"] is JsonArray tags && tags.Any(t => (string?)t == tag);

    /// <summary>Text as nbformat writes it: a list of lines, each but the last with its line end.</summary>
    internal static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
