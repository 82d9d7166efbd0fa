using System.CommandLine;
using System.CommandLine.Help;
using Analytics.Jobs.Cli.Commands;

namespace Analytics.Jobs.Cli;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree anew.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("Turns complaint, survey and subscriber data into a weekly satisfaction workbook, Pareto and cause charts.")
        {
            GlobalOptions.Set,
            GlobalOptions.Verbose,
            NotebookCommand.Create(),
            SampleCommand.Create(),
            DemoCommand.Create(),
            ImportCommand.Create(),
            PullCommand.Create(),
            ReportCommand.Create(),
            SegmentCommand.Create(),
            ModelCommand.Create(),
            DeliverCommand.Create(),
            WarehouseCommand.Create(),
            MappingCommand.Create(),
            QuarantineCommand.Create(),
            JobsCommand.Create(),
            ServeCommand.Create(),
            DoctorCommand.Create(),
            VersionCommand.Create(),
        };
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExamplesHelp((HelpAction)help.Action!);
        root.Options.Remove(root.Options.OfType<VersionOption>().Single()); // 'analytics version' says it
        return root;
    }
}
