using System.CommandLine;
using Analytics.Core;
using Analytics.Jobs.Cli.Progress;
using Analytics.Pipeline.Import;
using Analytics.Pipeline.Pull;
using Analytics.Storage.Privacy;
using Analytics.Storage.Warehouse;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics pull</c>: what is new in the configured sources.</summary>
internal static class PullCommand
{
    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var names = new Argument<string[]>("source")
        {
            Description = "Names under Sources in the configuration; all of them where none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var fromStart = new Option<bool>("--from-start") { Description = "Reads databases from their beginning once more, for instance after a mapping "
            + "was mended; nothing is stored twice." };
        var (json, strict) = (GlobalOptions.Json(), GlobalOptions.Strict());
        var command = new ExampleCommand(
            "pull",
            "Brings what is new in the configured sources into the warehouse: databases behind their watermark, drop folders file by file.",
            "analytics pull",
            "analytics pull crm survey-drop --json",
            "analytics pull crm --from-start") { names, fromStart, json, strict };
        return command.Does((parsed, context) =>
        {
            var sources = SourceNames.Choose(context.Options, parsed.GetValue(names) ?? []);
            using var warehouse = context.OpenWarehouse();
            var pseudonyms = context.Options.Pseudonyms();
            var pulled = sources.Select(source => Try(context, warehouse, pseudonyms, source with { FromStart = parsed.GetValue(fromStart) })).ToList();
            if (parsed.GetValue(json))
            {
                context.Output.Json(new
                {
                    Sources = pulled.Select(p => p.Result is { } result
                        ? Described(result)
                        : new { p.Source, Error = new { p.Fault!.Code, p.Fault.Problem, p.Fault.Remedy } }),
                });
            }

            return ExitCode(pulled, parsed.GetValue(strict), parsed.GetValue(json) ? null : context.Output);
        });
    }

    /// <summary>Pulls one source with progress.</summary>
    public static PullResult Run(CommandContext context, WarehouseDatabase warehouse, SubscriberPseudonymizer pseudonyms, SourceDefinition source)
    {
        var step = $"pull {source.Name}";
        using var hold = context.HoldWriteLock(warehouse, step);
        return ProgressDisplay.Run(context, progress =>
        {
            progress.Report(new StepProgress(step, 0, null, "rows"));
            return PullRun.Execute(
                source,
                warehouse,
                pseudonyms,
                context.Time,
                progress.Translate<ImportProgress>(
                    p => p.Waiting is { } waiting ? new StepProgress(waiting) : new StepProgress(step, p.SourceRows, null, "rows")),
                context.Cancellation);
        });
    }

    /// <summary>One source that fails does not keep the others from being pulled.</summary>
    private static (string Source, PullResult? Result, AnalyticsException? Fault) Try(
        CommandContext context, WarehouseDatabase warehouse, SubscriberPseudonymizer pseudonyms, SourceDefinition source)
    {
        try
        {
            return (source.Name, Run(context, warehouse, pseudonyms, source), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var fault = FaultTranslation.ToCoded(exception);
            context.Output.Fault(fault);
            return (source.Name, null, fault);
        }
    }

    private static int ExitCode(List<(string Source, PullResult? Result, AnalyticsException? Fault)> pulled, bool strict, ConsoleOutput? output)
    {
        foreach (var result in pulled.Select(p => p.Result).OfType<PullResult>())
        {
            if (output is not null)
            {
                PullText.Print(output, result);
            }
        }

        var faults = pulled.Select(p => p.Fault).OfType<AnalyticsException>().ToList();
        if (faults.Count > 0)
        {
            return faults.All(f => f.Kind == FaultKind.Usage) && faults.Count == pulled.Count ? ExitCodes.Usage : ExitCodes.Failed;
        }

        return strict && pulled.Any(p => p.Result!.Quarantined > 0 || p.Result.Files?.Rejected > 0) ? ExitCodes.Quarantined : ExitCodes.Done;
    }

    private static object Described(PullResult r) =>
        new { r.Source, r.Read, r.Stored, r.AlreadyThere, r.Quarantined, r.Watermark, r.Resumed, r.Files, r.Findings };
}
