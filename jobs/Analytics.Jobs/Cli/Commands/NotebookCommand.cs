using System.CommandLine;
using Analytics.Core;
using Analytics.Jobs.Cli.Progress;
using Analytics.Jobs.Configuration;
using Analytics.Jobs.Notebooks;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics notebook</c>: notebooks without a notebook server.</summary>
internal static class NotebookCommand
{
    /// <summary>Builds the command with its subcommand.</summary>
    public static ExampleCommand Create() => new("notebook", "Runs notebooks headless.") { RunNotebook() };

    private static ExampleCommand RunNotebook()
    {
        var file = new Argument<string>("file") { Description = "Notebook (.ipynb) with C# cells." };
        var parameters = new Option<string[]>("--param")
        {
            Description = "Value of one of the notebook's parameters; may be repeated.",
            HelpName = "name=value",
            DefaultValueFactory = _ => [],
        };
        var target = new Option<string>("--out") { Description = "Where the notebook with its outputs goes.", Required = true };
        var language = GlobalOptions.Language();
        var command = new ExampleCommand(
            "run",
            "Executes a notebook's cells in order and stores their outputs, so that any viewer shows them.",
            "analytics notebook run notebooks/01-segmentation.ipynb --out segmentation.ipynb",
            "analytics notebook run notebooks/01-segmentation.ipynb --param period=2026-W46 --out segmentation.ipynb") { file, parameters, target, language };
        return command.Does(async (parsed, context) =>
        {
            var values = parsed.GetValue(parameters)!.Select(Parameter).GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.Last().Value);
            var surroundings = new NotebookContext
            {
                Warehouse = context.Options.Warehouse(),
                Settings = context.Options.Study,
                Language = parsed.GetValue(language) ?? context.Options.Language,
            };
            var notebook = parsed.GetValue(file)!;
            var result = await ProgressDisplay.Run(context, progress =>
            {
                progress.Report(new StepProgress($"notebook {Path.GetFileName(notebook)}"));
                return NotebookRunner.Run(notebook, values, parsed.GetValue(target)!, surroundings, context.Cancellation);
            }).ConfigureAwait(false);
            context.Output.Message($"{result.CellsRun} cells run");
            context.Output.Result(Path.GetFullPath(result.Output));
            return ExitCodes.Done;
        });
    }

    private static (string Name, string Value) Parameter(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? (text[..equals].Trim(), text[(equals + 1)..])
            : throw new AnalyticsException("AN1019", $"--param '{text}' is not name=value.", "Write for example --param period=2026-W46.", FaultKind.Usage);
    }
}
