using Analytics.Core;
using Analytics.Pipeline.Pull;

namespace Analytics.Jobs.Cli.Doctor;

/// <summary>Whether each source answers and has the columns that its mapping and settings name.</summary>
internal static class SourceChecks
{
    /// <summary>Looks at every configured source; nothing is read or moved.</summary>
    public static IEnumerable<CheckResult> Run(CommandContext context) => context.Options.Sources.Select(source => Check(source, context));

    private static CheckResult Check(SourceDefinition source, CommandContext context)
    {
        var name = $"source {source.Name}";
        try
        {
            return new CheckResult(name, CheckState.Ok, SourceProbe.Look(source, context.Time, context.Cancellation));
        }
        catch (AnalyticsException fault)
        {
            return new CheckResult(name, CheckState.Fault, $"{fault.Code}: {fault.Problem}", fault.Remedy);
        }
    }
}
