using Analytics.Jobs.Cli.Doctor;
using Analytics.Jobs.Configuration;
using Analytics.Storage.Warehouse.Engines;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics doctor</c>: what is wrong here and how to mend it.</summary>
internal static class DoctorCommand
{
    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var json = GlobalOptions.Json();
        var command = new ExampleCommand(
            "doctor",
            "Checks configuration, warehouse, sources, write permission, disk space, mail server and Chinese fonts, and says how to mend what is wrong.",
            "analytics doctor",
            "analytics doctor --set Warehouse:Path=/data/warehouse.db") { json };
        return command.Does((parsed, context) =>
        {
            var checks = Check(context).ToList();
            if (parsed.GetValue(json))
            {
                context.Output.Json(new { Checks = checks });
            }
            else
            {
                Print(context.Output, checks);
            }

            return checks.Any(c => c.State == CheckState.Fault) ? ExitCodes.Failed : ExitCodes.Done;
        });
    }

    private static IEnumerable<CheckResult> Check(CommandContext context)
    {
        var options = context.Options;
        var file = Path.GetFullPath(ConfigurationSources.FileName);
        yield return new CheckResult("configuration", CheckState.Ok, File.Exists(file) ? $"'{file}' is valid." : $"Valid; there is no '{file}', so the defaults hold.");
        yield return WarehouseCheck.Run(context);
        if (options.WarehouseProvider == WarehouseProvider.Sqlite)
        {
            foreach (var result in FolderCheck.Run("warehouse folder", Path.GetDirectoryName(Path.GetFullPath(options.WarehousePath))!, "Warehouse:Path"))
            {
                yield return result;
            }
        }

        foreach (var result in FolderCheck.Run("output folder", options.OutputFolder, "Report:OutputFolder"))
        {
            yield return result;
        }

        foreach (var result in SourceChecks.Run(context))
        {
            yield return result;
        }

        foreach (var result in MailCheck.Run(options.Delivery, context.Cancellation))
        {
            yield return result;
        }

        yield return FontCheck.Run();
    }

    private static void Print(ConsoleOutput output, List<CheckResult> checks)
    {
        foreach (var check in checks)
        {
            var mark = check.State switch { CheckState.Ok => "ok     ", CheckState.Warning => "warning", _ => "FAULT  " };
            output.Result($"{mark}  {check.Name}: {check.Found}");
            if (check.Remedy.Length > 0)
            {
                output.Result($"         remedy: {check.Remedy}");
            }
        }
    }
}
