using System.Diagnostics;

namespace Analytics.Jobs.Tests;

/// <summary>The built program run as a child process, the way people and schedulers run it.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="Results">Standard output.</param>
/// <param name="Messages">Standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Results, string Messages)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    // GNU coreutils 8.31 and later; env becomes the program, so the process id is the program's
    private static readonly Lazy<bool> ResetsSignals = new(() => OperatingSystem.IsLinux() && Start("env", ["--default-signal", "true"], "/").ExitCode == 0);

    /// <summary>Lines of standard output.</summary>
    public string[] ResultLines => Results.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs <c>analytics</c> with arguments in a folder.</summary>
    public static ProgramRun In(string folder, params string[] arguments) => In(folder, [], arguments);

    /// <summary>Runs <c>analytics</c> with environment variables set.</summary>
    public static ProgramRun In(string folder, (string Name, string Value)[] environment, params string[] arguments)
        => Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "analytics.dll"), .. arguments], folder, environment);

    /// <summary>
    /// Starts <c>analytics</c> for a test that watches it or sends it signals: with no input, and with every signal at its default. <c>nohup</c>, a shell's
    /// <c>&amp;</c> and some build servers ignore signals, children inherit that, and a .NET program leaves an ignored SIGINT ignored.
    /// </summary>
    public static Process Watched(string folder, params string[] arguments)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "analytics.dll"), .. arguments];
        string[] command = ResetsSignals.Value ? ["env", "--default-signal", .. program] : program;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Runs any program to its end.</summary>
    public static ProgramRun Start(string file, string[] arguments, string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
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
