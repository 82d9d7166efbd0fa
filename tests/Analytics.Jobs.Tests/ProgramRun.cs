using System.Diagnostics;

namespace Analytics.Jobs.Tests;

/// <summary>The built program run as a child process, the way people and schedulers run it.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Results">Standard output.</param>
/// <param name="Messages">Standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Results, string Messages)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Lines of standard output.</summary>
    public string[] ResultLines => Results.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs <c>analytics</c> with arguments in a folder.</summary>
    public static ProgramRun In(string folder, params string[] arguments) => In(folder, [], arguments);

    /// <summary>Runs <c>analytics</c> with environment variables set.</summary>
    public static ProgramRun In(string folder, (string Name, string Value)[] environment, params string[] arguments)
        => Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "analytics.dll"), .. arguments], folder, environment);

    /// <summary>Runs any program to its end.</summary>
    public static ProgramRun Start(string file, string[] arguments, string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var messages = process.StandardError.ReadToEndAsync();
        var results = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} {string.Join(' ', arguments)} took longer than {Limit}. It wrote: {messages.Result}");
        }

        return new ProgramRun(process.ExitCode, results.Result.ReplaceLineEndings("\n"), messages.Result.ReplaceLineEndings("\n"));
    }
}
