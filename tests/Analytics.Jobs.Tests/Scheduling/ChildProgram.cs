using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Analytics.Jobs.Tests.Scheduling;

/// <summary>The built program at work, for tests that watch it and end it.</summary>
internal sealed class ChildProgram : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _messages = new();

    private ChildProgram(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>What it has written so far, to both streams.</summary>
    public string Written => string.Join('\n', _messages);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    public static ChildProgram Start(string folder, params string[] arguments) => new(ProgramRun.Watched(folder, arguments));

    /// <summary>Waits until it has written a text.</summary>
    public void WaitFor(string text) => WaitUntil(() => Written.Contains(text, StringComparison.Ordinal), text);

    /// <summary>Waits until something holds.</summary>
    public void WaitUntil(Func<bool> holds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            (_process.HasExited || clock.Elapsed > Patience).ShouldBeFalse($"waited for: {what}. It wrote: {Written}");
            Thread.Sleep(50);
        }
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end as systemd does, and waits.</summary>
    /// <returns>Its exit code.</returns>
    public int Terminate()
    {
        ProgramRun.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)], "/");
        return Ended();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public int Ended()
    {
        _process.WaitForExit(Patience).ShouldBeTrue(Written);
        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits so long for its end.</summary>
    public bool EndsWithin(TimeSpan time) => _process.WaitForExit(time);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is not null)
        {
            _messages.Enqueue(line);
        }
    }
}
