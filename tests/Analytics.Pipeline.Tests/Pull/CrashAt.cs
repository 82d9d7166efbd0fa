using Analytics.Pipeline.Import;
using Analytics.Tests;

namespace Analytics.Pipeline.Tests.Pull;

/// <summary>Ends the server when so many rows were read, and starts it again a little later where it is told how much.</summary>
internal sealed class CrashAt(long row, PostgresServer server, TimeSpan? away = null, bool isLasting = false) : IProgress<ImportProgress>
{
    private bool _isDone;

    public List<string> Said { get; } = [];

    public void Report(ImportProgress value)
    {
        if (value.Waiting is { } waiting)
        {
            Said.Add(waiting);
        }

        if (_isDone || value.SourceRows < row)
        {
            return;
        }

        _isDone = true;
        server.Stop();
        if (!isLasting) Task.Run(async () =>
        {
            await Task.Delay(away ?? TimeSpan.FromSeconds(1.5));
            server.Start();
        });
    }
}
