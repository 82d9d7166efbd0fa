using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Core;

namespace Analytics.Jobs.Notebooks;

/// <summary>A notebook in nbformat 4, kept as the JSON it is, so that whatever other tools wrote into it survives a run.</summary>
public sealed class NotebookFile
{
    private const string InjectedTag = "injected-parameters";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly JsonObject _root;

    private NotebookFile(string name, JsonObject root)
    {
        Name = name;
        _root = root;
    }

    /// <summary>File name, for messages.</summary>
    public string Name { get; }

    /// <summary>All cells in order.</summary>
    public IReadOnlyList<NotebookCell> Cells => [.. CellArray.Select((cell, i) => new NotebookCell(i + 1, cell!.AsObject()))];

    private JsonArray CellArray => _root["cells"]!.AsArray();

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="AnalyticsException">AN1201: the file is absent, not JSON, not nbformat 4, or its language is not C#.</exception>
    public static NotebookFile Load(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, "cannot be read: " + e.Message, e);
        }

        return Parse(Path.GetFileName(path), text);
    }

    /// <summary>As <see cref="Load"/>, from text.</summary>
    /// <param name="name">Name for messages.</param>
    /// <param name="text">The JSON.</param>
    public static NotebookFile Parse(string name, string text)
    {
        try
        {
            if (JsonNode.Parse(text) is not JsonObject root || root["cells"] is not JsonArray cells || cells.Any(c => c is not JsonObject))
            {
                throw Unreadable(name, "has no list of cells");
            }

            if ((int?)root["nbformat"] is not 4)
            {
                throw Unreadable(name, $"has notebook format {root["nbformat"]?.ToJsonString() ?? "of no version"}, and only 4 is read");
            }

            if ((string?)(root["metadata"]?["language_info"]?["name"] ?? root["metadata"]?["kernelspec"]?["language"]) is { } language && !IsCSharp(language))
            {
                throw Unreadable(name, $"is written in '{language}'");
            }

            return new NotebookFile(name, root);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw Unreadable(name, "is not a notebook: " + e.Message, e);
        }
    }

    /// <summary>The notebook as text: the same content gives the same bytes.</summary>
    public string ToText() => _root.ToJsonString(Layout) + "\n";

    /// <summary>Takes away the cell an earlier run put in, and every output.</summary>
    internal void Reset()
    {
        foreach (var cell in Cells.Where(c => c.HasTag(InjectedTag)).ToList())
        {
            CellArray.Remove(cell.Json);
        }

        foreach (var cell in Cells.Where(c => c.IsCode))
        {
            cell.Json["execution_count"] = null;
            cell.Json["outputs"] = new JsonArray();
        }
    }

    /// <summary>Puts a code cell with the chosen parameters behind the cell that declares them.</summary>
    internal void InjectAfter(NotebookCell parameters, string source) => CellArray.Insert(parameters.Number, new JsonObject
    {
        ["cell_type"] = "code",
        ["execution_count"] = null,
        ["id"] = InjectedTag,
        ["metadata"] = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
        ["outputs"] = new JsonArray(),
        ["source"] = NotebookCell.Lines(source),
    });

    private static bool IsCSharp(string language)
        => language.Equals("C#", StringComparison.OrdinalIgnoreCase)
            || language.Equals("csharp", StringComparison.OrdinalIgnoreCase) || language.Equals("polyglot-notebook", StringComparison.OrdinalIgnoreCase);

    private static AnalyticsException Unreadable(string path, string why, Exception? inner = null)
        => new("AN1201", $"The notebook '{path}' {why}.", "Give a .ipynb file in notebook format 4 with C# cells.", FaultKind.Usage, inner);
}
