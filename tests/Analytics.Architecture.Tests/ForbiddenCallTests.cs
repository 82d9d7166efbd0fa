using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Architecture.Tests;

/// <summary>Clock, chance, environment and console come in as arguments; only the program at the edge may reach for them.</summary>
public sealed class ForbiddenCallTests
{
    private static readonly string[] Clocks =
    [
        "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "TimeProvider.System"
    ];

    /// <summary>What a folder may ask its surroundings all the same, and why.</summary>
    private static readonly (string Folder, string Member)[] EnvironmentNeeds =
    [
        ("src/Analytics.Storage/Privacy", "GetEnvironmentVariable"), // the pseudonym key may be given there and nowhere else
        ("src/Analytics.Storage/Warehouse", "ProcessId"),            // the holder of the write lock says who it is
        ("src/Analytics.Storage/Warehouse", "MachineName"),
        ("src", "ProcessorCount"),                                  // how many chunks to cut work into; never changes a result
        ("src", "NewLine"),
    ];

    [Fact]
    public void Sources_AskNoClock()
        => Accesses().Where(a => Clocks.Contains(a.Name)).Select(a => $"{a.Place} {a.Name}").ShouldBeEmpty("src/ takes a TimeProvider or a moment as argument");

    [Fact]
    public void Sources_DrawNoUnseededChance()
    {
        var shared = Accesses().Where(a => a.Name == "Random.Shared").Select(a => a.Place);
        var unseeded = from file in Library()
                       from creation in file.Syntax.DescendantNodes().OfType<ObjectCreationExpressionSyntax>()
                       where creation.Type.ToString() == "Random" && creation.ArgumentList is null or { Arguments.Count: 0 }
                       select file.At(creation);
        shared.Concat(unseeded).ShouldBeEmpty("random draws take a seed from the settings");
    }

    [Fact]
    public void Sources_AskNoEnvironmentBeyondTheNamedNeeds()
    {
        var offenders = from access in Accesses()
                        where access.Name.StartsWith("Environment.", StringComparison.Ordinal)
                        where !EnvironmentNeeds.Any(
                            need => access.Place.StartsWith(need.Folder + "/", StringComparison.Ordinal) && access.Name == "Environment." + need.Member)
                        select $"{access.Place} {access.Name}";
        offenders.ShouldBeEmpty("src/ takes what it needs as arguments");
    }

    [Fact]
    public void Sources_BlockOnNoTask()
    {
        // the dispatcher of a renderer without a host runs at once on the calling thread, so nothing is waited for there
        const string exception = "src/Analytics.Reporting/Charts/Plots/PlotRenderer.cs";
        var offenders = from file in Repository.Sources
                        from member in file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
                        where member.Name.Identifier.Text == "GetResult" && file.Path != exception
                        select file.At(member);
        offenders.ShouldBeEmpty("what waits for others is async up to the command line");
    }

    [Fact]
    public void Sources_WriteToNoConsole()
        => Accesses()
            .Where(a => a.Name.StartsWith("Console.", StringComparison.Ordinal))
            .Select(a => $"{a.Place} {a.Name}")
            .ShouldBeEmpty("only jobs/ talks to people");

    [Fact]
    public void Sources_ReadNoCurrentCulture()
        => Accesses()
            .Where(a => a.Name is "CultureInfo.CurrentCulture" or "CultureInfo.CurrentUICulture")
            .Select(a => a.Place)
            .ShouldBeEmpty("cultures are named");

    private static IEnumerable<SourceFile> Library() => Repository.Sources.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal));

    private static IEnumerable<(string Place, string Name)> Accesses()
        => from file in Library()
           from access in file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
           let target = access.Expression.ToString()
           select (file.At(access), $"{target[(target.LastIndexOf('.') + 1)..]}.{access.Name.Identifier.Text}");
}
