using System.Text;
using System.Text.Json.Nodes;

namespace Analytics.Jobs.Notebooks;

/// <summary>Collects what a cell prints and shows, in order, as nbformat stores it. As a writer it takes what the cell writes to the console.</summary>
internal sealed class NotebookOutputs : TextWriter
{
    private readonly StringBuilder _printed = new();
    private JsonArray _cell = [];

    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>Directs what follows to a cell's list of outputs.</summary>
    public void Begin(JsonArray outputs)
    {
        Flush();
        _cell = outputs;
    }

    public override void Write(char value)
    {
        if (value != '\r')
        {
            _printed.Append(value);
        }
    }

    public override void Write(string? value) => _printed.Append(value?.Replace("\r", "", StringComparison.Ordinal));

    /// <summary>Closes the run of printed text, so that what is shown next comes after it.</summary>
    public override void Flush()
    {
        if (_printed.Length == 0)
        {
            return;
        }

        _cell.Add(new JsonObject { ["name"] = "stdout", ["output_type"] = "stream", ["text"] = NotebookCell.Lines(_printed.ToString()) });
        _printed.Clear();
    }

    /// <summary>Shows a value.</summary>
    public void Display(object? value)
    {
        Flush();
        _cell.Add(new JsonObject { ["data"] = NotebookFormatter.Bundle(value), ["metadata"] = new JsonObject(), ["output_type"] = "display_data" });
    }

    /// <summary>Shows the value a cell ends with.</summary>
    public void Result(object value, int executionCount)
    {
        Flush();
        _cell.Add(
            new JsonObject
            {
                ["data"] = NotebookFormatter.Bundle(value),
                ["execution_count"] = executionCount,
                ["metadata"] = new JsonObject(),
                ["output_type"] = "execute_result",
            });
    }

    /// <summary>Shows why a cell failed.</summary>
    public void Error(string name, string message, IEnumerable<string> trace)
    {
        Flush();
        _cell.Add(
            new JsonObject
            {
                ["ename"] = name,
                ["evalue"] = message,
                ["output_type"] = "error",
                ["traceback"] = new JsonArray([.. trace.Select(line => (JsonNode)line)]),
            });
    }
}
