using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Analytics.Architecture.Tests;

public sealed class FileShapeTests
{
    private const int LongestFile = 400;

    /// <summary><c>max_line_length</c> of .editorconfig, which no compiler checks.</summary>
    private const int LongestLine = 160;

    private static readonly string[] EmptyWords = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Misc"];

    /// <summary>Names two types may share, and why.</summary>
    private static readonly Dictionary<string, string> SharedNames = [];

    [Fact]
    public void SourceFiles_AreNotLong()
    {
        var offenders = from path in new[] { "src", "jobs", "tests" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
                        let lines = Repository.Read(path).Count(c => c == '\n')
                        where lines > LongestFile
                        select $"{path}: {lines} lines";
        offenders.ShouldBeEmpty($"files longer than {LongestFile} lines");
    }

    [Fact]
    public void SourceFiles_KeepTheirLinesShort()
    {
        var offenders = from path in new[] { "src", "jobs", "tests" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
                        from line in Repository.Read(path).Split('\n').Select((text, i) => (Text: text.TrimEnd('\r'), Number: i + 1))
                        where line.Text.Length > LongestLine && !path.Contains("/Analytics.Storage", StringComparison.Ordinal)
                        select $"{path}:{line.Number}: {line.Text.Length} characters";
        offenders.ShouldBeEmpty($"lines longer than {LongestLine} characters");
    }

    [Fact]
    public void Types_HaveNamesOfTheirOwn()
    {
        // whoever reads or searches a name must not have to ask which of two it is; partial types are one, and the stand-in has foreign names
        var offenders = from file in Repository.Sources
                        from type in TopLevelTypes(file)
                        group $"{file.Path[..file.Path.LastIndexOf('/')]}" by (type.Identifier.Text, Arity(type)) into name
                        let folders = name.Distinct().ToList()
                        where folders.Count > 1 && !SharedNames.ContainsKey(name.Key.Text)
                        select $"{name.Key.Text}: {string.Join(", ", folders)}";
        offenders.ShouldBeEmpty("two types of one name");
    }

    [Fact]
    public void SourceFiles_HoldOnePublicType_OfTheirName()
    {
        // an enum that belongs to the type, such as the kind of a fault, may live beside it
        var offenders = from file in Repository.Sources
                        let types = TopLevelTypes(file).Where(IsPublic).ToList()
                        let name = Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]
                        where types.Count(t => t is not EnumDeclarationSyntax) > 1 || (types.Count > 0 && types.All(t => t.Identifier.Text != name))
                        select $"{file.Path}: {string.Join(", ", types.Select(t => t.Identifier.Text))}";
        offenders.ShouldBeEmpty("one public type a file, and the file has its name");
    }

    [Fact]
    public void Namespaces_AreTheFolders()
    {
        var offenders = from file in Repository.Sources
                        from space in file.Syntax.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                        let folders = Path.GetDirectoryName(file.Path)!.Replace('\\', '/').Split('/').Skip(1)
                        let expected = string.Join('.', folders)
                        where space.Name.ToString() != expected
                        select $"{file.Path}: {space.Name}, not {expected}";
        offenders.ShouldBeEmpty("namespace = assembly + folder");
    }

    [Fact]
    public void Types_HaveNamesOfTheField()
    {
        var offenders = from file in Repository.Sources
                        from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                        where EmptyWords.Any(word => type.Identifier.Text.EndsWith(word, StringComparison.Ordinal))
                        select $"{file.At(type)} {type.Identifier.Text}";
        offenders.ShouldBeEmpty("names that say nothing");
    }

    [Fact]
    public void PublicTypes_SayWhatTheyAre()
    {
        var offenders = from file in Repository.Sources
                        from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                        where IsPublic(type) && !type.GetLeadingTrivia().Any(t => t.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia))
                        where !type.Modifiers.Any(SyntaxKind.PartialKeyword)
                        select $"{file.At(type)} {type.Identifier.Text}";
        offenders.ShouldBeEmpty("public types without a doc comment");
    }

    [Fact]
    public void MissingDocComments_AreNowhereSilenced()
        => new[] { "src", "jobs" }.SelectMany(folder => Repository.Files(folder, "*.cs").Concat(Repository.Files(folder, "*.csproj")))
            .Where(path => Repository.Read(path).Contains("CS1591", StringComparison.Ordinal)).ShouldBeEmpty("CS1591 is on for src/ and jobs/");

    [Fact]
    public void Sources_LeaveNoNoteOfUnfinishedWork()
    {
        var offenders = from path in new[] { "src", "jobs", "tests" }.SelectMany(folder => Repository.Files(folder, "*.cs"))
                        where !path.EndsWith(nameof(FileShapeTests) + ".cs", StringComparison.Ordinal)
                        from word in new[] { "TODO", "FIXME", "HACK", "NotImplementedException" }
                        where Repository.Read(path).Contains(word, StringComparison.Ordinal)
                        select $"{path}: {word}";
        offenders.ShouldBeEmpty("unfinished work");
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> TopLevelTypes(SourceFile file)
        => file.Syntax.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<BaseTypeDeclarationSyntax>();

    private static int Arity(BaseTypeDeclarationSyntax type) => (type as TypeDeclarationSyntax)?.TypeParameterList?.Parameters.Count ?? 0;

    private static bool IsPublic(BaseTypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PublicKeyword);
}
