using System.Reflection;
using System.Xml.Linq;

namespace Analytics.Architecture.Tests;

public sealed class ReferenceTests
{
    /// <summary>Who may know whom: docs/architecture.md.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Analytics.Core"] = [],
        ["Microsoft.SqlServer.Server"] = [],
        ["Analytics.Statistics"] = ["Analytics.Core"],
        ["Analytics.Storage"] = ["Analytics.Core", "Microsoft.SqlServer.Server"],
        ["Analytics.Reporting"] = ["Analytics.Core"],
        ["Analytics.Study"] = ["Analytics.Core", "Analytics.Statistics"],
        ["Analytics.Publishing"] = ["Analytics.Core", "Analytics.Reporting"],
        ["Analytics.Samples"] = ["Analytics.Core", "Analytics.Statistics"],
        ["Analytics.Pipeline"] =
        [
            "Analytics.Core", "Analytics.Publishing", "Analytics.Reporting", "Analytics.Statistics", "Analytics.Storage", "Analytics.Study",
        ],
        ["analytics"] =
        [
            "Analytics.Core", "Analytics.Pipeline", "Analytics.Publishing", "Analytics.Reporting", "Analytics.Samples", "Analytics.Statistics",
            "Analytics.Storage", "Analytics.Study",
        ],
    };

    /// <summary>Libraries that only some assemblies may touch, by the beginning of the assembly's name.</summary>
    private static readonly Dictionary<string, string[]> Keepers = new()
    {
        ["Microsoft.Data.SqlClient"] = ["Analytics.Storage"],
        ["Microsoft.Data.Sqlite"] = ["Analytics.Storage"],
        ["SQLitePCLRaw"] = ["Analytics.Storage"],
        ["Npgsql"] = ["Analytics.Storage"],
        ["Dapper"] = ["Analytics.Storage"],
        ["CsvHelper"] = ["Analytics.Storage"],
        ["ClosedXML"] = ["Analytics.Reporting"],
        ["Radzen.Blazor"] = ["Analytics.Reporting"],
        ["DocumentFormat.OpenXml"] = ["Analytics.Reporting", "Analytics.Storage"],
        ["MathNet.Numerics"] = ["Analytics.Statistics"],
        ["System.CommandLine"] = ["analytics"],
        ["Spectre.Console"] = ["analytics"],
        ["Quartz"] = ["analytics"],
        ["Microsoft.CodeAnalysis"] = ["analytics"],
    };

    public static TheoryData<string> Assemblies => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void CompiledAssembly_KnowsOnlyWhomItMay(string name)
    {
        var offenders = References(name).Where(r => r.StartsWith("Analytics.", StringComparison.Ordinal) && !Allowed[name].Contains(r)).ToList();
        offenders.ShouldBeEmpty($"{name} may use only [{string.Join(", ", Allowed[name])}]");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void CompiledAssembly_LeavesLibrariesToTheirKeepers(string name)
    {
        var offenders = from reference in References(name)
                        from keeper in Keepers
                        where reference.StartsWith(keeper.Key, StringComparison.Ordinal) && !keeper.Value.Contains(name)
                        select $"{reference} belongs to {string.Join(", ", keeper.Value)}";
        offenders.ShouldBeEmpty($"libraries that {name} must not use");
    }

    [Fact]
    public void Core_UsesTheBaseClassLibraryAlone()
        => References("Analytics.Core").Where(r => !r.StartsWith("System.", StringComparison.Ordinal)).ShouldBeEmpty("Core references");

    [Fact]
    public void ProjectFiles_DeclareNoReferenceBeyondTheAllowed()
    {
        var offenders = from path in Repository.Files("src", "*.csproj").Concat(Repository.Files("jobs", "*.csproj"))
                        let project = Path.GetFileNameWithoutExtension(path)
                        from reference in XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
                        let target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)
                        where !Allowed[project == "Analytics.Jobs" ? "analytics" : project].Contains(target)
                        select $"{path} → {target}";
        offenders.ShouldBeEmpty("project references that docs/architecture.md does not allow");
    }

    [Fact]
    public void Packages_AreNamedOnlyByTheirKeepers_AndPinnedInOnePlace()
    {
        var declared = from path in Repository.Files("src", "*.csproj").Concat(Repository.Files("jobs", "*.csproj")).ToList()
                       from reference in XDocument.Parse(Repository.Read(path)).Descendants("PackageReference")
                       select (Path: path, Name: reference.Attribute("Include")!.Value, HasVersion: reference.Attribute("Version") is not null);
        var offenders = from package in declared
                        let project = Path.GetFileNameWithoutExtension(package.Path) is var p && p == "Analytics.Jobs" ? "analytics" : p
                        let keeper = Keepers.FirstOrDefault(k => package.Name.StartsWith(k.Key, StringComparison.Ordinal))
                        where package.HasVersion || (keeper.Key is not null && !keeper.Value.Contains(project))
                        select $"{package.Path}: {package.Name}{(package.HasVersion ? " carries its own version" : "")}";
        offenders.ShouldBeEmpty("package references in the wrong project, or pinned outside Directory.Packages.props");
    }

    [Fact]
    public void Packages_PinnedInDirectoryPackagesProps_AreUsed()
    {
        var referenced = new[] { "src", "jobs", "tests" }.SelectMany(folder => Repository.Files(folder, "*.csproj")).Append("Directory.Build.targets")
            .SelectMany(path => XDocument.Parse(Repository.Read(path)).Descendants("PackageReference"))
            .Select(reference => reference.Attribute("Include")!.Value);
        var groups = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("ItemGroup");
        var direct = groups.Where(group => group.Attribute("Label")?.Value != "Transitive pins").Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value);
        direct.Except(referenced).ShouldBeEmpty("packages no project uses");
    }

    [Fact]
    public void Packages_PinnedInDirectoryPackagesProps_HaveExactVersions()
    {
        var floating = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion")
            .Where(p => p.Attribute("Version")!.Value.IndexOfAny(['*', '[', '(', ',']) >= 0).Select(p => p.Attribute("Include")!.Value);
        floating.ShouldBeEmpty("floating versions");
    }

    [Fact]
    public void Scheduler_IsKnownToOneFolder()
    {
        const string keeper = "jobs/Analytics.Jobs/Scheduling";
        var offenders = from file in Repository.Sources
                        where file.Syntax.Usings.Any(u => u.Name?.ToString().Split('.')[0] == "Quartz")
                        where Path.GetDirectoryName(file.Path)!.Replace('\\', '/') != keeper
                        select file.Path;
        offenders.ShouldBeEmpty($"another scheduler must be a change in {keeper}, not in what jobs do");
    }

    private static List<string> References(string assembly) => [.. Assembly.Load(assembly).GetReferencedAssemblies().Select(r => r.Name!)];
}
