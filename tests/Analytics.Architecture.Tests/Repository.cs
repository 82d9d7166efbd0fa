using Microsoft.CodeAnalysis.CSharp;

namespace Analytics.Architecture.Tests;

/// <summary>The sources as the tests read them: parsed, so that comments and strings are not mistaken for code.</summary>
internal static class Repository
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> ParsedSources = new(Parse);

    public static string Root { get; } = Find();

    /// <summary>Every C# file of src/ and jobs/, generated ones left out.</summary>
    public static IReadOnlyList<SourceFile> Sources => ParsedSources.Value;

    /// <summary>Paths below a folder of the repository, relative to its root, build output left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
        => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static List<SourceFile> Parse()
        =>
        [
            .. new[] { "src", "jobs" }.SelectMany(folder => Files(folder, "*.cs"))
                .Select(path => new SourceFile(path, CSharpSyntaxTree.ParseText(Read(path)).GetCompilationUnitRoot()))
        ];

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analytics.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Analytics.sln is in no parent folder of the tests.");
        }

        return folder.FullName;
    }
}
