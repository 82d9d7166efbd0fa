namespace Analytics.Jobs.Tests.EndToEnd;

/// <summary>A small demo, run once by the built program; tests look at what it left and run further commands on its warehouse.</summary>
public sealed class SmallDemo : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SmallDemo() => Demo = ProgramRun.In(Folder, "demo", "--subscribers", "5000", "--weeks", "20", "--complaints", "400");

    public string Folder => _folder.Path;

    internal ProgramRun Demo { get; }

    internal ProgramRun Run(params string[] arguments) => ProgramRun.In(Folder, arguments);

    public void Dispose() => _folder.Dispose();
}
