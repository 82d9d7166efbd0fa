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
        return command.Does(async (parsed, context) =>
        {
            var checks = await Check(context).ConfigureAwait(false);
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

    private static async Task<List<CheckResult>> Check(CommandContext context)
    {
        var options = context.Options;
        var file = Path.GetFullPath(ConfigurationSources.FileName);
        var found = File.Exists(file) ? $"'{file}' is valid." : $"Valid; there is no '{file}', so the defaults hold.";
        List<CheckResult> checks = [new("configuration", CheckState.Ok, found), WarehouseCheck.Run(context)];
        if (options.WarehouseProvider == WarehouseProvider.Sqlite)
        {
            checks.AddRange(FolderCheck.Run("warehouse folder", Path.GetDirectoryName(Path.GetFullPath(options.WarehousePath))!, "Warehouse:Path"));
        }

        checks.AddRange(FolderCheck.Run("output folder", options.OutputFolder, "Report:OutputFolder"));
        checks.AddRange(SourceChecks.Run(context));
        if (await MailCheck.Run(options.Delivery, context.Cancellation).ConfigureAwait(false) is { } mail)
        {
            checks.Add(mail);
        }

        checks.Add(FontCheck.Run());
        return checks;
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
