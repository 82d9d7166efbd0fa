using System.CommandLine;
using System.Globalization;
using System.Text;
using Analytics.Core;
using Analytics.Jobs.Cli.Commands;

namespace Analytics.Jobs.Cli;

/// <summary>The program from arguments to exit code.</summary>
internal static class AnalyticsProgram
{
    /// <summary>How long a command may take to come to rest after Ctrl+C before the process ends without it.</summary>
    private static readonly TimeSpan PatienceAfterCancel = TimeSpan.FromSeconds(20);

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static async Task<int> Run(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = CommandTree.Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            return WriteUsageErrors(parsed);
        }

        // a server gives its jobs a deadline of their own; its host hears the signals
        TimeSpan? patience = parsed.CommandResult.Command.Name == ServeCommand.Name ? null : PatienceAfterCancel;
        var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = patience };
        return await parsed.InvokeAsync(invocation).ConfigureAwait(false);
    }

    private static int WriteUsageErrors(ParseResult parsed)
    {
        var command = string.Join(' ', CommandPath(parsed.CommandResult.Command));
        var output = new ConsoleOutput(Console.Out, Console.Error, interactive: false, verbose: false);
        foreach (var error in parsed.Errors.DistinctBy(e => e.Message))
        {
            output.Fault(
                new AnalyticsException(
                    "AN1001",
                    error.Message.TrimEnd('.') + ".",
                    $"'{command} --help' shows what can be written, with examples.",
                    FaultKind.Usage));
        }

        return ExitCodes.Usage;
    }

    /// <summary>The words that lead to a command, <c>analytics</c> first.</summary>
    private static Stack<string> CommandPath(Command command)
    {
        var words = new Stack<string>();
        for (Symbol? symbol = command; symbol is not null; symbol = symbol.Parents.FirstOrDefault())
        {
            words.Push(symbol is RootCommand ? "analytics" : symbol.Name);
        }

        return words;
    }
}
