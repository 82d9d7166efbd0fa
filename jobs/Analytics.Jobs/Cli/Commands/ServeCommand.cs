using Analytics.Core;
using Analytics.Jobs.Hosting;
using Analytics.Jobs.Scheduling;
using Analytics.Jobs.Scheduling.Definitions;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics serve</c>: runs the jobs until it is told to end.</summary>
internal static class ServeCommand
{
    /// <summary>Name on the command line.</summary>
    public const string Name = "serve";

    /// <summary>Builds the command.</summary>
    public static ExampleCommand Create() => new ExampleCommand(
        Name,
        "Runs the scheduled jobs until it is told to end (SIGTERM, Ctrl+C); running jobs then get Scheduler:StopSeconds to finish, "
            + "and what is not finished is taken up at the next start.",
        "analytics serve",
        "analytics serve --set Scheduler:Url=http://0.0.0.0:8080 --set Scheduler:LogFormat=json").Does(async (_, context) =>
    {
        var settings = context.Options.Scheduler;
        JobStore.MakeFolder(settings);
        using var store = settings.IsEmbedded ? StoreLock.Take(settings.Path) : null;
        using var host = ServerHost.Build(context);
        await Run(host, context, settings).ConfigureAwait(false);
        return ExitCodes.Done;
    });

    private static async Task Run(ServerHost host, CommandContext context, SchedulerSettings settings)
    {
        await host.SetAsideOlderStore().ConfigureAwait(false);
        try
        {
            await host.Start().ConfigureAwait(false);
        }
        catch (IOException fault)
        {
            throw new AnalyticsException(
                "AN6006",
                $"Nothing can be served at {settings.Url}: {fault.Message.TrimEnd('.')}.",
                "Choose another address with Scheduler:Url, or 'none'.",
                FaultKind.Usage,
                fault);
        }

        var health = settings.Url.Length > 0 ? $"; health at {string.Join(", ", host.Addresses)}" : "";
        context.Output.Message($"serving {context.Options.Jobs.Count(j => j.Enabled)} jobs{health}");
        await host.WaitForShutdown().ConfigureAwait(false);
        context.Output.Message("stopped");
    }
}
