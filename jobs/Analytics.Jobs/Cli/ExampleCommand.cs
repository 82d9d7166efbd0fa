using System.CommandLine;

namespace Analytics.Jobs.Cli;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">Word on the command line.</param>
/// <param name="description">What it does, one sentence.</param>
/// <param name="examples">Complete command lines.</param>
internal sealed class ExampleCommand(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Complete command lines, as help shows them.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Sets what the command does: configuration is read and validated before, and faults become coded messages after.</summary>
    /// <returns>The command itself.</returns>
    public ExampleCommand Does(Func<ParseResult, CommandContext, int> action) => Does((parsed, context) => Task.FromResult(action(parsed, context)));

    /// <summary>Sets what the command does, where it waits for others.</summary>
    /// <returns>The command itself.</returns>
    public ExampleCommand Does(Func<ParseResult, CommandContext, Task<int>> action)
    {
        SetAction((parsed, cancellation) => CommandRunner.Run(parsed, action, cancellation));
        return this;
    }
}
