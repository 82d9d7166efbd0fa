using System.CommandLine;
using Analytics.Jobs.Configuration;
using Analytics.Storage.Warehouse.Sharding;

namespace Analytics.Jobs.Cli.Commands;

/// <summary><c>analytics warehouse</c>: what is done to the warehouse itself.</summary>
internal static class WarehouseCommand
{
    /// <summary>Builds the command.</summary>
    public static Command Create() => new("warehouse", "Sets the warehouse up.") { CreateInit() };

    private static ExampleCommand CreateInit()
    {
        var shards = new Option<string[]>("--shards")
        {
            Description = "PostgreSQL databases the facts are spread over, one connection string each, as the warehouse's server reaches them.",
            HelpName = "connection",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var command = new ExampleCommand(
            "init",
            "Makes the configured warehouse, and with --shards spreads its facts over further PostgreSQL servers. Once, before the first import.",
            "analytics warehouse init",
            "analytics warehouse init --shards \"Host=db1;Database=share;Username=analytics\" \"Host=db2;Database=share;Username=analytics\"") { shards };
        return command.Does((parsed, context) =>
        {
            var servers = parsed.GetValue(shards)!;
            if (servers.Length > 0)
            {
                ShardSetup.Initialise(context.Options.Warehouse(), servers, context.Time);
            }

            using var warehouse = context.OpenWarehouse();
            context.Output.Result(context.Options.WarehousePlace());
            context.Output.Message(
                servers.Length > 0
                    ? FormattableString.Invariant($"ready; complaints, survey answers and population counts are spread over {servers.Length} servers")
                    : "ready");
            return ExitCodes.Done;
        });
    }
}
