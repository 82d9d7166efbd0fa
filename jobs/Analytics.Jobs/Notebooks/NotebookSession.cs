using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Analytics.Core;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Analytics.Jobs.Notebooks;

/// <summary>One run of a notebook's cells, each seeing what those before it declared.</summary>
internal sealed class NotebookSession : IDisposable
{
    private static readonly Assembly[] Own =
    [
        typeof(AnalyticsException).Assembly, typeof(Statistics.Intervals.WilsonInterval).Assembly, typeof(Storage.Warehouse.WarehouseDatabase).Assembly,
        typeof(Reporting.Charts.ChartFiles).Assembly, typeof(Pipeline.CrossTabs.InMemoryCrossTabs).Assembly, typeof(Study.StudyRun).Assembly,
        typeof(Publishing.Publish.Publication).Assembly, typeof(NotebookRunner).Assembly,
    ];

    private readonly NotebookOutputs _outputs = new();
    private readonly NotebookGlobals _globals;
    private readonly TextWriter _console = Console.Out;
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private ScriptState<object>? _state;

    public NotebookSession(NotebookContext context)
    {
        _globals = new NotebookGlobals(context, _outputs, TimeProvider.System);
        Console.SetOut(_outputs);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <summary>Runs a cell and stores its outputs in it.</summary>
    /// <returns>What failed, or null.</returns>
    public async Task<AnalyticsException?> Execute(NotebookCell cell, int executionCount, string notebook)
    {
        cell.Json["execution_count"] = executionCount;
        var outputs = new JsonArray();
        cell.Json["outputs"] = outputs;
        _outputs.Begin(outputs);
        var file = string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");
        try
        {
            var options = Options(file);
            var running = _state is null
                ? CSharpScript.RunAsync(cell.Source, options, _globals)
                : _state.ContinueWithAsync(cell.Source, options);
            _state = await running.ConfigureAwait(false);
            if (_state.ReturnValue is { } value)
            {
                _outputs.Result(value, executionCount);
            }

            _outputs.Flush();
            return null;
        }
        catch (CompilationErrorException e)
        {
            return DoesNotCompile(e, file, notebook);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Threw(e, file, notebook);
        }
    }

    public void Dispose()
    {
        Console.SetOut(_console);
        CultureInfo.CurrentCulture = _culture;
        _globals.Dispose();
        _outputs.Dispose();
    }

    private AnalyticsException DoesNotCompile(CompilationErrorException e, string file, string notebook)
    {
        var first = e.Diagnostics[0];
        var lines = e.Diagnostics.Select(d => $"{file}, line {Line(d)}: {d.Id} {d.GetMessage(CultureInfo.InvariantCulture)}");
        _outputs.Error(first.Id, first.GetMessage(CultureInfo.InvariantCulture), lines);
        return new AnalyticsException(
            "AN1204",
            $"{notebook}, {file}, line {Line(first)} does not compile: {first.Id} {first.GetMessage(CultureInfo.InvariantCulture)}.",
            "Mend the cell; the output holds the cells before it.",
            inner: e);
    }

    private AnalyticsException Threw(Exception e, string file, string notebook)
    {
        var frames = new StackTrace(e, fNeedFileInfo: true)
            .GetFrames()
            .Where(f => f.GetFileName()?.StartsWith("cell ", StringComparison.Ordinal) == true)
            .ToList();
        var line = frames.Find(f => f.GetFileName() == file)?.GetFileLineNumber();
        var place = line is null ? file : string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}");
        var trace = frames.Select(f => string.Create(CultureInfo.InvariantCulture, $"   at {f.GetFileName()}, line {f.GetFileLineNumber()}"));
        _outputs.Error(e.GetType().Name, e.Message, [$"{e.GetType().Name}: {e.Message}", .. trace]);
        return new AnalyticsException(
            "AN1205", $"{notebook}, {place} failed: {e.Message.TrimEnd('.')}.", "Mend the cell or its parameters; the output holds what ran.", inner: e);
    }

    private static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;

    private ScriptOptions Options(string file) => _state is null
        ? ScriptOptions.Default
            .WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.Latest)
            .WithReferences(References())
            .WithImports(Imports())
            .WithEmitDebugInformation(true)
            .WithFileEncoding(Encoding.UTF8)
            .WithFilePath(file)
        : _state.Script.Options.WithFilePath(file);

    /// <summary>The framework's and the project's own assemblies among those the program runs on.</summary>
    private static IEnumerable<MetadataReference> References()
        => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(
                path =>
                    Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll"))
            .Concat(Own.Select(a => a.Location))
            .Distinct(StringComparer.Ordinal)
            .Select(path => MetadataReference.CreateFromFile(path));

    private static IEnumerable<string> Imports()
        => Own.SelectMany(a => a.GetExportedTypes()).Select(t => t.Namespace).OfType<string>()
            .Where(name => !name.StartsWith("Analytics.Jobs", StringComparison.Ordinal) || name == typeof(NotebookSession).Namespace)
            .Concat(["System", "System.Collections.Generic", "System.Globalization", "System.IO", "System.Linq"])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
