using System.CommandLine;
using Analytics.Core;
using Analytics.Jobs.Configuration;

namespace Analytics.Jobs.Cli;

/// <summary>What happens around every command: configuration before, coded faults after.</summary>
internal static class CommandRunner
{
    /// <summary>Runs a command to its exit code; nothing it throws gets past here.</summary>
    public static async Task<int> Run(ParseResult parsed, Func<ParseResult, CommandContext, Task<int>> action, CancellationToken cancellation)
    {
        var verbose = parsed.GetValue(GlobalOptions.Verbose);
        var interactive = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("CI") is null;
        var output = new ConsoleOutput(Console.Out, Console.Error, interactive, verbose);
        try
        {
            var options = ConfigurationSources.Load(Directory.GetCurrentDirectory(), parsed.GetValue(GlobalOptions.Set) ?? []);
            var context = new CommandContext(options, output, TimeProvider.System, cancellation);
            // a command works for minutes without a pause: the thread that hears Ctrl+C must stay free
            return await Task.Run(() => action(parsed, context), CancellationToken.None).ConfigureAwait(false);
        }
        catch (ConfigurationException faults)
        {
            foreach (var fault in faults.Faults)
            {
                output.Fault(fault);
            }

            return ExitCodes.Usage;
        }
        catch (Exception exception)
        {
            var fault = FaultTranslation.ToCoded(exception);
            output.Fault(fault);
            return fault.Kind == FaultKind.Usage ? ExitCodes.Usage : ExitCodes.Failed;
        }
    }
}
