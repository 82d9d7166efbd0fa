using Analytics.Jobs.Configuration;

namespace Analytics.Jobs.Cli;

/// <summary>What every command is given.</summary>
/// <param name="Options">Validated configuration.</param>
/// <param name="Output">Results and messages.</param>
/// <param name="Time">The clock.</param>
/// <param name="Cancellation">Set by Ctrl+C.</param>
internal sealed record CommandContext(AnalyticsOptions Options, ConsoleOutput Output, TimeProvider Time, CancellationToken Cancellation);
