using System.Globalization;
using System.Text;
using Analytics.Core;

namespace Analytics.Jobs.Notebooks;

/// <summary>
/// Runs a notebook's C# cells without a notebook server: parameters are put in behind the cell tagged <c>parameters</c>, cells run in order with
/// state carried from one to the next, and outputs are stored so that any viewer shows them. The same notebook, parameters and data give the same bytes.
/// </summary>
public static class NotebookRunner
{
    /// <summary>Runs with the default warehouse and settings.</summary>
    /// <inheritdoc cref="Run(string, IReadOnlyDictionary{string, string}, string, NotebookContext, CancellationToken)"/>
    public static Task<NotebookResult> Run(string file, IReadOnlyDictionary<string, string> parameters, string output, CancellationToken cancellationToken)
        => Run(file, parameters, output, new NotebookContext(), cancellationToken);

    /// <summary>Runs a notebook.</summary>
    /// <param name="file">The <c>.ipynb</c> file; it is not changed unless it is also the output.</param>
    /// <param name="parameters">Values by parameter name, as text.</param>
    /// <param name="output">Where the notebook with its outputs goes.</param>
    /// <param name="context">Warehouse, settings and language for the cells.</param>
    /// <param name="cancellationToken">Ends the run between cells.</param>
    /// <exception cref="AnalyticsException">
    /// AN1201: not a C# notebook. AN1202, AN1203: a parameter is unknown or its value does not fit. AN1204: a cell does not compile. AN1205: a cell
    /// threw. After the last two the output holds what ran and the error. AN1206: the output cannot be written.
    /// </exception>
    public static async Task<NotebookResult> Run(
        string file, IReadOnlyDictionary<string, string> parameters, string output, NotebookContext context, CancellationToken cancellationToken)
    {
        var notebook = NotebookFile.Load(file);
        notebook.Reset();
        var declaring = notebook.Cells.FirstOrDefault(c => c.IsCode && c.HasTag(NotebookParameters.Tag));
        var assignments = NotebookParameters.Assignments(notebook, declaring, parameters);
        if (assignments.Length > 0)
        {
            notebook.InjectAfter(declaring!, assignments);
        }

        AnalyticsException? fault = null;
        var run = 0;
        using (var session = new NotebookSession(context))
        {
            foreach (var cell in notebook.Cells.Where(c => c.IsCode))
            {
                cancellationToken.ThrowIfCancellationRequested();
                run++;
                fault = await session.Execute(cell, run, notebook.Name).ConfigureAwait(false);
                if (fault is not null)
                {
                    break;
                }
            }
        }

        Write(output, notebook.ToText());
        return fault is null ? new NotebookResult(output, run) : throw fault;
    }

    private static void Write(string output, string text)
    {
        try
        {
            var path = Path.GetFullPath(output);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var temporary = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.part");
            File.WriteAllText(temporary, text, new UTF8Encoding(false));
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new AnalyticsException(
                "AN1206",
                $"The notebook's output '{output}' cannot be written: {e.Message}",
                "Name a file in a folder that can be written to.",
                inner: e);
        }
    }
}
