using System.Runtime.InteropServices;
using Analytics.Core.Reports;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics version</c>.</summary>
internal static class VersionCommand
{
    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create()
    {
        var json = GlobalOptions.Json();
        var command = new ExampleCommand(
            "version",
            "Prints the version of the program, of the report's shape and of the runtime.",
            "analytics version",
            "analytics version --json") { json };
        return command.Does((parsed, context) =>
        {
            if (parsed.GetValue(json))
            {
                context.Output.Json(
                    new { Version = ProgramVersion.Text, ReportSchema = Report.CurrentSchemaVersion, Runtime = RuntimeInformation.FrameworkDescription });
            }
            else
            {
                context.Output.Result(
                    $"analytics {ProgramVersion.Text} (report schema {Report.CurrentSchemaVersion}, {RuntimeInformation.FrameworkDescription})");
            }

            return ExitCodes.Done;
        });
    }
}
